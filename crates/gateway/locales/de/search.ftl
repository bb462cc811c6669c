## Suche
title-search = Suche
search-label = Wonach suchen Sie?
search-submit = Suchen
search-count = { $count ->
    [0] Nichts gefunden zu „{ $query }“.
    [one] { $count-text } Artikel zu „{ $query }“
   *[other] { $count-text } Artikel zu „{ $query }“
}
search-in-language = Auf { $language }
search-unavailable = Die Suche ist gerade gestört. Alles andere läuft; bitte versuchen Sie es in Kürze noch einmal.
search-nothing-hint = Prüfen Sie die Schreibweise, versuchen Sie es mit weniger oder allgemeineren Wörtern, oder beginnen Sie hier.
search-instead = Ihre Wörter kommen so nirgends vor. Diese Artikel enthalten:
search-narrow = Eingrenzen
search-all = Alle Filter entfernen
search-order-relevance = Beste Treffer zuerst
search-order-date = Neueste zuerst
search-by-language = Sprache
search-by-section = Ressort
search-by-tag = Schlagwort
search-by-author = Autorin oder Autor
search-by-access = Für wen
search-access-public = Für alle
search-from = Von
search-until = Bis
search-suggestions = Vorschläge
search-feed-title = Neue Artikel zu „{ $query }“
search-description = Die Artikel von { $site } durchsuchen
