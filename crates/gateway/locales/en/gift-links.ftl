## Under a story, and over a story that was given
notice-gift = A subscriber has given you this story.
gift-give-text = Give this story away: whoever gets the link can read it to the end for 30 days.
gift-give = Make a gift link

## Gift links
title-gift-links = Gift links
gift-links-left = { $left ->
    [0] You have made all { $limit-text } of this month’s gift links. You can make more from { $date }.
    [one] You can make { $left-text } more gift link before { $date }.
   *[other] You can make { $left-text } more gift links before { $date }.
}
gift-links-off = Gift links can’t be made at the moment.
gift-link-made = Your gift link
gift-link-address = Pass this address on
gift-link-how = Until { $date } anyone who opens it can read the story to the end, in every language.
gift-links-list = Your links
gift-links-empty = You haven’t made a gift link yet. You find the button under stories for subscribers.
gift-link-state-open = open until { $date }
gift-link-state-expired = expired on { $date }
gift-link-state-revoked = taken back
gift-link-uses = { $uses ->
    [0] not opened yet
    [one] opened in { $uses-text } browser
   *[other] opened in { $uses-text } browsers
}
gift-link-show = Show
gift-link-show-label = Show the link to “{ $title }”
gift-link-revoke = Take back
gift-link-revoke-label = Take back the link to “{ $title }”
gift-links-done-revoked = Taken back. The link opens nothing any more.
gift-links-problem-used-up = You have made all your gift links for this month. You can make more from { $date }.
gift-links-problem-not-yours = Only subscribers whose plan includes a story can give it away.

## A link that opens nothing any more
gift-ended-title = This gift link has ended
gift-ended-text = Gift links last 30 days, and whoever made one can take it back. You can still read the beginning of the story.
gift-ended-story = Go to the story
