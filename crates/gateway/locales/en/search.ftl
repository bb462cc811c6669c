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
