## Ein Artikel, der ohne Abo offen ist
notice-label = Wie Sie diesen Artikel lesen
notice-institution = Sie lesen über { $name }.
notice-metered = { $left ->
    [0] Dies ist der letzte Ihrer freien Artikel in diesem Monat. Weitere gibt es ab dem { $date }.
    [one] Sie können diesen Monat noch { $left-text } Artikel kostenlos lesen.
   *[other] Sie können diesen Monat noch { $left-text } Artikel kostenlos lesen.
}
notice-ledger = Was gezählt hat

## Die Bezahlschranke
wall-meter-used-up = { $limit ->
    [one] Ihren freien Artikel für diesen Monat haben Sie gelesen. Der nächste ist ab dem { $date } frei.
   *[other] Ihre { $limit-text } freien Artikel für diesen Monat haben Sie gelesen. Weitere sind ab dem { $date } frei.
}
wall-meter-offer = { $limit ->
    [one] Ein Artikel im Monat ist frei.
   *[other] { $limit-text } Artikel im Monat sind frei.
}
wall-meter-read = Diesen Artikel kostenlos lesen
wall-meter-no-cookie = Um Ihre freien Artikel zu zählen, muss Ihr Browser ein Cookie behalten. Es sagt nichts über Sie. Bitte erlauben Sie es für diese Seite und öffnen Sie den Artikel noch einmal.

## Was gezählt hat
title-meter = Ihre freien Artikel
meter-left = { $left ->
    [0] Ihre freien Artikel für diesen Monat haben Sie gelesen. Am { $date } bekommen Sie { $limit-text } neue.
    [one] Bis zum { $date } können Sie noch { $left-text } Artikel für Abonnenten kostenlos lesen.
   *[other] Bis zum { $date } können Sie noch { $left-text } Artikel für Abonnenten kostenlos lesen.
}
meter-rule = Ein Artikel zählt nur einmal, gleich in welcher Sprache und wie oft Sie ihn lesen, und gar nicht, wenn Sie ihn nach wenigen Sekunden verlassen.
meter-undo-rule = Einen Artikel im Monat können Sie zurücknehmen.
meter-undo-used = Diesen Monat haben Sie schon einen Artikel zurückgenommen.
meter-off = Zurzeit sind keine Artikel frei.
meter-reads = { $count ->
    [0] Diesen Monat zählt kein Artikel
    [one] { $count-text } Artikel zählt diesen Monat
   *[other] { $count-text } Artikel zählen diesen Monat
}
meter-empty = Sie haben diesen Monat noch keinen freien Artikel gelesen.
meter-state-counts = zählt
meter-state-bounce = gleich verlassen, zählt nicht
meter-state-undone = zurückgenommen, zählt nicht
meter-story-gone = Ein Artikel, der nicht mehr veröffentlicht ist
meter-undo = Zurücknehmen
meter-undo-label = „{ $title }“ zurücknehmen
meter-done-undone = Zurückgenommen. Der Artikel zählt nicht mehr.
meter-problem-undo = Dieser Artikel ließ sich nicht zurücknehmen: Das geht nur einmal im Monat und nur, solange er zählt.
