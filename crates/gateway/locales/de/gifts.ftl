## Ein Abo verschenken
title-gift = Ein Abo verschenken
gift-text = Sie bezahlen einmal, und es endet von selbst. Den Code bekommen Sie sofort; auf Wunsch verschicken wir ihn auch per Mail, an dem Tag, den Sie wählen.
gift-what = Was möchten Sie verschenken?
gift-offer = { $months ->
    [one] { $plan }, ein Monat
   *[other] { $plan }, { $months-text } Monate
}
gift-giver = Ihr Name
gift-recipient = Name der beschenkten Person
gift-message = Ein paar Worte von Ihnen (freiwillig)
gift-how = Wie soll es ankommen?
gift-how-mail = Per Mail, an einem Tag Ihrer Wahl
gift-how-self = Ich überreiche den Code selbst
gift-email = E-Mail-Adresse der beschenkten Person
gift-date = Tag
gift-language = Sprache der Mail
gift-submit = Weiter zur Zahlung
gift-none = Zurzeit gibt es keine Geschenkabos.
gift-have-code = Sie haben einen Code bekommen?
gift-problem-offer = Dieses Angebot gibt es nicht mehr. Bitte wählen Sie noch einmal.
gift-problem-names = Bitte geben Sie beide Namen an, mit höchstens 80 Zeichen.
gift-problem-message = Ihre Nachricht ist zu lang. Es ist Platz für 600 Zeichen.
gift-problem-email = Das ist keine E-Mail-Adresse. Sie sollte aussehen wie name@example.org.
gift-problem-date = Bitte wählen Sie einen Tag zwischen heute und heute in einem Jahr.
gift-problem-again = Dieses Geschenk ist schon bezahlt. Wenn Sie noch eines machen möchten, schicken Sie das Formular bitte ein weiteres Mal ab.
gift-problem-failed = Unser Zahlungsdienst antwortet nicht. Es wurde nichts abgebucht; bitte versuchen Sie es gleich noch einmal.
gift-paid-title = Ihr Geschenk ist bereit
gift-paid-text = Das ist der Code für { $name }. Er lässt sich einmal einlösen.
gift-paid-mail = Wir schicken ihn am { $date } an { $email }.
gift-paid-self = Schreiben Sie ihn auf eine Karte, oder geben Sie den Link weiter.
gift-code = Code
gift-link = Link:
gift-until = Der Code lässt sich bis zum { $date } einlösen.
gift-sign-in = Melden Sie sich als { $email } an, um jederzeit zu sehen, ob er eingelöst ist.
gift-state-unpaid = nicht bezahlt
gift-state-ready = noch nicht eingelöst
gift-state-redeemed = eingelöst
gift-state-void = erstattet
gift-state-expired = verfallen
title-gifts = Geschenke
gifts-given = Ihre Geschenke
gifts-none = Sie haben noch nichts verschenkt.
gifts-for = Für { $name }
gifts-sent = Am { $date } an { $email } geschickt.

## Einen Code einlösen
title-redeem = Code einlösen
redeem-text = Geben Sie den Code von der Karte oder aus der Mail ein.
redeem-sign-in = Vorher melden Sie sich an, damit das Geschenk Ihnen gehört.
redeem-submit = Einlösen
redeem-submit-sign-in = Anmelden und einlösen
redeem-problem-code = Dieser Code stimmt nicht. Bitte prüfen Sie jeden Buchstaben und jede Ziffer.
redeem-problem-too-many = Zu viele falsche Codes. Bitte versuchen Sie es in einer Stunde wieder.
redeem-problem-used = Dieser Code ist schon eingelöst.
redeem-problem-void = Dieses Geschenk wurde zurückgenommen und lässt sich nicht mehr einlösen.
redeem-problem-expired = Dieser Code ist verfallen.
redeem-problem-subscribed = Sie haben ein Abo, das sich verlängert; das Geschenk ginge verloren. Kündigen Sie zuerst das Abo, dann beginnt das Geschenk, wenn es endet. Oder geben Sie den Code weiter; er bleibt gültig.
redeem-problem-for-good = Sie lesen schon alles ohne Ende. Geben Sie den Code weiter; er bleibt gültig.
redeem-done-title = Es gehört Ihnen
redeem-done-text = { $plan }: vom { $from } bis zum { $until }. Es endet von selbst.
redeem-giver = Ein Geschenk von { $name }
redeem-read = Mit dem Lesen beginnen

## Post zu Geschenken
mail-gift-subject = { $giver } schenkt Ihnen { $site }
mail-gift-text = Guten Tag { $name }, { $giver } schenkt Ihnen ein Abonnement von { $site }: { $what }. Folgen Sie zum Einlösen dem Link, oder geben Sie diesen Code ein:
mail-gift-redeem = Geschenk einlösen
mail-gift-no-renewal = Es endet von selbst. Zu bezahlen oder zu kündigen gibt es nichts.
mail-gift-paid-subject = Ihr Geschenk für { $name }
mail-gift-paid-text = Vielen Dank. Ihr Geschenk für { $name } ist bezahlt: { $what }.
