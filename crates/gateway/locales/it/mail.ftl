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
