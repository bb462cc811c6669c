## Artikel
article-available-in = Dieser Artikel ist verfügbar auf { $list }.
article-passages = Eine Stelle in einer anderen Sprache finden
article-tags = Themen
article-related = Mehr zum Thema
stale-label = Zu dieser Übersetzung
stale-text = { $changed ->
    [one] { $changed-text } Absatz hat sich seit dieser Übersetzung im Original ({ $language }) geändert.
   *[other] { $changed-text } Absätze haben sich seit dieser Übersetzung im Original ({ $language }) geändert.
}
stale-read = Das Original lesen
stale-passage = Stelle { $number-text }
share-label = Teilen
share-mail = E-Mail
share-bluesky = Bluesky
share-whatsapp = WhatsApp
share-linkedin = LinkedIn
share-copy = Link kopieren
share-copied = Link kopiert
neighbours-label = Voriger und nächster Artikel
neighbours-older = Voriger Artikel
neighbours-newer = Nächster Artikel

## Bezahlschranke
wall-label-sign-in = Für Mitglieder
wall-label-subscribe = Für Abonnenten
wall-label-plan = In ausgewählten Abos
wall-title-sign-in = Weiterlesen mit kostenlosem Konto
wall-title-subscribe = Möchten Sie weiterlesen?
wall-title-plan = Möchten Sie weiterlesen?
wall-text-sign-in = Melden Sie sich an oder legen Sie nur mit Ihrer E-Mail-Adresse ein Konto an, um diesen Artikel zu Ende zu lesen.
wall-text-subscribe = Mit einem Abonnement lesen Sie diesen Artikel bis zum Ende und alle anderen dazu, in jeder Sprache.
wall-text-plan = { $count ->
    [one] Dieser Artikel gehört zum Abo { $plans }.
   *[other] Dieser Artikel gehört zu diesen Abos: { $plans }.
}
wall-sign-in-free = Kostenlos anmelden
wall-subscribe = Jetzt abonnieren
wall-already = Sie haben schon ein Abo?

## Nicht in dieser Sprache
title-elsewhere = Nicht in dieser Sprache verfügbar
elsewhere-text = Dieser Artikel ist nicht ins Deutsche übersetzt. Sie können ihn lesen auf:
