## Mail
mail-sign-in-subject = { $code } is your code for { $site }
mail-sign-in-greeting = You want to sign in to { $site }.
mail-sign-in-link-text = Open this link in the browser in which you asked for it:
mail-sign-in-code-text = On another device, type this code:
mail-sign-in-expiry = Both work once, for { $minutes ->
    [one] { $minutes-text } minute
   *[other] { $minutes-text } minutes
}.
mail-sign-in-not-you = If it wasn't you, ignore this mail; nothing will happen.
