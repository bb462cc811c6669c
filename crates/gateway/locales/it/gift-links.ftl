## Sotto un articolo, e sopra un articolo regalato
notice-gift = Questo articolo ti è stato regalato da chi è abbonato.
gift-give-text = Regala questo articolo: chi riceve il link può leggerlo fino in fondo per 30 giorni.
gift-give = Crea un link regalo

## Link regalo
title-gift-links = Link regalo
gift-links-left = { $left ->
    [0] Hai creato tutti i { $limit-text } link regalo di questo mese. Potrai crearne altri dal { $date }.
    [one] Prima del { $date } puoi creare ancora { $left-text } link regalo.
   *[other] Prima del { $date } puoi creare ancora { $left-text } link regalo.
}
gift-links-off = Al momento non si possono creare link regalo.
gift-link-made = Il tuo link regalo
gift-link-address = Invia questo indirizzo
gift-link-how = Fino al { $date } chiunque lo apra può leggere l’articolo fino in fondo, in ogni lingua.
gift-links-list = I tuoi link
gift-links-empty = Non hai ancora creato un link regalo. Il pulsante si trova sotto gli articoli per abbonati.
gift-link-state-open = aperto fino al { $date }
gift-link-state-expired = scaduto il { $date }
gift-link-state-revoked = annullato
gift-link-uses = { $uses ->
    [0] non ancora aperto
    [one] aperto in { $uses-text } browser
   *[other] aperto in { $uses-text } browser
}
gift-link-show = Mostra
gift-link-show-label = Mostra il link a «{ $title }»
gift-link-revoke = Annulla
gift-link-revoke-label = Annulla il link a «{ $title }»
gift-links-done-revoked = Annullato. Il link non apre più nulla.
gift-links-problem-used-up = Hai creato tutti i link regalo di questo mese. Potrai crearne altri dal { $date }.
gift-links-problem-not-yours = Può regalare un articolo solo chi lo ha compreso nel proprio abbonamento.

## Un link che non apre più nulla
gift-ended-title = Questo link regalo non è più valido
gift-ended-text = I link regalo durano 30 giorni, e chi ne ha creato uno può annullarlo. Puoi comunque leggere l’inizio dell’articolo.
gift-ended-story = Vai all’articolo
