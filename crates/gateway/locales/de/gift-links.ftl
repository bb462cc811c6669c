## Unter einem Artikel, und über einem geschenkten
notice-gift = Diesen Artikel hat Ihnen jemand geschenkt, der ihn abonniert hat.
gift-give-text = Verschenken Sie diesen Artikel: Wer den Link bekommt, kann ihn 30 Tage lang bis zum Ende lesen.
gift-give = Geschenklink erstellen

## Geschenklinks
title-gift-links = Geschenklinks
gift-links-left = { $left ->
    [0] Sie haben alle { $limit-text } Geschenklinks für diesen Monat erstellt. Weitere können Sie ab dem { $date } erstellen.
    [one] Bis zum { $date } können Sie noch { $left-text } Geschenklink erstellen.
   *[other] Bis zum { $date } können Sie noch { $left-text } Geschenklinks erstellen.
}
gift-links-off = Zurzeit lassen sich keine Geschenklinks erstellen.
gift-link-made = Ihr Geschenklink
gift-link-address = Geben Sie diese Adresse weiter
gift-link-how = Bis zum { $date } kann jeder, der sie öffnet, den Artikel bis zum Ende lesen, in jeder Sprache.
gift-links-list = Ihre Links
gift-links-empty = Sie haben noch keinen Geschenklink erstellt. Die Schaltfläche dafür steht unter Artikeln für Abonnenten.
gift-link-state-open = offen bis zum { $date }
gift-link-state-expired = abgelaufen am { $date }
gift-link-state-revoked = zurückgenommen
gift-link-uses = { $uses ->
    [0] noch nicht geöffnet
    [one] in { $uses-text } Browser geöffnet
   *[other] in { $uses-text } Browsern geöffnet
}
gift-link-show = Anzeigen
gift-link-show-label = Link zu „{ $title }“ anzeigen
gift-link-revoke = Zurücknehmen
gift-link-revoke-label = Link zu „{ $title }“ zurücknehmen
gift-links-done-revoked = Zurückgenommen. Der Link öffnet nichts mehr.
gift-links-problem-used-up = Sie haben alle Geschenklinks für diesen Monat erstellt. Weitere können Sie ab dem { $date } erstellen.
gift-links-problem-not-yours = Verschenken kann einen Artikel nur, wessen Abo ihn enthält.

## Ein Link, der nichts mehr öffnet
gift-ended-title = Dieser Geschenklink gilt nicht mehr
gift-ended-text = Geschenklinks gelten 30 Tage, und wer einen erstellt hat, kann ihn zurücknehmen. Den Anfang des Artikels können Sie weiterhin lesen.
gift-ended-story = Zum Artikel
