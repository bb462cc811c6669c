## Gestire l’abbonamento
title-leave = Disdire l’abbonamento
title-pause = Fare una pausa
manage-back = Torna all’abbonamento
leave-heading = Disdire { $plan }
leave-text = Si legge fino al { $date }. Poi non viene addebitato più nulla, e si può tornare in ogni momento.
leave-reason-label = Ci dici perché? (facoltativo)
leave-reason-none = Nessuna risposta
leave-reason-too-expensive = Costa troppo
leave-reason-unused = Leggo troppo poco
leave-reason-missing-features = Mi manca qualcosa
leave-reason-switched-service = Ora leggo altro
leave-reason-low-quality = Gli articoli non mi piacciono
leave-reason-too-complex = È troppo complicato
leave-reason-customer-service = Non sono stato seguito bene
leave-reason-other = Un altro motivo
leave-submit = Disdici ora
leave-instead = Che cosa si può fare invece
leave-off-text = Resta e paga meno. Lo sconto viene detratto automaticamente.
leave-off-submit = Resta con questo sconto
pause-text = { $plan } può restare in pausa per un po’. Si legge fino al { $date }, il termine del periodo pagato; poi non viene addebitato nulla finché la pausa non finisce. Riprende da solo, o quando si vuole.
pause-months-label = Per quanto tempo?
pause-months = { $months ->
    [one] { $months-text } mese
   *[other] { $months-text } mesi
}
pause-submit = Fai una pausa
subscription-paused = È in pausa.
subscription-paused-until = È in pausa e riprende il { $date }.
subscription-next = Il { $date } addebiteremo { $amount }.
subscription-discount = Sconto:
subscription-card = Pagato con { $card }, valida fino a { $month }
subscription-end-pause = Riprendi ora
subscription-pause = Fai una pausa
subscription-done-paused = L’abbonamento è in pausa.
subscription-done-pause-ended = L’abbonamento riprende.
subscription-done-stayed = Siamo lieti che tu resti. Lo sconto vale dal prossimo pagamento.
subscription-problem-not-now = Nello stato attuale dell’abbonamento non è possibile. Nulla è cambiato.
off-percent = { $percent }% di sconto
off-amount = { $amount } di sconto
off-once = sul prossimo pagamento
off-months = { $months ->
    [one] per { $months-text } mese
   *[other] per { $months-text } mesi
}
off-forever = senza scadenza
off-until = fino al { $date }
change-credit = Ora non si paga nulla. Dell’abbonamento attuale restano { $amount }, che verranno detratti dalle prossime fatture.
change-anew = È passato un po’ di tempo: questo è l’importo attuale. Si prega di confermare di nuovo.
subscribe-code = Il codice { $code } è valido.
subscribe-problem-code = Questo codice non è valido, o non lo è più. È possibile abbonarsi senza codice o seguire un altro link.
price-tax-included-vat = IVA inclusa.
price-tax-included-gst = GST inclusa.
price-tax-included-sales-tax = Imposta sulle vendite inclusa.
price-tax-added-vat = IVA esclusa.
price-tax-added-gst = GST esclusa.
price-tax-added-sales-tax = Imposta sulle vendite esclusa.
