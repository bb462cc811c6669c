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

## Articolo
article-available-in = Questo articolo è disponibile in { $list }.
article-tags = Temi
article-related = Leggi anche
stale-label = Su questa traduzione
stale-text = { $changed ->
    [one] { $changed-text } paragrafo dell’originale in { $language } è cambiato dopo questa traduzione.
   *[other] { $changed-text } paragrafi dell’originale in { $language } sono cambiati dopo questa traduzione.
}
stale-read = Leggi l’originale
stale-passage = Passo { $number-text }
share-label = Condividi
share-mail = E-mail
share-bluesky = Bluesky
share-whatsapp = WhatsApp
share-linkedin = LinkedIn
share-copy = Copia il link
share-copied = Link copiato
neighbours-label = Articolo precedente e successivo
neighbours-older = Articolo precedente
neighbours-newer = Articolo successivo

## Accesso riservato
wall-label-sign-in = Per gli iscritti
wall-label-subscribe = Per gli abbonati
wall-label-plan = In alcuni abbonamenti
wall-title-sign-in = Continua a leggere con un profilo gratuito
wall-title-subscribe = Vuoi continuare a leggere?
wall-title-plan = Vuoi continuare a leggere?
wall-text-sign-in = Accedi, o crea un profilo con il solo indirizzo e-mail, per leggere questo articolo fino in fondo.
wall-text-subscribe = Abbonati per leggere fino in fondo questo articolo e tutti gli altri, in ogni lingua.
wall-text-plan = { $count ->
    [one] Questo articolo è compreso nell’abbonamento { $plans }.
   *[other] Questo articolo è compreso negli abbonamenti { $plans }.
}
wall-sign-in-free = Accedi gratis
wall-subscribe = Abbonati
wall-already = Hai già un abbonamento?

## Non in questa lingua
title-elsewhere = Non disponibile in questa lingua
elsewhere-text = Questo articolo non è stato tradotto in italiano. Puoi leggerlo in:

## Ricerca
title-search = Cerca
search-label = Che cosa cerchi?
search-submit = Cerca
search-count = { $count ->
    [0] Nessun risultato per «{ $query }».
    [one] { $count-text } articolo per «{ $query }»
   *[other] { $count-text } articoli per «{ $query }»
}
search-in-language = In { $language }
search-unavailable = La ricerca al momento non funziona. Tutto il resto sì; riprova tra poco.
search-nothing-hint = Controlla l’ortografia, prova con meno parole o più generiche, oppure parti da uno di questi articoli.
search-instead = Nessun articolo contiene le parole così come le hai scritte. Questi contengono:
search-narrow = Restringi
search-all = Rimuovi tutti i filtri
search-order-relevance = Prima i più pertinenti
search-order-date = Prima i più recenti
search-by-language = Lingua
search-by-section = Sezione
search-by-tag = Argomento
search-by-author = Autore
search-by-access = Per chi
search-access-public = Per tutti
search-from = Dal
search-until = Al
search-suggestions = Suggerimenti
search-feed-title = Nuovi articoli per «{ $query }»
search-description = Cerca negli articoli di { $site }

## Abbonamento
title-subscribe = Abbonati
subscribe-heading = Fino all’ultima frase
subscribe-text = { $site } vive di chi lo legge. Scegli ciò che fa per te.
subscribe-held = Il tuo abbonamento
subscribe-how = Come abbonarsi
subscribe-contact = Scrivi a { $address }: attiveremo l’abbonamento e ti avviseremo appena sarà pronto.
subscribe-no-contact = Al momento non è possibile abbonarsi online.

## Accesso
title-sign-in = Accedi
sign-in-heading-ask = Accedi
sign-in-heading-sent = Controlla la posta
sign-in-heading-confirm = Ci siamo quasi
sign-in-heading-other-browser = Continua da dove hai iniziato
sign-in-text-ask = Ti inviamo un link e un codice. La password non serve.
sign-in-text-sent = Ti abbiamo inviato un link e un codice di sei cifre, validi 15 minuti. Apri il link in questo browser o digita qui il codice.
sign-in-text-confirm = Stai accedendo come { $email }.
sign-in-text-other-browser = Il link funziona solo nel browser da cui è stato richiesto. Aprilo lì, o digita il codice del messaggio nella pagina rimasta aperta.
sign-in-email = Indirizzo e-mail
sign-in-submit = Invia il link
sign-in-code = Codice ricevuto per e-mail
sign-in-code-submit = Accedi
sign-in-confirm = Accedi
sign-in-no-account = Non hai un profilo? Si crea al primo accesso.
sign-in-again = Richiedi un nuovo messaggio
sign-in-problem-email = Questo non è un indirizzo e-mail. Dovrebbe avere la forma nome@example.org.
sign-in-problem-code = Il codice non è giusto. Controlla il messaggio o richiedine uno nuovo.
sign-in-problem-expired = Il link o il codice è scaduto. Richiedi un nuovo messaggio.
sign-in-problem-used = Il link o il codice è già stato usato. Richiedi un nuovo messaggio.
sign-in-problem-too-many = Sono stati richiesti troppi messaggi. Riprova tra un’ora.
sign-in-problem-attempts = Troppi codici sbagliati. Usa il link o richiedi un nuovo messaggio.

## Profilo
title-account = Il tuo profilo
account-plans = Il tuo abbonamento
account-no-plan = Al momento non hai un abbonamento.
account-plan-until = fino al { $date }
account-plan-for-good = senza scadenza
account-plan-ended = terminato
account-profile = Nome e lingue
account-name = Nome
account-languages = Lingue che leggi
account-languages-text = Nell’ordine che preferisci: decide in quale lingua ti mostriamo, proponiamo e inviamo gli articoli.
account-language-place = { $place ->
    [1] Prima lingua
   *[other] { $place-text }ª lingua
}
account-language-none = nessuna
account-save = Salva
account-sessions = Dove hai effettuato l’accesso
account-device-unknown = Browser sconosciuto
account-session-current = questo browser
account-session-seen = Ultimo uso: { $date }
account-session-end = Disconnetti
account-sessions-end-others = Disconnetti tutti gli altri
account-sign-out = Esci qui
account-data = I tuoi dati
account-export-text = Scarica in un file JSON tutto ciò che conserviamo su di te.
account-export = Scarica
account-delete-text = Eliminando il profilo si cancella per sempre tutto ciò che conserviamo su di te, abbonamento compreso.
account-delete-confirm = Per confermare, digita il tuo indirizzo ({ $email })
account-delete = Elimina il profilo
account-done-saved = Salvato.
account-done-revoked = Disconnesso.
account-problem-name = Il nome è troppo lungo o contiene caratteri che non si possono mostrare.
account-problem-languages = Scegli almeno una lingua.
account-problem-confirm = Non è l’indirizzo del tuo profilo; non è stato eliminato nulla.
role-owner = Proprietario
role-admin = Amministrazione
role-editor = Redazione
role-author = Autore
role-translator = Traduzione

## Demo
title-mailbox = Posta intercettata
mailbox-text = Questa è una demo: la posta non viene spedita, ma mostrata qui.
mailbox-empty = Ancora nessun messaggio.

## Errori
error-400-title = Richiesta incomprensibile
error-400-text = Non riusciamo a interpretare la richiesta.
error-403-title = Non da lì
error-403-text = Questo modulo arrivava da un altro sito. Per la tua sicurezza non è stato fatto nulla.
error-404-title = Qui non c’è nulla
error-404-text = La pagina si è spostata o non è mai esistita. Forse ti può servire uno di questi articoli?
error-405-title = Non così
error-405-text = Questo indirizzo non si usa in questo modo.
error-410-title = Articolo ritirato
error-410-text = Questo articolo è stato ritirato e qui non si può più leggere.
error-413-title = Troppo pesante
error-413-text = È arrivato più di quanto possiamo accettare.
error-500-title = Qualcosa è andato storto da noi
error-500-text = L’errore è nostro ed è stato segnalato. Riprova tra poco.
error-request = Riferimento: { $id }
error-home = Alla prima pagina

## Posta
mail-sign-in-subject = { $code } è il tuo codice per { $site }
mail-sign-in-greeting = Vuoi accedere a { $site }.
mail-sign-in-link-text = Apri questo link nel browser da cui l’hai richiesto:
mail-sign-in-code-text = Su un altro dispositivo, digita questo codice:
mail-sign-in-expiry = Entrambi valgono una sola volta, per { $minutes ->
    [one] { $minutes-text } minuto
   *[other] { $minutes-text } minuti
}.
mail-sign-in-not-you = Se non sei stato tu, ignora questo messaggio: non succederà nulla.

## Errori delle interfacce (RFC 9457)
problem-400 = Richiesta non valida
problem-403 = Rifiutato
problem-404 = Non trovato
problem-405 = Metodo non consentito
problem-410 = Non più disponibile
problem-413 = Troppo grande
problem-500 = Errore interno

## Prices and subscriptions
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

## Newsroom: the money
title-admin-billing = Abbonamenti e pagamenti
admin-who = Chi
admin-plan = Abbonamento
admin-state = Stato
admin-since = Dal
admin-unproved = non ha ancora effettuato l’accesso
admin-sales-label = Abbonamenti
admin-sales = Ultime modifiche
admin-sales-none = Nessuno si è ancora abbonato.
admin-failing = Pagamenti non riusciti
admin-failing-none = Tutti i pagamenti sono in regola.
admin-prices = Offerte e prezzi
admin-price-retired = non più offerto
admin-events = Ciò che Stripe ha inviato
admin-event-kept = conservato
admin-event-applied = elaborato
admin-event-waiting = in attesa
admin-given-up = Abbandonato
admin-given-up-text = Questo non è riuscito troppe volte. Risolta la causa, si può riprovare.
admin-given-up-attempts = { $attempts ->
    [one] Un tentativo.
   *[other] { $attempts } tentativi.
}
admin-replay = Riprova
admin-replayed = Nuovo tentativo in corso.
