## Suggerimenti durante la digitazione, ricerche migliori
suggest-count = { $count ->
    [0] Nessun suggerimento
    [one] { $count-text } suggerimento. Usa i tasti freccia per sceglierlo.
   *[other] { $count-text } suggerimenti. Usa i tasti freccia per scegliere.
}
suggest-popular = Cercato spesso
search-perhaps = Forse cercavi:
