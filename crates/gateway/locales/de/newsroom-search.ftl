## Redaktion: Suche
title-admin-search = Suche
title-admin-synonyms = Synonyme
title-admin-pins = Angeheftete Artikel
tab-searches = Was gesucht wird
taught-query = Suchwörter
taught-searches = Suchen
taught-pin = Artikel anheften
taught-range = Zeitraum
taught-days = { $days ->
    [one] heute
   *[other] { $days } Tage
}
taught-text = Niemandes Suchen: Gezeigt wird nur, was mindestens dreimal gefragt wurde, und nicht, von wem.
taught-without = Nichts gefunden
taught-without-none = Alles wurde gefunden.
taught-top = Am häufigsten gesucht
taught-top-none = Nichts wurde oft genug gesucht, um hier zu stehen.
taught-done-saved = Gespeichert. Binnen zehn Sekunden gilt es auf allen Seiten.
taught-done-removed = Entfernt. Binnen zehn Sekunden gilt es auf allen Seiten.
taught-problem-word = Danach lässt sich nicht suchen. Bitte geben Sie ein bis fünf Wörter an, zusammen höchstens 100 Zeichen.
taught-problem-means = Bitte sagen Sie, was das Wort bedeutet.
taught-problem-many = Das ist zu viel: höchstens zwanzig für ein Wort oder eine Suche.
taught-problem-query = Danach lässt sich nicht suchen. Bitte geben Sie ein bis fünf Wörter an, zusammen höchstens 100 Zeichen.
taught-problem-story = Unter dieser Adresse ist kein Artikel veröffentlicht.
synonyms-text = Wer nach einem Wort sucht, findet auch, was es bedeutet. Wörter in Anführungszeichen werden genau so gesucht, wie sie da stehen.
synonyms-word = Wort
synonyms-means = Findet auch
synonyms-means-hint = Mehrere durch Kommas getrennt. Jedes darf aus bis zu fünf Wörtern bestehen, etwa „Deutsche Bahn“.
synonyms-both = Und umgekehrt
synonyms-none = In dieser Sprache ist noch kein Wort hinterlegt.
synonyms-new = Neues Synonym
pins-text = Angeheftete Artikel stehen bei einer Suche ganz oben, ob die Wörter darin vorkommen oder nicht.
pins-none = In dieser Sprache ist kein Artikel angeheftet.
pins-new = Artikel anheften
pins-pin = Anheften
pins-remove = „{ $name }“ nicht mehr anheften
pins-unpublished = nicht veröffentlicht
