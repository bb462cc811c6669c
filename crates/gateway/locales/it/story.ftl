## Articolo
article-available-in = Questo articolo è disponibile in { $list }.
article-passages = Ritrovare un passo in un’altra lingua
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
