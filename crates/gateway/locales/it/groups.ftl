## Gruppi
title-group-offer = Per i gruppi
group-offer-text = Un abbonamento per più persone: tu paghi i posti e decidi chi li occupa.
group-price-month = { $amount } al mese per posto
group-price-year = { $amount } all’anno per posto
group-seats = Numero di posti
group-seats-label = Quanti posti vuoi?
group-at-least = { $count ->
    [one] Almeno un posto
   *[other] Almeno { $count-text } posti
}
group-submit = Vai al pagamento
group-submit-sign-in = Accedi e continua
group-none = Al momento non ci sono abbonamenti per gruppi.
title-group = Il tuo gruppo
group-taken = { $taken-text } posti su { $seats-text } sono occupati o offerti.
group-ended = L’abbonamento al momento non è attivo; nessuno legge con esso.
group-state-invited = invitato
group-state-taken = occupato
group-state-standing = senza posto libero
group-remove = Riprendi
group-remove-of = Riprendi il posto di { $email }
group-invite = Offri un posto
group-invite-text = Spediamo un’e-mail con un link. Solo chi possiede l’indirizzo può prendere il posto; resta riservato per 30 giorni.
group-invite-submit = Spedisci l’invito
group-domain = I colleghi si aggiungono da soli
group-domain-off = Chi accede con un indirizzo di { $domain } riceve un posto libero senza invito.
group-domain-on = Chi accede con un indirizzo di { $domain } riceve un posto libero. Puoi riprenderlo in qualsiasi momento.
group-domain-open = Attiva
group-domain-close = Disattiva
group-subscription = Pagamento, fatture, disdetta
group-change-due = { $seats ->
    [one] Per un posto paghi ora { $amount }, per il resto del periodo.
   *[other] Per { $seats-text } posti paghi ora { $amount }, per il resto del periodo.
}
group-change-credit = { $seats ->
    [one] Con un posto, { $amount } verranno accreditati sulla prossima fattura.
   *[other] Con { $seats-text } posti, { $amount } verranno accreditati sulla prossima fattura.
}
group-done-invited = L’invito è in viaggio.
group-done-removed = Il posto è di nuovo libero.
group-done-domain = Salvato.
group-done-changed = Il numero di posti è stato modificato.
group-done-accepted = Il posto è tuo. Ora puoi leggere tutto.
group-done-left = Hai lasciato il posto.
group-problem-email = Questo non è un indirizzo e-mail. Dovrebbe somigliare a nome@example.org.
group-problem-full = Tutti i posti sono occupati o offerti. Aggiungi posti o riprendine uno.
group-problem-seated = Questo indirizzo ha già un posto.
group-problem-ended = L’abbonamento al momento non è attivo. Controlla prima il pagamento.
group-problem-seats = Scegli un numero da { $least-text } a { $most-text }.
group-problem-too-few = { $count ->
    [one] Un posto è occupato o offerto. Prima riprendilo.
   *[other] { $count-text } posti sono occupati o offerti. Prima riprendi quelli a cui vuoi rinunciare.
}
group-problem-not-shown = Nel frattempo il prezzo è cambiato. Guardalo ancora una volta.
group-problem-public = Presso questo fornitore chiunque può avere un indirizzo, perciò il gruppo non può essergli aperto.
group-problem-too-many = Oggi sono già stati spediti moltissimi inviti. Continua domani.
group-problem-failed = Il nostro fornitore di pagamenti non ha potuto farlo. Non è cambiato nulla; riprova o controlla la carta.

## Posti
title-seat = Un posto per te
seat-text = { $from } ti offre un posto ({ $plan }). Leggi tutto e non paghi nulla.
seat-accept = Prendi il posto
seat-seen = Chi paga per il gruppo vede il tuo indirizzo e-mail, ma non che cosa leggi.
seat-state-sign-in = Accedi con l’indirizzo a cui è stato spedito l’invito.
seat-state-other = Questo posto è offerto a un altro indirizzo. Esci e accedi di nuovo con l’indirizzo a cui è stato spedito l’invito.
seat-state-gone = Questo invito non è più valido.
seat-state-full = Tutti i posti del gruppo sono occupati. Chiedi a chi ti ha invitato.
seat-own = Il tuo posto
seat-from = Pagato da { $from }
seat-leave = Lascia il posto

## Posta sui posti
mail-seat-subject = Un posto per te su { $site }
mail-seat-text = { $from } ti offre un posto su { $site } ({ $plan }): leggi tutto e non paghi nulla.
mail-seat-how = Accedi con questo indirizzo e-mail; il posto ti resta riservato per 30 giorni. Se non lo vuoi, non devi fare nulla.
mail-seat-taken-subject = Il tuo posto su { $site } è terminato
mail-seat-taken-text = { $from } ha ripreso il posto con cui leggevi { $site }. Il tuo account resta; se vuoi continuare a leggere, puoi abbonarti tu.
