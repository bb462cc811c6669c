## Newsroom: searches
title-admin-search = Search
title-admin-synonyms = Synonyms
title-admin-pins = Pinned stories
tab-searches = What readers search for
taught-query = Query
taught-searches = Searches
taught-pin = Pin a story
taught-range = Time
taught-days = { $days ->
    [one] today
   *[other] { $days } days
}
taught-text = Nobody’s searches: only what was asked three times or more is shown, without who asked.
taught-without = Found nothing
taught-without-none = Everything was found.
taught-top = Most asked
taught-top-none = Nothing was asked often enough to be shown.
taught-done-saved = Saved. Every page follows within ten seconds.
taught-done-removed = Removed. Every page follows within ten seconds.
taught-problem-word = That can’t be searched for. Please give one to five words, at most 100 characters in all.
taught-problem-means = Please say what the word means.
taught-problem-many = That is too much: at most twenty for one word or query.
taught-problem-query = That can’t be searched for. Please give one to five words, at most 100 characters in all.
taught-problem-story = No published story has this address.
synonyms-text = Whoever searches for a word also finds what it means. Words in quotes are searched for just as they are.
synonyms-word = Word
synonyms-means = Also finds
synonyms-means-hint = Several, separated by commas. Each may be up to five words, such as “Deutsche Bahn”.
synonyms-both = And the other way round
synonyms-none = No word has been taught in this language.
synonyms-new = New synonym
pins-text = Pinned stories come first for a query, whether or not its words are in them.
pins-none = No story is pinned in this language.
pins-new = Pin a story
pins-pin = Pin
pins-remove = No longer pin “{ $name }”
pins-unpublished = not published
