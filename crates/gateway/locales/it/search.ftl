## Ricerca
title-search = Cerca
search-label = Che cosa cerchi?
search-submit = Cerca
search-count = { $count ->
    [0] Nessun risultato per «{ $query }».
    [one] { $count-text } articolo per «{ $query }»
   *[other] { $count-text } articoli per «{ $query }»
}
search-in-language = In { $language }
search-unavailable = La ricerca al momento non funziona. Tutto il resto sì; riprova tra poco.
search-nothing-hint = Controlla l’ortografia, prova con meno parole o più generiche, oppure parti da uno di questi articoli.
search-instead = Nessun articolo contiene le parole così come le hai scritte. Questi contengono:
search-narrow = Restringi
search-all = Rimuovi tutti i filtri
search-order-relevance = Prima i più pertinenti
search-order-date = Prima i più recenti
search-by-language = Lingua
search-by-section = Sezione
search-by-tag = Argomento
search-by-author = Autore
search-by-access = Per chi
search-access-public = Per tutti
search-from = Dal
search-until = Al
search-suggestions = Suggerimenti
search-feed-title = Nuovi articoli per «{ $query }»
search-description = Cerca negli articoli di { $site }
