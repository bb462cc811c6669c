## Article
article-available-in = This article is available in { $list }.
article-passages = Find a passage in another language
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
