## Newsroom: translating
title-admin-translate = Translating
translate-lists = What there is to do
translate-list-missing = Missing
translate-list-stale = Out of date
translate-list-in-review = In review
translate-list-due = Assigned
translate-list-all = All
translate-story = Story
translate-from = From
translate-standing = Where it stands
translate-changed = Original changed
translate-unpublished = not published
translate-none = There is nothing to do here.
translate-stale = out of date
translate-ahead = newer version not published
translate-state-none = missing
translate-state-draft = draft
translate-state-in-review = in review
translate-state-scheduled = scheduled
translate-state-published = published
translate-state-withdrawn = withdrawn
side-way = From { $from } into { $into }
side-to-desk = To the translation desk
side-progress = { $filled-text } of { $blocks-text } paragraphs translated
side-open = { $count ->
    [one] 1 change in the original is open
   *[other] { $count-text } changes in the original are open
}
side-none-open = up to date with the original
side-save = Save
side-all-current = Save, all is up to date
side-ask-review = Save and ask for review
side-take-back = Save and take back into work
side-lines = Title and descriptions
side-line-title = Title
side-line-standfirst = Standfirst
side-line-description = Description for search engines
side-line-seo-title = Title for search engines
side-line-cover-alt = What the cover shows
side-line-cover-caption = Line under the cover
side-slug = Address
side-slug-hint = The last part of the address. Left empty, it is made from the title.
side-body = Text
side-block = { $place }: { $kind } in { $language }
side-paywall = The free part ends here
side-diff = What has changed in the original
side-theirs = Saved by somebody else in the meantime, compared with yours
side-current = This is up to date
side-keep = Keep this paragraph
side-kind-paragraph = Paragraph
side-kind-heading = Heading
side-kind-list = List
side-kind-figure = Picture
side-kind-quote = Quotation
side-kind-code = Code
side-kind-table = Table
side-kind-embed = Embedded link
side-kind-rule = Divider
side-kind-note = Footnote or definition
side-row-changed = changed in the original
side-row-new = new in the original
side-row-missing = not translated
side-row-gone = taken out of the original
side-row-own = only in the translation
side-row-kept = kept as it is
side-done-saved = Saved as a new version.
side-done-same = Nothing was changed, so nothing had to be saved.
side-done-current = Saved, and noted as up to date.
side-done-review = Saved. It now waits for review.
side-done-back = Saved. It is in work again.
side-problem-form = This form was incomplete, so nothing was saved. Please load the page anew.
side-problem-title = The translation needs a title.
side-problem-long = A title, description or caption can have at most 2,000 characters.
side-problem-slug = This can’t be an address. Please use words of lower-case letters and digits, joined by hyphens.
side-problem-taken = Another text in this language has this address.
side-problem-stale = Somebody else saved this translation in the meantime. Your text is still here; where the two differ, both are shown. Save again to put yours in its place.
side-done-imported = The file was taken in as a new version.
side-problem-no-file = Please choose a file.
side-problem-file-large = The file is larger than 8 MiB.
side-problem-file-broken = The file can’t be read: it isn’t well-formed XML in UTF-8.
side-problem-file-entities = The file has a document type or entities. Such files aren’t read.
side-problem-file-other = The file isn’t XLIFF 2.
side-problem-other-story = The file belongs to another story or another language, or doesn’t say which.
side-files = For translation tools
side-files-text = An XLIFF 2.1 file holds the original and the translation, paragraph by paragraph. What comes back is shown before anything is saved.
side-export = Download XLIFF
side-file = Translated file
side-import = See what would change
import-back = Back to the translation
import-older = The original has been changed since this file was made. What is taken stays marked as out of date where it concerns such a change.
import-text = Nothing has been saved yet. Untick what you don’t want.
import-same = { $count ->
    [one] 1 text is there already.
   *[other] { $count-text } texts are there already.
}
import-empty = { $count ->
    [one] 1 text has no translation.
   *[other] { $count-text } texts have no translation.
}
import-strangers = { $count ->
    [one] 1 text belongs to a paragraph that is no longer there; it is left out.
   *[other] { $count-text } texts belong to paragraphs that are no longer there; they are left out.
}
import-take = Take this
import-diff = What would change
import-edited = The translation was changed here in the meantime.
import-moved = The original has changed since.
import-lost = Missing in the translation:
import-unknown = { $count ->
    [one] 1 code isn’t known and was left out.
   *[other] { $count-text } codes aren’t known and were left out.
}
import-save = Save as a new version
import-nothing = The file would change nothing.
side-done-signed = Saved, and signed off.
machine-title = Drafts by machine
machine-text = A machine can draft what is still missing. It never writes over what somebody has written, and nothing of it is published before somebody has signed it off. Save before you ask.
machine-ask = Draft what is missing
machine-running = Drafting: { $done-text } of { $total-text } texts.
machine-look = See how far it is
machine-ended = The drafts that were asked for last are made.
machine-refused = { $count ->
    [one] 1 text lost a link, a footnote or another mark on the way and was left out.
   *[other] { $count-text } texts lost a link, a footnote or another mark on the way and were left out.
}
machine-made = by machine
machine-sign = Sign off
machine-sign-all = Save, sign all drafts off
machine-unsigned = { $count ->
    [one] 1 draft by machine isn’t signed off
   *[other] { $count-text } drafts by machine aren’t signed off
}
machine-problem-unreachable = The translation service didn’t answer. What it had drafted before is kept.
machine-problem-failing = The translation service has too much to do. What it had drafted before is kept; please try again later.
machine-problem-refusing = The translation service refuses: the key, the quota or the languages may be wrong.
machine-problem-unreadable = The answer of the translation service can’t be read.
machine-problem-inside = The drafts couldn’t be saved. Please try again.
translate-assignee = Assigned to
translate-due = Due
translate-overdue = overdue
assign-title = Who does it
assign-nobody = nobody yet
assign-save = Assign
side-done-assigned = Assigned.
side-problem-assignee = Please choose somebody who works in this language.
side-problem-due = This isn’t a date.
title-admin-glossary = Glossary
glossary-text = Words of the newspaper and how they are translated, for each pair of languages. Translators see them below each paragraph that has them, and drafts by machine keep to them where the service can.
glossary-from = from { $language }
glossary-none = No word has been given for these languages.
glossary-new = New word
glossary-source = Word ({ $language })
glossary-target = Translation ({ $language })
glossary-done-saved = Saved.
glossary-done-removed = Taken out.
glossary-problem-source = Please give a word, at most 100 characters long.
glossary-problem-target = Please say how it is translated, in at most 100 characters.
glossary-problem-full = This glossary is full. Please take out a word that is no longer needed.
