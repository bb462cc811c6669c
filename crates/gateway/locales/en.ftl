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

## Article
article-available-in = This article is available in { $list }.
article-tags = Topics
article-related = Related
stale-label = About this translation
stale-text = { $changed ->
    [one] { $changed-text } paragraph has changed in the { $language } original since this translation.
   *[other] { $changed-text } paragraphs have changed in the { $language } original since this translation.
}
stale-read = Read the original
stale-passage = Passage { $number-text }
share-label = Share
share-mail = E-mail
share-bluesky = Bluesky
share-whatsapp = WhatsApp
share-linkedin = LinkedIn
share-copy = Copy link
share-copied = Link copied
neighbours-label = Previous and next story
neighbours-older = Previous story
neighbours-newer = Next story

## Paywall
wall-label-sign-in = For members
wall-label-subscribe = For subscribers
wall-label-plan = For selected plans
wall-title-sign-in = Read on with a free account
wall-title-subscribe = Want to read more?
wall-title-plan = Want to read more?
wall-text-sign-in = Sign in, or create an account with nothing but your e-mail address, to read this story to the end.
wall-text-subscribe = Subscribe to read this story to the end, and every other one, in every language.
wall-text-plan = { $count ->
    [one] This story is included in the plan { $plans }.
   *[other] This story is included in these plans: { $plans }.
}
wall-sign-in-free = Sign in for free
wall-subscribe = Subscribe
wall-already = Already a subscriber?

## A story that isn't there in this language
title-elsewhere = Not available in this language
elsewhere-text = This story hasn't been translated into English. You can read it in:

## Search
title-search = Search
search-label = What are you looking for?
search-submit = Search
search-count = { $count ->
    [0] Nothing found for “{ $query }”.
    [one] { $count-text } story for “{ $query }”
   *[other] { $count-text } stories for “{ $query }”
}
search-in-language = In { $language }
search-unavailable = Search isn't working at the moment. Everything else is; please try again in a little while.
search-nothing-hint = Check the spelling, try fewer or more general words, or start from one of these.
search-instead = Nothing has your words as you typed them. These stories have:
search-narrow = Narrow down
search-all = Remove all filters
search-order-relevance = Best matches first
search-order-date = Newest first
search-by-language = Language
search-by-section = Section
search-by-tag = Tag
search-by-author = Author
search-by-access = For whom
search-access-public = For everyone
search-from = From
search-until = Until
search-suggestions = Suggestions
search-feed-title = New stories for “{ $query }”
search-description = Search the stories of { $site }

## Subscribe
title-subscribe = Subscribe
subscribe-heading = Read to the last sentence
subscribe-text = { $site } lives on its readers. Choose what suits you.
subscribe-held = Your plan
subscribe-how = How to subscribe
subscribe-contact = Write to { $address }: we will set up your subscription and tell you as soon as it is running.
subscribe-no-contact = Subscriptions can't be ordered online at the moment.

## Signing in
title-sign-in = Sign in
sign-in-heading-ask = Sign in
sign-in-heading-sent = Check your mail
sign-in-heading-confirm = Almost there
sign-in-heading-other-browser = Continue where you began
sign-in-text-ask = We'll send you a link and a code. You don't need a password.
sign-in-text-sent = We've sent you a link and a six-digit code, both good for 15 minutes. Open the link in this browser, or type the code here.
sign-in-text-confirm = You are signing in as { $email }.
sign-in-text-other-browser = The link works only in the browser that asked for it. Open it there, or type the code from the mail into the page that is still open.
sign-in-email = E-mail address
sign-in-submit = Send link
sign-in-code = Code from the mail
sign-in-code-submit = Sign in
sign-in-confirm = Sign in
sign-in-no-account = No account yet? It is created when you first sign in.
sign-in-again = Ask for a new mail
sign-in-problem-email = This is not an e-mail address. It should look like name@example.org.
sign-in-problem-code = This code is not right. Please check the mail, or ask for a new one.
sign-in-problem-expired = The link or the code has expired. Please ask for a new mail.
sign-in-problem-used = The link or the code has been used already. Please ask for a new mail.
sign-in-problem-too-many = Too many mails have been asked for. Please try again in an hour.
sign-in-problem-attempts = Too many wrong codes. Please use the link, or ask for a new mail.

## Account
title-account = Your account
account-plans = Your subscription
account-no-plan = You have no subscription at the moment.
account-plan-until = until { $date }
account-plan-for-good = without end
account-plan-ended = ended
account-profile = Name and languages
account-name = Name
account-languages = Languages you read
account-languages-text = In the order you prefer them: it decides in which language you are shown, offered and sent things.
account-language-place = { $place ->
    [1] First language
   *[other] { $place-text }. language
}
account-language-none = none
account-save = Save
account-sessions = Where you are signed in
account-device-unknown = Unknown browser
account-session-current = this browser
account-session-seen = Last used { $date }
account-session-end = Sign out
account-sessions-end-others = Sign out everywhere else
account-sign-out = Sign out here
account-data = Your data
account-export-text = Download everything we keep about you, as a JSON file.
account-export = Download
account-delete-text = Deleting your account removes everything we keep about you, for good, including your subscription.
account-delete-confirm = To confirm, type your address ({ $email })
account-delete = Delete account
account-done-saved = Saved.
account-done-revoked = Signed out there.
account-problem-name = This name is too long or has characters that can't be shown.
account-problem-languages = Please choose at least one language.
account-problem-confirm = This is not the address of your account, so nothing was deleted.
role-owner = Owner
role-admin = Administrator
role-editor = Editor
role-author = Author
role-translator = Translator

## Demo
title-mailbox = Captured mail
mailbox-text = This is a demo: mail isn't sent but shown here.
mailbox-empty = No mail yet.

## Errors
error-400-title = That didn't make sense
error-400-text = The request can't be understood.
error-403-title = Not from there
error-403-text = This form was sent from another site. For your safety nothing was done.
error-404-title = There's nothing here
error-404-text = The page has moved, or it never was. Perhaps one of these helps?
error-405-title = Not like that
error-405-text = This address can't be used in this way.
error-410-title = Withdrawn
error-410-text = This story has been withdrawn and can no longer be read here.
error-413-title = Too much
error-413-text = More was sent than we can take.
error-500-title = Something went wrong here
error-500-text = It's our fault, and we've been told. Please try again in a little while.
error-request = Reference: { $id }
error-home = To the front page

## Mail
mail-sign-in-subject = { $code } is your code for { $site }
mail-sign-in-greeting = You want to sign in to { $site }.
mail-sign-in-link-text = Open this link in the browser in which you asked for it:
mail-sign-in-code-text = On another device, type this code:
mail-sign-in-expiry = Both work once, for { $minutes ->
    [one] { $minutes-text } minute
   *[other] { $minutes-text } minutes
}.
mail-sign-in-not-you = If it wasn't you, ignore this mail; nothing will happen.

## Errors of APIs (RFC 9457)
problem-400 = Bad request
problem-403 = Refused
problem-404 = Not found
problem-405 = Method not allowed
problem-410 = Gone
problem-413 = Too large
problem-500 = Internal error

## Prices and subscriptions
subscribe-every-label = Billing period
subscribe-every-month = Monthly
subscribe-every-year = Yearly
subscribe-currency-label = Currency
price-month = { $amount } a month
price-year = { $amount } a year
price-pass = { $days ->
    [one] { $amount } for one day
   *[other] { $amount } for { $days } days
}
price-trial = { $days ->
    [one] The first day is free.
   *[other] The first { $days } days are free.
}
price-monthly = That is { $amount } a month.
price-tax-added = Plus tax.
subscribe-buy = Subscribe
subscribe-buy-trial = Try it for free
subscribe-buy-pass = Buy the pass
subscribe-how-text = You pay on our payment provider’s page and then read on right here. You can cancel in your account at any time; you read to the end of the period you have paid for.
subscribe-have = You have a subscription.
subscribe-problem-price = This offer is no longer available. Please choose again.
subscribe-problem-failed = Our payment provider isn’t answering. Nothing has been charged; please try again in a moment.
subscribe-done-paid-title = Thank you
subscribe-done-paid-text = Your payment has arrived. One step is left: sign in as { $email }, so that nobody but you reads with your subscription.
subscribe-done-paid-submit = Send me the code
subscribe-done-waiting-title = One moment
subscribe-done-waiting-text = We are waiting for our payment provider to confirm. This page looks again by itself.
subscribe-done-again = Back to the plans
subscribe-done-expired-title = Not paid
subscribe-done-expired-text = This payment was not completed and nothing has been charged. You can choose again.
title-subscription = Your subscription and invoices
title-change = Change your plan
subscription-why-not-begun = It hasn’t begun yet.
subscription-why-paid = It is paid.
subscription-why-trial = You are reading for free for now.
subscription-why-grace = The last payment failed. You are still reading; please check your card.
subscription-why-ending = It has been cancelled.
subscription-why-grace-over = The last payment failed, and the time to make up for it is over. Please check your card.
subscription-why-over = It is over.
subscription-why-never-paid = The first payment didn’t succeed.
subscription-why-unpaid = Payments have failed for good.
subscription-why-paused = It is paused.
subscription-why-refunded = The money was given back.
subscription-why-disputed = The payment has been disputed with the bank.
subscription-why-no-plan = It is for none of our present plans.
subscription-renews = The next payment is due on { $date }.
subscription-ends = You read until { $date }.
subscription-ended = It ended on { $date }.
subscription-change = Change plan
subscription-end = Cancel subscription
subscription-resume = Keep the subscription
subscription-portal = Change card and address
subscription-done-ended = Cancelled. You read to the end of the time you have paid for.
subscription-done-resumed = Your subscription goes on.
subscription-done-changed = Your plan has been changed.
subscription-problem-failed = Our payment provider couldn’t do that. Nothing has been changed; please try again, or check your card.
subscription-invoices = Invoices
invoice-refunded = { $amount } given back
invoice-open = to be paid
invoice-void = void
invoice-show = Show
change-due = You pay { $amount } now; what is left of your present plan has been taken off.
change-confirm = Change now
change-choose = See what it costs now

## Newsroom: the money
title-admin-billing = Subscriptions and payments
admin-who = Who
admin-plan = Plan
admin-state = State
admin-since = Since
admin-unproved = not signed in yet
admin-sales-label = Subscriptions
admin-sales = Latest changes
admin-sales-none = Nobody has subscribed yet.
admin-failing = Failing payments
admin-failing-none = All payments are in order.
admin-prices = Plans and prices
admin-price-retired = no longer offered
admin-events = What Stripe has sent
admin-event-kept = kept
admin-event-applied = applied
admin-event-waiting = waiting
admin-given-up = Given up
admin-given-up-text = This failed too often. When the cause is mended, try it anew.
admin-given-up-attempts = { $attempts ->
    [one] Tried once.
   *[other] Tried { $attempts } times.
}
admin-replay = Try anew
admin-replayed = It is being tried anew.
