## Un articolo aperto senza abbonamento
notice-label = Come stai leggendo questo articolo
notice-institution = Stai leggendo grazie all’accesso di { $name }.
notice-metered = { $left ->
    [0] È l’ultimo dei tuoi articoli gratuiti di questo mese. Altri a partire dal { $date }.
    [one] Questo mese puoi leggere gratis ancora { $left-text } articolo.
   *[other] Questo mese puoi leggere gratis ancora { $left-text } articoli.
}
notice-ledger = Che cosa ha contato

## Accesso riservato
wall-meter-used-up = { $limit ->
    [one] Hai letto l’articolo gratuito di questo mese. Il prossimo sarà gratuito dal { $date }.
   *[other] Hai letto i { $limit-text } articoli gratuiti di questo mese. Altri saranno gratuiti dal { $date }.
}
wall-meter-offer = { $limit ->
    [one] Un articolo al mese è gratuito.
   *[other] { $limit-text } articoli al mese sono gratuiti.
}
wall-meter-read = Leggi gratis questo articolo
wall-meter-no-cookie = Per contare i tuoi articoli gratuiti il browser deve conservare un cookie. Non dice nulla di te. Consentilo per questo sito e apri di nuovo l’articolo.

## Che cosa ha contato
title-meter = I tuoi articoli gratuiti
meter-left = { $left ->
    [0] Hai letto gli articoli gratuiti di questo mese. Il { $date } ne avrai { $limit-text } nuovi.
    [one] Prima del { $date } puoi leggere gratis ancora { $left-text } articolo per abbonati.
   *[other] Prima del { $date } puoi leggere gratis ancora { $left-text } articoli per abbonati.
}
meter-rule = Un articolo conta una volta sola, in qualunque lingua e per quante volte tu lo legga, e non conta se lo lasci dopo pochi secondi.
meter-undo-rule = Puoi annullare la lettura di un articolo al mese.
meter-undo-used = Questo mese hai già annullato una lettura.
meter-off = Al momento nessun articolo è gratuito.
meter-reads = { $count ->
    [0] Questo mese non conta nessun articolo
    [one] { $count-text } articolo conta questo mese
   *[other] { $count-text } articoli contano questo mese
}
meter-empty = Questo mese non hai ancora letto articoli gratuiti.
meter-state-counts = conta
meter-state-bounce = lasciato subito, non conta
meter-state-undone = annullato, non conta
meter-story-gone = Un articolo non più pubblicato
meter-undo = Annulla
meter-undo-label = Annulla la lettura di «{ $title }»
meter-done-undone = Annullato. L’articolo non conta più.
meter-problem-undo = Non è stato possibile annullare questa lettura: si può farlo una volta al mese e solo finché conta.
