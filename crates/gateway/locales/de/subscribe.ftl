## Abonnieren
title-subscribe = Abonnieren
subscribe-heading = Bis zum letzten Satz
subscribe-text = { $site } lebt von Leserinnen und Lesern. Wählen Sie, was zu Ihnen passt.
subscribe-held = Ihr Abo
subscribe-how = So abonnieren Sie
subscribe-contact = Schreiben Sie an { $address }: Wir richten Ihr Abo ein und melden uns, sobald es läuft.
subscribe-no-contact = Abos können derzeit nicht online bestellt werden.

## Preise und Abonnements
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
