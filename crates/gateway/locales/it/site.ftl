## Ovunque
skip-to-content = Vai al contenuto
nav-search = Cerca
nav-account = Profilo
nav-sign-in = Accedi
nav-subscribe = Abbonati
nav-sections = Sezioni
nav-archive = Archivio
nav-language = Lingua:
nav-feed = Feed Atom
nav-mailbox = Posta intercettata
reading-time = { $minutes-text } min di lettura
byline = Di { $names }
updated = Aggiornato il { $date }
access-members = Per gli iscritti
access-paid = Per gli abbonati
access-plans = In alcuni abbonamenti
pager-label = Pagine
pager-previous = Precedente
pager-next = Successiva
pager-position = Pagina { $page-text } di { $pages-text }

## Prima pagina ed elenchi
front-top = In primo piano
front-latest = Ultimi articoli
front-empty = Qui non è ancora uscito nulla.
listing-section = Sezione
listing-tag = Tema
listing-author = Autore
listing-month = Archivio
listing-count = { $count ->
    [one] { $count-text } articolo
   *[other] { $count-text } articoli
}
listing-empty = Qui non ci sono ancora articoli.
title-archive = Archivio

## Demo
title-mailbox = Posta intercettata
mailbox-text = Questa è una demo: la posta non viene spedita, ma mostrata qui.
mailbox-html = In HTML
mailbox-empty = Ancora nessun messaggio.
