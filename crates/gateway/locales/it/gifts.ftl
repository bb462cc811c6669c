## Regalare un abbonamento
title-gift = Regala un abbonamento
gift-text = Paghi una volta e finisce da solo. Ricevi subito il codice; possiamo anche spedirlo per e-mail, nel giorno che scegli tu.
gift-what = Che cosa vuoi regalare?
gift-offer = { $months ->
    [one] { $plan }, un mese
   *[other] { $plan }, { $months-text } mesi
}
gift-giver = Il tuo nome
gift-recipient = Nome della persona a cui lo regali
gift-message = Due parole da parte tua (facoltativo)
gift-how = Come deve arrivare?
gift-how-mail = Per e-mail, nel giorno che scelgo
gift-how-self = Consegno io il codice
gift-email = Il suo indirizzo e-mail
gift-date = Giorno
gift-language = Lingua dell’e-mail
gift-submit = Vai al pagamento
gift-none = Al momento non ci sono abbonamenti da regalare.
gift-have-code = Hai ricevuto un codice?
gift-problem-offer = Questa offerta non è più disponibile. Scegli di nuovo.
gift-problem-names = Indica entrambi i nomi, con al massimo 80 caratteri.
gift-problem-message = Il messaggio è troppo lungo. C’è spazio per 600 caratteri.
gift-problem-email = Questo non è un indirizzo e-mail. Dovrebbe somigliare a nome@example.org.
gift-problem-date = Scegli un giorno tra oggi e un anno da oggi.
gift-problem-again = Questo regalo è già stato pagato. Se vuoi farne un altro, invia il modulo ancora una volta.
gift-problem-failed = Il nostro fornitore di pagamenti non risponde. Non è stato addebitato nulla; riprova tra un momento.
gift-paid-title = Il tuo regalo è pronto
gift-paid-text = Questo è il codice per { $name }. Si può riscattare una volta.
gift-paid-mail = Lo spediremo a { $email } il { $date }.
gift-paid-self = Scrivilo su un biglietto o inoltra il link.
gift-code = Codice
gift-link = Link:
gift-until = Il codice si può riscattare fino al { $date }.
gift-sign-in = Accedi come { $email } per vedere in ogni momento se è stato riscattato.
gift-state-unpaid = non pagato
gift-state-ready = non ancora riscattato
gift-state-redeemed = riscattato
gift-state-void = rimborsato
gift-state-expired = scaduto
title-gifts = Regali
gifts-given = I tuoi regali
gifts-none = Non hai ancora regalato nulla.
gifts-for = Per { $name }
gifts-sent = Spedito a { $email } il { $date }.

## Riscattare un codice
title-redeem = Riscatta un codice
redeem-text = Digita il codice del biglietto o dell’e-mail.
redeem-sign-in = Prima accedi, così il regalo è tuo.
redeem-submit = Riscatta
redeem-submit-sign-in = Accedi e riscatta
redeem-problem-code = Questo codice non è giusto. Controlla ogni lettera e ogni cifra.
redeem-problem-too-many = Troppi codici sbagliati. Riprova tra un’ora.
redeem-problem-used = Questo codice è già stato riscattato.
redeem-problem-void = Questo regalo è stato ritirato e non si può più riscattare.
redeem-problem-expired = Questo codice è scaduto.
redeem-problem-subscribed = Hai un abbonamento che si rinnova, e il regalo andrebbe perso. Disdici prima l’abbonamento: il regalo comincerà quando finisce. Oppure passa il codice a qualcun altro; resta valido.
redeem-problem-for-good = Leggi già tutto senza scadenza. Passa il codice a qualcun altro; resta valido.
redeem-done-title = È tuo
redeem-done-text = { $plan }: dal { $from } al { $until }. Finisce da solo.
redeem-giver = Un regalo di { $name }
redeem-read = Comincia a leggere

## Posta sui regali
mail-gift-subject = { $giver } ti regala { $site }
mail-gift-text = Ciao { $name }, { $giver } ti regala un abbonamento a { $site }: { $what }. Per riscattarlo segui il link o digita questo codice:
mail-gift-redeem = Riscatta il regalo
mail-gift-no-renewal = Finisce da solo. Non c’è nulla da pagare o da disdire.
mail-gift-paid-subject = Il tuo regalo per { $name }
mail-gift-paid-text = Grazie. Il tuo regalo per { $name } è pagato: { $what }.
