## Newsroom: stories
title-admin-stories = Stories
title-admin-story = Story
title-admin-story-new = New story
title-admin-story-text = Write
title-admin-story-publish = Publish
title-admin-story-revisions = Versions
title-admin-stories-deleted = Deleted stories
title-admin-story-closed = Not yours to change
story-closed-text = You can read this story, but changing it is up to others: its author, the editors, or those who translate into this language.
stories-words = Title or address
stories-any = any
stories-author = Author
stories-stale = left behind by the original
stories-mine = begun by me
stories-texts = Languages
stories-touched = Last change
stories-no-section = no section
stories-count = { $count ->
    [one] { $count-text } story
   *[other] { $count-text } stories
}
stories-done-deleted = The story is deleted. Readers no longer see it anywhere.
stories-problem-none-chosen = Please tick at least one story.
stories-problem-no-deed = Please choose what to do with the stories you ticked.
stories-problem-gone = This story can’t be brought back any more.
story-undo = Undo
story-title = Title
story-section = Section
story-access = Readers
story-access-public = everyone
story-access-members = signed in
story-access-paid = subscribers
story-access-plans = certain plans
story-plans = These plans
story-kind = Kind
story-kind-story = story
story-kind-page = static page
story-source = Language of the original
story-authors = Authors
story-tags = Tags
story-cover = Cover
story-cover-hint = The picture’s code from the media library.
story-no-terms = There are none yet.
story-state-draft = draft
story-state-in-review = waiting for a yes
story-state-scheduled = scheduled
story-state-published = published
story-state-withdrawn = withdrawn
story-state-none = not written yet
story-stale = original has changed
story-ahead = newer version not published yet
story-begun-by = begun by { $name }
story-facts = In every language
story-begin = Begin writing
story-new-title-hint = You can change it at any time. It suggests the address.
story-duplicate = Duplicate
story-delete = Delete
story-delete-text = A deleted story disappears at once and can be brought back for 30 days.
story-theirs = Somebody else has meanwhile changed the story. Where your version differs from theirs:
story-done-saved = Saved.
story-done-waits = Saved. The story will be published when all chosen languages are ready.
story-done-launched = Everything was ready: the story is published in all chosen languages.
story-done-duplicated = This is the copy. None of it is published.
story-done-brought-back = The story is back as it was.
story-problem-overtaken = Somebody else has changed this story while you were at it. Nothing was saved; what you chose is still here. Save again to replace their changes.
story-problem-access = Please choose at least one plan.
story-problem-source = Please choose a language of the site.
story-problem-term = A section, tag or author you chose no longer exists.
story-problem-cover = There is no picture with this code.

## Newsroom: several stories at once
bulk-choose = Choose
bulk-title = Do something with the ticked stories
bulk-text = It is done story by story; afterwards you see what became of each.
bulk-publish = Publish all languages
bulk-withdraw = Withdraw
bulk-section = Move to this section
bulk-tag-label = Tag
bulk-tag = Add this tag
bulk-access = Open to these readers
bulk-results = What was done
bulk-result-done = done
bulk-result-nothing = nothing to do
bulk-result-errors = not published: the checks found errors
bulk-result-refused = not allowed
bulk-result-overtaken = somebody else was changing it

## Newsroom: publishing together
launch-title = Languages together
launch-each = Publish each language when it is ready
launch-together = Wait, and publish these languages at the same moment:
launch-languages = Languages
launch-save = Save
launch-ready = ready
launch-not-ready = not ready
launch-text = This story is published in several languages at the same moment, as soon as all of them are ready.
launch-say-ready = This language is ready
launch-take-back = Not ready after all

