## Post
mail-sign-in-subject = { $code } ist Ihr Code für { $site }
mail-sign-in-greeting = Sie möchten sich bei { $site } anmelden.
mail-sign-in-link-text = Öffnen Sie diesen Link in dem Browser, in dem Sie ihn angefordert haben:
mail-sign-in-code-text = Auf einem anderen Gerät geben Sie diesen Code ein:
mail-sign-in-expiry = Beide gelten einmal und { $minutes ->
    [one] { $minutes-text } Minute
   *[other] { $minutes-text } Minuten
} lang.
mail-sign-in-not-you = Wenn Sie das nicht waren, beachten Sie diese Mail nicht; es geschieht nichts.
