## Correo
mail-sign-in-subject = { $code } es su código para { $site }
mail-sign-in-greeting = Quiere iniciar sesión en { $site }.
mail-sign-in-link-text = Abra este enlace en el navegador en el que lo pidió:
mail-sign-in-code-text = En otro dispositivo, escriba este código:
mail-sign-in-expiry = Ambos valen una sola vez, durante { $minutes ->
    [one] { $minutes-text } minuto
   *[other] { $minutes-text } minutos
}.
mail-sign-in-not-you = Si no ha sido usted, no haga caso de este mensaje; no pasará nada.
