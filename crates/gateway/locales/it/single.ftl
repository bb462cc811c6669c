## Un solo articolo
title-single = Solo questo articolo
single-buy = Acquista questo articolo: { $amount }
single-text = L’articolo è tuo per sempre, in tutte le lingue in cui esce. Non c’è nulla da disdire.
single-submit = Acquista per { $amount }
single-subscribe = Oppure abbonati e leggi tutto
single-paid-text = Il pagamento è arrivato. Manca un passo: accedi come { $email }, così l’articolo è tuo e di nessun altro.
single-expired-text = Questo pagamento non è andato a buon fine e non è stato addebitato nulla.
single-back = Indietro
title-stories = Articoli acquistati
stories-yours = Tuoi per sempre
stories-text = Puoi leggere questi articoli fino all’ultima frase in qualsiasi momento, in ogni lingua.
stories-none = Non hai ancora acquistato articoli.
stories-gone = Questo articolo non è più pubblicato.
