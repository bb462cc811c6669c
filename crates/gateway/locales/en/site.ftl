# The reference: every key exists here. Numbers come twice: $n chooses the plural form, $n-text is
# the number as the language writes it.

## Everywhere
skip-to-content = Skip to content
nav-search = Search
nav-account = Account
nav-sign-in = Sign in
nav-subscribe = Subscribe
nav-sections = Sections
nav-archive = Archive
nav-language = Language:
nav-feed = Atom feed
nav-mailbox = Captured mail
reading-time = { $minutes-text } min read
byline = By { $names }
updated = Updated { $date }
access-members = For members
access-paid = For subscribers
access-plans = With selected plans
pager-label = Pages
pager-previous = Previous
pager-next = Next
pager-position = Page { $page-text } of { $pages-text }

## Front page and lists
front-top = Top stories
front-latest = Latest
front-empty = Nothing has been published here yet.
listing-section = Section
listing-tag = Topic
listing-author = Author
listing-month = Archive
listing-count = { $count ->
    [one] { $count-text } story
   *[other] { $count-text } stories
}
listing-empty = There are no stories here yet.
title-archive = Archive

## Demo
title-mailbox = Captured mail
mailbox-text = This is a demo: mail isn't sent but shown here.
mailbox-html = As HTML
mailbox-empty = No mail yet.
