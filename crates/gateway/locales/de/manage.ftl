## Das Abo verwalten
title-leave = Abo kündigen
title-pause = Pause machen
manage-back = Zurück zu Ihrem Abo
leave-heading = { $plan } kündigen
leave-text = Sie lesen bis zum { $date }. Danach wird nichts mehr abgebucht, und Sie können jederzeit wiederkommen.
leave-reason-label = Verraten Sie uns, warum? (freiwillig)
leave-reason-none = Keine Angabe
leave-reason-too-expensive = Es ist mir zu teuer
leave-reason-unused = Ich lese zu selten
leave-reason-missing-features = Mir fehlt etwas
leave-reason-switched-service = Ich lese jetzt etwas anderes
leave-reason-low-quality = Die Artikel gefallen mir nicht
leave-reason-too-complex = Es ist mir zu umständlich
leave-reason-customer-service = Ich fühle mich schlecht betreut
leave-reason-other = Ein anderer Grund
leave-submit = Jetzt kündigen
leave-instead = Was Sie stattdessen tun können
leave-off-text = Bleiben Sie, und zahlen Sie weniger. Der Rabatt wird von selbst abgezogen.
leave-off-submit = Mit diesem Rabatt bleiben
pause-text = { $plan } kann eine Weile ruhen. Sie lesen bis zum { $date }, dem Ende der bezahlten Zeit; danach wird nichts abgebucht, bis die Pause vorbei ist. Es läuft dann von selbst weiter, oder wann immer Sie möchten.
pause-months-label = Wie lange?
pause-months = { $months ->
    [one] { $months-text } Monat
   *[other] { $months-text } Monate
}
pause-submit = Pause machen
subscription-paused = Es macht Pause.
subscription-paused-until = Es macht Pause und läuft am { $date } weiter.
subscription-next = Am { $date } buchen wir { $amount } ab.
subscription-discount = Rabatt:
subscription-card = Bezahlt mit { $card }, gültig bis { $month }
subscription-end-pause = Jetzt weiterlesen
subscription-pause = Pause machen
subscription-done-paused = Ihr Abo macht Pause.
subscription-done-pause-ended = Ihr Abo läuft weiter.
subscription-done-stayed = Schön, dass Sie bleiben. Der Rabatt gilt ab der nächsten Zahlung.
subscription-problem-not-now = Das geht beim jetzigen Stand Ihres Abos nicht. Es wurde nichts geändert.
off-percent = { $percent } % Rabatt
off-amount = { $amount } Rabatt
off-once = auf die nächste Zahlung
off-months = { $months ->
    [one] für { $months-text } Monat
   *[other] für { $months-text } Monate
}
off-forever = auf Dauer
off-until = bis zum { $date }
change-credit = Sie zahlen jetzt nichts. Von Ihrem bisherigen Abo sind { $amount } übrig; sie werden von den nächsten Rechnungen abgezogen.
change-anew = Inzwischen ist etwas Zeit vergangen. Das ist der Betrag von jetzt; bitte bestätigen Sie noch einmal.
subscribe-code = Ihr Code { $code } gilt.
subscribe-problem-code = Diesen Code gibt es nicht oder nicht mehr. Sie können ohne ihn abonnieren oder einem anderen Link folgen.
price-tax-included-vat = Inkl. MwSt.
price-tax-included-gst = Inkl. GST.
price-tax-included-sales-tax = Inkl. Verkaufssteuer.
price-tax-added-vat = Zzgl. MwSt.
price-tax-added-gst = Zzgl. GST.
price-tax-added-sales-tax = Zzgl. Verkaufssteuer.
