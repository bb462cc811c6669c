## Überall
skip-to-content = Zum Inhalt springen
nav-search = Suche
nav-account = Konto
nav-sign-in = Anmelden
nav-subscribe = Abonnieren
nav-sections = Ressorts
nav-archive = Archiv
nav-language = Sprache:
nav-feed = Atom-Feed
nav-mailbox = Abgefangene Post
reading-time = { $minutes-text } Min. Lesezeit
byline = Von { $names }
updated = Aktualisiert am { $date }
access-members = Für Mitglieder
access-paid = Für Abonnenten
access-plans = In ausgewählten Abos
pager-label = Seiten
pager-previous = Zurück
pager-next = Weiter
pager-position = Seite { $page-text } von { $pages-text }

## Startseite und Listen
front-top = Die wichtigsten Artikel
front-latest = Neueste Artikel
front-empty = Hier ist noch nichts erschienen.
listing-section = Ressort
listing-tag = Thema
listing-author = Redaktion
listing-month = Archiv
listing-count = { $count ->
    [one] { $count-text } Artikel
   *[other] { $count-text } Artikel
}
listing-empty = Hier gibt es noch keine Artikel.
title-archive = Archiv

## Artikel
article-available-in = Dieser Artikel ist verfügbar auf { $list }.
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

## Abonnieren
title-subscribe = Abonnieren
subscribe-heading = Bis zum letzten Satz
subscribe-text = { $site } lebt von Leserinnen und Lesern. Wählen Sie, was zu Ihnen passt.
subscribe-held = Ihr Abo
subscribe-how = So abonnieren Sie
subscribe-contact = Schreiben Sie an { $address }: Wir richten Ihr Abo ein und melden uns, sobald es läuft.
subscribe-no-contact = Abos können derzeit nicht online bestellt werden.

## Anmelden
title-sign-in = Anmelden
sign-in-heading-ask = Anmelden
sign-in-heading-sent = Sehen Sie in Ihre Post
sign-in-heading-confirm = Fast geschafft
sign-in-heading-other-browser = Weiter, wo Sie angefangen haben
sign-in-text-ask = Wir schicken Ihnen einen Link und einen Code. Ein Passwort brauchen Sie nicht.
sign-in-text-sent = Wir haben Ihnen einen Link und einen sechsstelligen Code geschickt; beide gelten 15 Minuten. Öffnen Sie den Link in diesem Browser oder geben Sie den Code hier ein.
sign-in-text-confirm = Sie melden sich an als { $email }.
sign-in-text-other-browser = Der Link gilt nur in dem Browser, in dem Sie ihn angefordert haben. Öffnen Sie ihn dort, oder geben Sie den Code aus der Mail auf der Seite ein, die noch offen ist.
sign-in-email = E-Mail-Adresse
sign-in-submit = Link schicken
sign-in-code = Code aus der Mail
sign-in-code-submit = Anmelden
sign-in-confirm = Anmelden
sign-in-no-account = Noch kein Konto? Es entsteht bei der ersten Anmeldung.
sign-in-again = Neue Mail anfordern
sign-in-problem-email = Das ist keine E-Mail-Adresse. Sie sollte aussehen wie name@example.org.
sign-in-problem-code = Dieser Code stimmt nicht. Bitte prüfen Sie die Mail oder fordern Sie eine neue an.
sign-in-problem-expired = Link oder Code sind abgelaufen. Bitte fordern Sie eine neue Mail an.
sign-in-problem-used = Link oder Code wurden schon benutzt. Bitte fordern Sie eine neue Mail an.
sign-in-problem-too-many = Es wurden zu viele Mails angefordert. Bitte versuchen Sie es in einer Stunde wieder.
sign-in-problem-attempts = Zu viele falsche Codes. Bitte nehmen Sie den Link oder fordern Sie eine neue Mail an.