## Newsroom: the editor
writing-field-title = Title
writing-field-standfirst = Standfirst
writing-field-body = Text
writing-field-slug = Address
writing-field-seo_title = Title for search engines
writing-field-description = Description
writing-field-cover_alt = What the cover shows
writing-field-cover_caption = Caption of the cover
writing-body-hint = Markdown. What follows this line on its own is for subscribers:
writing-words = Words:
writing-minutes = Minutes:
writing-slug-hint = Leave it empty for: { $slug }
writing-seo-title-hint = Only if the title is too long or too playful for a list of results.
writing-description-hint = One or two sentences, up to 160 characters.
writing-cover-alt-hint = For people who can’t see it.
writing-version = Version { $version }.
writing-live-version = Readers see version { $version }.
writing-save-over = Replace their version
writing-publish = Save and publish …
writing-submit = Save and hand in
writing-live = See it on the site
writing-read-only = You can read this text, but not change it.
writing-stale = The original has changed since this was translated.
writing-unsaved = This is what you typed until { $at } and haven’t saved.
writing-newer = Meanwhile { $name } has saved version { $version } ({ $at }). When you save, you will see both.
writing-discard = Throw it away
writing-somebody = somebody
writing-done-saved = Saved.
writing-done-discarded = Thrown away. This is the saved version.
writing-done-submitted = Saved and handed in. An editor will look at it.
writing-done-restored = Restored as the newest version.
writing-problem-title = Please give it a title.
writing-problem-long = That is longer than we can keep.
writing-problem-slug = Only lower-case letters, digits and single hyphens can stand in an address.
writing-problem-slug-missing = The title suggests no address; please type one.
writing-problem-slug-reserved = The site itself uses this address; please choose another.
writing-problem-slug-taken = Another story has this address; please choose another.
writing-problem-source = Please choose a language of the site.
writing-problem-access = Please choose who may read it.
writing-problem-section = This section no longer exists.
conflict-title = Two people wrote at the same time
conflict-by = { $name } saved version { $version } at { $at }, while you were writing.
conflict-text = Nothing is lost: your text is in the form below, theirs is version history. Take over what you need; saving then puts yours on top.
conflict-theirs = theirs
conflict-mine = yours
preview-title = Preview
preview-as = As seen by
preview-visitor = a visitor
preview-member = somebody signed in
preview-subscriber = a subscriber
preview-open = Open preview
seo-title = Address and search
seo-search = In search results
seo-social = When shared
diff-skipped = { $count ->
    [one] { $count-text } paragraph unchanged
   *[other] { $count-text } paragraphs unchanged
}

## Newsroom: publishing
publish-back = Back to the text
publish-sound = The checks found nothing wrong.
publish-errors = Must be put right first
publish-warnings = Please look at these
publish-confirm = I have looked at them; publish anyway
publish-now = Now
publish-now-submit = Publish now
publish-updated = Tell readers that it was updated today
publish-later = Later
publish-at = Date and time
publish-zone = In the time zone of the site: { $zone }. It is { $now } there.
publish-schedule = Schedule
publish-withdraw-published = Withdraw
publish-withdraw-scheduled = Cancel the schedule
publish-withdraw-in-review = Back to draft
publish-done-published = Published. Readers see it now.
publish-done-scheduled = Scheduled. It will be published by itself.
publish-done-withdrawn = Taken back.
publish-done-ready = Noted as ready. It waits for the other languages.
publish-done-not-ready = No longer noted as ready.
publish-done-launched = All languages were ready: they are all published now.
publish-problem-errors = Some things must be put right first.
publish-problem-warnings = Please look at the warnings and confirm them.
publish-problem-time = That is no date and time.
publish-problem-past = That time has passed already.
publish-problem-gap = That time doesn’t exist: the clocks go forward then. Choose one before or after.
publish-problem-published = It is published already. Withdraw it before you schedule it.
publish-problem-act = Please choose what to do.
check-there = Go there
check-at-line = Line { $line }
check-no-text = There is no text.
check-no-alt = A picture has no description for people who can’t see it.
check-no-cover-alt = The cover has no description for people who can’t see it.
check-no-picture = This picture isn’t in the media library, so it won’t be shown.
check-broken-link = This link leads to a page of this site that doesn’t exist.
check-empty-note = A footnote has no text.
check-missing-note = There is no footnote for this mark.
check-all-in-teaser = The story is not for everyone, but everyone can read all of it: nothing follows the teaser.
check-marker-for-nothing = There is a paywall line, but the story is for everyone.
check-short-teaser = { $count ->
    [one] The teaser has only { $count-text } word. Who would subscribe for that?
   *[other] The teaser has only { $count-text } words. Who would subscribe for that?
}
check-long-title = The title has { $count-text } characters; search engines show about 70.
check-long-description = The description has { $count-text } characters; about 160 are shown.
check-no-description = There is no description for search engines and shared links.

## Newsroom: versions
revision = Version
revision-from = from
revision-to = to
revision-at = Saved
revision-by = By
revision-nobody = import
revision-live = readers see this
revision-compare = Compare
revision-difference = From version { $from } to { $to }
revision-removed = removed
revision-added = added
revision-same = They say the same.
revision-restore = Restore version { $version }

## Newsroom: deleted stories
deleted-text = Deleted stories are kept for { $days } days. Then they are gone for good.
deleted-none = Nothing has been deleted.
deleted-at = Deleted { $at }; kept until { $until }
deleted-bring-back = Bring back
