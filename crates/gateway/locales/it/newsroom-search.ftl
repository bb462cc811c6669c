## Redazione: ricerca
title-admin-search = Ricerca
title-admin-synonyms = Sinonimi
title-admin-pins = Articoli in evidenza
tab-searches = Che cosa si cerca
taught-query = Parole cercate
taught-searches = Ricerche
taught-pin = Metti un articolo in evidenza
taught-range = Periodo
taught-days = { $days ->
    [one] oggi
   *[other] { $days } giorni
}
taught-text = Le ricerche di nessuno: si mostra solo ciò che è stato chiesto almeno tre volte, senza dire da chi.
taught-without = Nessun risultato
taught-without-none = Tutto è stato trovato.
taught-top = Più cercato
taught-top-none = Niente è stato cercato abbastanza spesso da comparire qui.
taught-done-saved = Salvato. Entro dieci secondi vale su tutte le pagine.
taught-done-removed = Rimosso. Entro dieci secondi vale su tutte le pagine.
taught-problem-word = Non si può cercare. Indichi da una a cinque parole, al massimo 100 caratteri in tutto.
taught-problem-means = Indichi che cosa significa la parola.
taught-problem-many = È troppo: al massimo venti per una parola o una ricerca.
taught-problem-query = Non si può cercare. Indichi da una a cinque parole, al massimo 100 caratteri in tutto.
taught-problem-story = Nessun articolo pubblicato ha questo indirizzo.
synonyms-text = Chi cerca una parola trova anche ciò che significa. Le parole tra virgolette si cercano così come sono.
synonyms-word = Parola
synonyms-means = Trova anche
synonyms-means-hint = Più d’una, separate da virgole. Ciascuna può avere fino a cinque parole, come «treno ad alta velocità».
synonyms-both = E viceversa
synonyms-none = In questa lingua non è registrata nessuna parola.
synonyms-new = Nuovo sinonimo
pins-text = Gli articoli in evidenza vengono per primi in una ricerca, che le sue parole vi compaiano o no.
pins-none = In questa lingua nessun articolo è in evidenza.
pins-new = Mettere un articolo in evidenza
pins-pin = Metti in evidenza
pins-remove = Non mettere più in evidenza «{ $name }»
pins-unpublished = non pubblicato