## Konto
title-account = Ihr Konto
account-plans = Ihr Abonnement
account-no-plan = Sie haben zurzeit kein Abonnement.
account-plan-until = bis { $date }
account-plan-for-good = unbefristet
account-plan-ended = beendet
account-profile = Name und Sprachen
account-name = Name
account-languages = Sprachen, die Sie lesen
account-languages-text = In der Reihenfolge, die Ihnen am liebsten ist: Danach richtet sich, was wir Ihnen zeigen, anbieten und schicken.
account-language-place = { $place ->
    [1] Erste Sprache
   *[other] { $place-text }. Sprache
}
account-language-none = keine
account-save = Speichern
account-sessions = Wo Sie angemeldet sind
account-device-unknown = Unbekannter Browser
account-session-current = dieser Browser
account-session-seen = Zuletzt benutzt: { $date }
account-session-end = Abmelden
account-sessions-end-others = Überall sonst abmelden
account-sign-out = Hier abmelden
account-data = Ihre Daten
account-export-text = Laden Sie alles herunter, was wir über Sie speichern, als JSON-Datei.
account-export = Herunterladen
account-delete-text = Mit dem Konto wird alles gelöscht, was wir über Sie speichern, endgültig und mitsamt dem Abonnement.
account-delete-confirm = Geben Sie zur Bestätigung Ihre Adresse ein ({ $email })
account-delete = Konto löschen
account-done-saved = Gespeichert.
account-done-revoked = Dort abgemeldet.
account-problem-name = Der Name ist zu lang oder enthält Zeichen, die sich nicht darstellen lassen.
account-problem-languages = Bitte wählen Sie mindestens eine Sprache.
account-problem-confirm = Das ist nicht die Adresse Ihres Kontos; es wurde nichts gelöscht.
role-owner = Inhaber
role-admin = Administration
role-editor = Redaktion
role-author = Autor
role-translator = Übersetzung

## Demo
title-mailbox = Abgefangene Post
mailbox-text = Dies ist eine Demo: Post wird nicht verschickt, sondern hier gezeigt.
mailbox-empty = Noch keine Post.

## Fehler
error-400-title = Das ergab keinen Sinn
error-400-text = Die Anfrage lässt sich nicht verstehen.
error-403-title = Nicht von dort
error-403-text = Dieses Formular kam von einer anderen Website. Zu Ihrer Sicherheit ist nichts geschehen.
error-404-title = Hier ist nichts
error-404-text = Die Seite ist umgezogen, oder es gab sie nie. Vielleicht hilft einer dieser Artikel?
error-405-title = So nicht
error-405-text = Diese Adresse lässt sich so nicht benutzen.
error-410-title = Zurückgezogen
error-410-text = Dieser Artikel wurde zurückgezogen und kann hier nicht mehr gelesen werden.
error-413-title = Zu viel
error-413-text = Es wurde mehr geschickt, als wir annehmen können.
error-500-title = Hier ist etwas schiefgegangen
error-500-text = Der Fehler liegt bei uns und ist gemeldet. Bitte versuchen Sie es in Kürze noch einmal.
error-request = Kennung: { $id }
error-home = Zur Startseite

## Post
mail-sign-in-subject = { $code } ist Ihr Code für { $site }
mail-sign-in-greeting = Sie möchten sich bei { $site } anmelden.
mail-sign-in-link-text = Öffnen Sie diesen Link in dem Browser, in dem Sie ihn angefordert haben:
mail-sign-in-code-text = Auf einem anderen Gerät geben Sie diesen Code ein:
mail-sign-in-expiry = Beide gelten einmal und { $minutes ->
    [one] { $minutes-text } Minute
   *[other] { $minutes-text } Minuten
} lang.
mail-sign-in-not-you = Wenn Sie das nicht waren, beachten Sie diese Mail nicht; es geschieht nichts.

## Fehler der Schnittstellen (RFC 9457)
problem-400 = Ungültige Anfrage
problem-403 = Abgelehnt
problem-404 = Nicht gefunden
problem-405 = Methode nicht erlaubt
problem-410 = Nicht mehr vorhanden
problem-413 = Zu groß
problem-500 = Interner Fehler

