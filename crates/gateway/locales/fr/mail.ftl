## Courrier
mail-sign-in-subject = { $code } est votre code pour { $site }
mail-sign-in-greeting = Vous souhaitez vous connecter à { $site }.
mail-sign-in-link-text = Ouvrez ce lien dans le navigateur où vous l’avez demandé :
mail-sign-in-code-text = Sur un autre appareil, saisissez ce code :
mail-sign-in-expiry = L’un et l’autre servent une seule fois, pendant { $minutes ->
    [one] { $minutes-text } minute
   *[other] { $minutes-text } minutes
}.
mail-sign-in-not-you = Si ce n’était pas vous, ignorez ce message ; il ne se passera rien.
