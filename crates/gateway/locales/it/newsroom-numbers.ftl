## I numeri della redazione
title-admin-numbers = Numeri
title-admin-revenue = Ricavi
numbers-readers = Lettori
numbers-money = Ricavi
numbers-range = Giorni
numbers-days = { $days ->
    [one] Ultimo giorno
   *[other] Ultimi { $days-text } giorni
}
numbers-other = Altri giorni
numbers-from = Dal
numbers-until = Al
numbers-show = Mostra
numbers-problem-range = Scelga un primo giorno e un ultimo giorno che non lo preceda, non oltre oggi e al massimo tre anni.
numbers-compared = { $first } – { $last }, rispetto a { $before_first } – { $before_last }
numbers-percent = { $value }%
numbers-change-up = { $by-text }% in più
numbers-change-down = { $by-text }% in meno
numbers-change-points-up = { $by ->
    [one] { $by-text } punto in più
   *[other] { $by-text } punti in più
}
numbers-change-points-down = { $by ->
    [one] { $by-text } punto in meno
   *[other] { $by-text } punti in meno
}
numbers-change-same = come prima
numbers-change-new = prima nessuno
numbers-figure-reads = Articoli letti
numbers-figure-visitors = da visitatori
numbers-figure-members = da membri
numbers-figure-subscribers = da abbonati
numbers-figure-walled = Lettori davanti al paywall
numbers-figure-monthly = Ricavi mensili ricorrenti
numbers-figure-paying = Abbonamenti pagati
numbers-figure-new = Nuovi
numbers-figure-ended = Terminati
numbers-figure-churn = Abbandono
numbers-figure-trials = Prove iniziate
numbers-figure-trials-paid = Prove diventate a pagamento
numbers-series-visitor = Visitatori
numbers-series-member = Membri
numbers-series-subscriber = Abbonati
numbers-series-new = Nuovi
numbers-series-ended = Terminati
numbers-by-day = Articoli letti al giorno
numbers-by-week = Articoli letti alla settimana
numbers-by-day-text = Dal { $first } al { $last } gli articoli sono stati letti { $reads ->
    [one] una volta
   *[other] { $reads-text } volte
}. La tabella qui sotto riporta le cifre.
numbers-day = Giorno
numbers-week-of = Settimana del { $day }
numbers-as-table = Come tabella
numbers-csv = Scarica in CSV
numbers-funnel = Dall’anteprima all’abbonamento
numbers-funnel-text = Ogni lettore conta una volta al giorno per articolo. Chi si abbona conta quando va a pagare, prove comprese.
numbers-step-readers = Lettori
numbers-step-walled = Davanti al paywall
numbers-step-opened = Hanno visto le offerte
numbers-step-subscribed = Abbonati
numbers-of-before = { $value }% del passo precedente
numbers-languages = Per lingua
numbers-language = Lingua
numbers-stories = Articoli
numbers-story = Articolo
numbers-unpublished = Non più pubblicato
numbers-more = Nel file ce ne sono altri.
numbers-nothing = In questi giorni non è stato letto nulla.
numbers-all-searches = Tutte le ricerche
numbers-how = Si conta senza cookie e senza conservare indirizzi: i lettori di un giorno si distinguono con un hash la cui chiave viene buttata a mezzanotte. I crawler noti, le pagine precaricate e i colleghi non contano.
numbers-monthly = Ricavi mensili ricorrenti in { $currency }
numbers-monthly-chart = Da { $from } il { $first } a { $to } il { $last }. La tabella qui sotto riporta le cifre.
numbers-movement = Abbonamenti arrivati e finiti
numbers-movement-text = I nuovi sopra la linea, i terminati sotto, dal { $first } al { $last }. La tabella qui sotto riporta le cifre.
numbers-no-money = In questi giorni nessun abbonamento era pagato.
numbers-money-how = I ricavi sono quanto è stato pagato, distribuito sul tempo pagato: un prezzo annuale conta un dodicesimo al mese, gli sconti sono dedotti, le prove non contano e ciò che è stato rimborsato per intero non c’è mai stato. Imposte incluse. L’abbandono è la quota degli abbonamenti pagati il primo giorno che sono finiti.
numbers-week = Gli ultimi sette giorni