## Prices and subscriptions
subscribe-every-label = Zahlungsweise
subscribe-every-month = Monatlich
subscribe-every-year = Jährlich
subscribe-currency-label = Währung
price-month = { $amount } im Monat
price-year = { $amount } im Jahr
price-pass = { $days ->
    [one] { $amount } für einen Tag
   *[other] { $amount } für { $days } Tage
}
price-trial = { $days ->
    [one] Der erste Tag ist kostenlos.
   *[other] Die ersten { $days } Tage sind kostenlos.
}
price-monthly = Das sind { $amount } im Monat.
price-tax-added = Zuzüglich Steuer.
subscribe-buy = Abonnieren
subscribe-buy-trial = Kostenlos testen
subscribe-buy-pass = Zeitpass kaufen
subscribe-how-text = Sie bezahlen auf der Seite unseres Zahlungsdienstes und lesen danach genau hier weiter. Kündigen können Sie jederzeit in Ihrem Konto; bis zum Ende der bezahlten Zeit lesen Sie weiter.
subscribe-have = Sie haben ein Abo.
subscribe-problem-price = Dieses Angebot gibt es nicht mehr. Bitte wählen Sie noch einmal.
subscribe-problem-failed = Unser Zahlungsdienst antwortet nicht. Es wurde nichts abgebucht; bitte versuchen Sie es gleich noch einmal.
subscribe-done-paid-title = Vielen Dank
subscribe-done-paid-text = Ihre Zahlung ist da. Ein Schritt fehlt noch: Melden Sie sich als { $email } an, damit niemand außer Ihnen mit Ihrem Abo liest.
subscribe-done-paid-submit = Code zuschicken
subscribe-done-waiting-title = Einen Augenblick
subscribe-done-waiting-text = Wir warten auf die Bestätigung unseres Zahlungsdienstes. Diese Seite sieht von selbst wieder nach.
subscribe-done-again = Zurück zu den Abos
subscribe-done-expired-title = Nicht bezahlt
subscribe-done-expired-text = Diese Zahlung wurde nicht abgeschlossen, es wurde nichts abgebucht. Sie können neu wählen.
title-subscription = Ihr Abo und Ihre Rechnungen
title-change = Abo wechseln
subscription-why-not-begun = Es hat noch nicht begonnen.
subscription-why-paid = Es ist bezahlt.
subscription-why-trial = Sie lesen zurzeit kostenlos.
subscription-why-grace = Die letzte Zahlung ist fehlgeschlagen. Noch lesen Sie weiter; bitte prüfen Sie Ihre Karte.
subscription-why-ending = Es ist gekündigt.
subscription-why-grace-over = Die letzte Zahlung ist fehlgeschlagen, und die Frist ist vorbei. Bitte prüfen Sie Ihre Karte.
subscription-why-over = Es ist beendet.
subscription-why-never-paid = Die erste Zahlung ist nicht gelungen.
subscription-why-unpaid = Die Zahlungen sind endgültig fehlgeschlagen.
subscription-why-paused = Es ruht.
subscription-why-refunded = Das Geld wurde erstattet.
subscription-why-disputed = Der Zahlung wurde bei der Bank widersprochen.
subscription-why-no-plan = Es gehört zu keinem unserer Abos.
subscription-renews = Die nächste Zahlung ist am { $date } fällig.
subscription-ends = Sie lesen bis zum { $date }.
subscription-ended = Es endete am { $date }.
subscription-change = Abo wechseln
subscription-end = Abo kündigen
subscription-resume = Abo behalten
subscription-portal = Karte und Adresse ändern
subscription-done-ended = Gekündigt. Sie lesen bis zum Ende der bezahlten Zeit.
subscription-done-resumed = Ihr Abo läuft weiter.
subscription-done-changed = Ihr Abo ist gewechselt.
subscription-problem-failed = Unser Zahlungsdienst konnte das nicht ausführen. Es wurde nichts geändert; bitte versuchen Sie es noch einmal oder prüfen Sie Ihre Karte.
subscription-invoices = Rechnungen
invoice-refunded = { $amount } erstattet
invoice-open = offen
invoice-void = storniert
invoice-show = Ansehen
change-due = Sie zahlen jetzt { $amount }; was von Ihrem bisherigen Abo übrig ist, ist schon abgezogen.
change-confirm = Jetzt wechseln
change-choose = Ansehen, was es jetzt kostet

## Newsroom: the money
title-admin-billing = Abos und Zahlungen
admin-who = Wer
admin-plan = Abo
admin-state = Stand
admin-since = Seit
admin-unproved = noch nicht angemeldet
admin-sales-label = Abos
admin-sales = Zuletzt geändert
admin-sales-none = Noch hat niemand abonniert.
admin-failing = Fehlgeschlagene Zahlungen
admin-failing-none = Alle Zahlungen sind in Ordnung.
admin-prices = Abos und Preise
admin-price-retired = nicht mehr im Angebot
admin-events = Was Stripe geschickt hat
admin-event-kept = abgelegt
admin-event-applied = verarbeitet
admin-event-waiting = wartet
admin-given-up = Aufgegeben
admin-given-up-text = Das ist zu oft fehlgeschlagen. Ist die Ursache behoben, versuchen Sie es neu.
admin-given-up-attempts = { $attempts ->
    [one] Einmal versucht.
   *[other] { $attempts }-mal versucht.
}
admin-replay = Neu versuchen
admin-replayed = Es wird neu versucht.
