## Vorschläge beim Tippen, bessere Suchen
suggest-count = { $count ->
    [0] Keine Vorschläge
    [one] { $count-text } Vorschlag. Wählen Sie mit den Pfeiltasten.
   *[other] { $count-text } Vorschläge. Wählen Sie mit den Pfeiltasten.
}
suggest-popular = Oft gesucht
search-perhaps = Meinten Sie:
