## Suggestions while somebody types, and better searches
suggest-count = { $count ->
    [0] No suggestions
    [one] { $count-text } suggestion. Use the arrow keys to choose.
   *[other] { $count-text } suggestions. Use the arrow keys to choose.
}
suggest-popular = Often searched
search-perhaps = Did you mean:
