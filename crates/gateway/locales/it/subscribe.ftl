## Abbonamento
title-subscribe = Abbonati
subscribe-heading = Fino all’ultima frase
subscribe-text = { $site } vive di chi lo legge. Scegli ciò che fa per te.
subscribe-held = Il tuo abbonamento
subscribe-how = Come abbonarsi
subscribe-contact = Scrivi a { $address }: attiveremo l’abbonamento e ti avviseremo appena sarà pronto.
subscribe-no-contact = Al momento non è possibile abbonarsi online.

## Prezzi e abbonamenti
subscribe-every-label = Periodicità del pagamento
subscribe-every-month = Mensile
subscribe-every-year = Annuale
subscribe-currency-label = Valuta
price-month = { $amount } al mese
price-year = { $amount } all’anno
price-pass = { $days ->
    [one] { $amount } per un giorno
   *[other] { $amount } per { $days } giorni
}
price-trial = { $days ->
    [one] Il primo giorno è gratuito.
   *[other] I primi { $days } giorni sono gratuiti.
}
price-monthly = Sono { $amount } al mese.
price-tax-added = Imposte escluse.
subscribe-buy = Abbonarsi
subscribe-buy-trial = Provare gratis
subscribe-buy-pass = Acquistare il pass
subscribe-how-text = Si paga sulla pagina del nostro fornitore di servizi di pagamento e poi si continua a leggere proprio qui. Si può disdire in ogni momento dal proprio account; si legge fino al termine del periodo pagato.
subscribe-have = Hai un abbonamento.
subscribe-problem-price = Questa offerta non è più disponibile. Si prega di scegliere di nuovo.
subscribe-problem-failed = Il nostro fornitore di servizi di pagamento non risponde. Non è stato addebitato nulla; si prega di riprovare tra poco.
subscribe-done-paid-title = Grazie
subscribe-done-paid-text = Il pagamento è arrivato. Manca un passo: accedere come { $email }, perché nessun altro legga con questo abbonamento.
subscribe-done-paid-submit = Inviami il codice
subscribe-done-waiting-title = Un momento
subscribe-done-waiting-text = Aspettiamo la conferma del nostro fornitore di servizi di pagamento. Questa pagina ricontrolla da sola.
subscribe-done-again = Torna alle offerte
subscribe-done-expired-title = Non pagato
subscribe-done-expired-text = Questo pagamento non è stato completato e non è stato addebitato nulla. È possibile scegliere di nuovo.
title-subscription = Abbonamento e fatture
title-change = Cambiare abbonamento
subscription-why-not-begun = Non è ancora iniziato.
subscription-why-paid = È pagato.
subscription-why-trial = Per ora si legge gratis.
subscription-why-grace = L’ultimo pagamento non è riuscito. Per ora si legge ancora; si prega di controllare la carta.
subscription-why-ending = È stato disdetto.
subscription-why-grace-over = L’ultimo pagamento non è riuscito e il termine è scaduto. Si prega di controllare la carta.
subscription-why-over = È terminato.
subscription-why-never-paid = Il primo pagamento non è riuscito.
subscription-why-unpaid = I pagamenti non sono riusciti, definitivamente.
subscription-why-paused = È in pausa.
subscription-why-refunded = Il denaro è stato rimborsato.
subscription-why-disputed = Il pagamento è stato contestato presso la banca.
subscription-why-no-plan = Non corrisponde a nessuna delle nostre offerte attuali.
subscription-renews = Il prossimo pagamento è previsto per il { $date }.
subscription-ends = Si legge fino al { $date }.
subscription-ended = È terminato il { $date }.
subscription-change = Cambiare abbonamento
subscription-end = Disdire l’abbonamento
subscription-resume = Mantenere l’abbonamento
subscription-portal = Modificare carta e indirizzo
subscription-done-ended = Disdetto. Si legge fino al termine del periodo pagato.
subscription-done-resumed = L’abbonamento continua.
subscription-done-changed = L’abbonamento è stato cambiato.
subscription-problem-failed = Il nostro fornitore di servizi di pagamento non ha potuto farlo. Nulla è cambiato; si prega di riprovare o di controllare la carta.
subscription-invoices = Fatture
invoice-refunded = { $amount } rimborsati
invoice-open = da pagare
invoice-void = annullata
invoice-show = Mostra
change-due = Ora si pagano { $amount }; quanto resta dell’abbonamento attuale è già stato detratto.
change-confirm = Cambia ora
change-choose = Vedere quanto costa ora
