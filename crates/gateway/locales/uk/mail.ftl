## Пошта
mail-sign-in-subject = { $code } — ваш код для { $site }
mail-sign-in-greeting = Ви хочете ввійти на { $site }.
mail-sign-in-link-text = Відкрийте це посилання в браузері, де ви його замовили:
mail-sign-in-code-text = На іншому пристрої введіть цей код:
mail-sign-in-expiry = І посилання, і код діють один раз протягом { $minutes ->
    [one] { $minutes-text } хвилини
   *[other] { $minutes-text } хвилин
}.
mail-sign-in-not-you = Якщо це були не ви, не зважайте на цей лист; нічого не станеться.
