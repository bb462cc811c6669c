## Gruppen
title-group-offer = Für Gruppen
group-offer-text = Ein Abo für mehrere: Sie bezahlen die Plätze und bestimmen, wer sie hat.
group-price-month = { $amount } im Monat je Platz
group-price-year = { $amount } im Jahr je Platz
group-seats = Zahl der Plätze
group-seats-label = Wie viele Plätze möchten Sie?
group-at-least = { $count ->
    [one] Mindestens ein Platz
   *[other] Mindestens { $count-text } Plätze
}
group-submit = Weiter zur Zahlung
group-submit-sign-in = Anmelden und weiter
group-none = Zurzeit gibt es keine Abos für Gruppen.
title-group = Ihre Gruppe
group-taken = { $taken-text } von { $seats-text } Plätzen sind vergeben oder angeboten.
group-ended = Das Abo läuft zurzeit nicht; niemand liest darüber.
group-state-invited = eingeladen
group-state-taken = liest mit
group-state-standing = ohne freien Platz
group-remove = Zurücknehmen
group-remove-of = Den Platz von { $email } zurücknehmen
group-invite = Einen Platz anbieten
group-invite-text = Wir schicken eine Mail mit einem Link. Annehmen kann den Platz nur, wem die Adresse gehört; er bleibt 30 Tage reserviert.
group-invite-submit = Einladung schicken
group-domain = Kolleginnen und Kollegen kommen von selbst dazu
group-domain-off = Wer sich mit einer Adresse bei { $domain } anmeldet, bekommt ohne Einladung einen freien Platz.
group-domain-on = Wer sich mit einer Adresse bei { $domain } anmeldet, bekommt einen freien Platz. Sie können ihn jederzeit zurücknehmen.
group-domain-open = Einschalten
group-domain-close = Ausschalten
group-subscription = Zahlung, Rechnungen, Kündigung
group-change-due = { $seats ->
    [one] Für einen Platz zahlen Sie jetzt { $amount }, für den Rest des Zeitraums.
   *[other] Für { $seats-text } Plätze zahlen Sie jetzt { $amount }, für den Rest des Zeitraums.
}
group-change-credit = { $seats ->
    [one] Bei einem Platz werden Ihnen { $amount } auf die nächste Rechnung gutgeschrieben.
   *[other] Bei { $seats-text } Plätzen werden Ihnen { $amount } auf die nächste Rechnung gutgeschrieben.
}
group-done-invited = Die Einladung ist unterwegs.
group-done-removed = Der Platz ist wieder frei.
group-done-domain = Gespeichert.
group-done-changed = Die Zahl der Plätze ist geändert.
group-done-accepted = Der Platz gehört Ihnen. Sie können jetzt alles lesen.
group-done-left = Sie haben den Platz aufgegeben.
group-problem-email = Das ist keine E-Mail-Adresse. Sie sollte aussehen wie name@example.org.
group-problem-full = Alle Plätze sind vergeben oder angeboten. Nehmen Sie Plätze hinzu, oder nehmen Sie einen zurück.
group-problem-seated = Diese Adresse hat schon einen Platz.
group-problem-ended = Das Abo läuft zurzeit nicht. Bitte prüfen Sie zuerst die Zahlung.
group-problem-seats = Bitte wählen Sie eine Zahl von { $least-text } bis { $most-text }.
group-problem-too-few = { $count ->
    [one] Ein Platz ist vergeben oder angeboten. Nehmen Sie ihn zuerst zurück.
   *[other] { $count-text } Plätze sind vergeben oder angeboten. Nehmen Sie zuerst die zurück, die Sie aufgeben möchten.
}
group-problem-not-shown = Der Preis hat sich inzwischen geändert. Bitte sehen Sie ihn noch einmal an.
group-problem-public = Bei diesem Anbieter kann jeder eine Adresse haben; deshalb lässt sich die Gruppe nicht für ihn öffnen.
group-problem-too-many = Heute wurden schon sehr viele Einladungen verschickt. Bitte machen Sie morgen weiter.
group-problem-failed = Unser Zahlungsdienst konnte das nicht ausführen. Es wurde nichts geändert; bitte versuchen Sie es noch einmal oder prüfen Sie Ihre Karte.

## Plätze
title-seat = Ein Platz für Sie
seat-text = { $from } bietet Ihnen einen Platz an ({ $plan }). Sie lesen alles und bezahlen nichts.
seat-accept = Platz annehmen
seat-seen = Wer die Gruppe bezahlt, sieht Ihre E-Mail-Adresse, aber nicht, was Sie lesen.
seat-state-sign-in = Melden Sie sich mit der Adresse an, an die die Einladung ging.
seat-state-other = Dieser Platz ist einer anderen Adresse angeboten. Melden Sie sich ab und mit der Adresse wieder an, an die die Einladung ging.
seat-state-gone = Diese Einladung gilt nicht mehr.
seat-state-full = Alle Plätze der Gruppe sind vergeben. Bitte fragen Sie, wer Sie eingeladen hat.
seat-own = Ihr Platz
seat-from = Bezahlt von { $from }
seat-leave = Platz aufgeben

## Post zu Plätzen
mail-seat-subject = Ein Platz für Sie bei { $site }
mail-seat-text = { $from } bietet Ihnen einen Platz bei { $site } an ({ $plan }): Sie lesen alles und bezahlen nichts.
mail-seat-how = Melden Sie sich mit dieser E-Mail-Adresse an; der Platz bleibt 30 Tage für Sie reserviert. Wenn Sie ihn nicht möchten, brauchen Sie nichts zu tun.
mail-seat-taken-subject = Ihr Platz bei { $site } ist beendet
mail-seat-taken-text = { $from } hat den Platz zurückgenommen, über den Sie { $site } gelesen haben. Ihr Konto bleibt; wenn Sie weiterlesen möchten, können Sie selbst abonnieren.
