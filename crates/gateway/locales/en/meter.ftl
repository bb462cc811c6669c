## A story that is open without a plan
notice-label = How you are reading this story
notice-institution = You are reading through { $name }.
notice-metered = { $left ->
    [0] This is the last of your free stories this month. More from { $date }.
    [one] You can read { $left-text } more story for free this month.
   *[other] You can read { $left-text } more stories for free this month.
}
notice-ledger = What counted

## The wall
wall-meter-used-up = { $limit ->
    [one] You have read this month’s free story. The next one is free from { $date }.
   *[other] You have read this month’s { $limit-text } free stories. More are free from { $date }.
}
wall-meter-offer = { $limit ->
    [one] One story a month is free.
   *[other] { $limit-text } stories a month are free.
}
wall-meter-read = Read this story for free
wall-meter-no-cookie = To count your free stories your browser has to keep a cookie. It says nothing about you. Please allow it for this site and open the story again.

## What counted
title-meter = Your free stories
meter-left = { $left ->
    [0] You have read this month’s free stories. You get { $limit-text } new ones on { $date }.
    [one] You can read { $left-text } more paid story for free before { $date }.
   *[other] You can read { $left-text } more paid stories for free before { $date }.
}
meter-rule = A story counts once, in whatever language you read it and however often, and not if you leave it within a few seconds.
meter-undo-rule = You can take one story a month back.
meter-undo-used = You have taken a story back this month.
meter-off = No stories are free at the moment.
meter-reads = { $count ->
    [0] Nothing counts this month
    [one] { $count-text } story counts this month
   *[other] { $count-text } stories count this month
}
meter-empty = You haven’t read a free story this month.
meter-state-counts = counts
meter-state-bounce = left at once, doesn’t count
meter-state-undone = taken back, doesn’t count
meter-story-gone = A story that is no longer published
meter-undo = Take back
meter-undo-label = Take back “{ $title }”
meter-done-undone = Taken back. The story no longer counts.
meter-problem-undo = This story couldn’t be taken back: only one a month can be, and only while it counts.
