## Хто що міг читати, і чому
title-admin-explain = Чому X міг читати Y?
title-why = Чому я можу це читати, чи ні?
wall-why = Чому я не можу цього читати?
explain-story = Стаття
explain-story-hint = Її адреса або остання частина адреси.
explain-at = Момент
explain-at-hint = У часовому поясі видання. Порожньо: зараз.
explain-submit = Пояснити
explain-member = До сторінки цього учасника
explain-counted = рахується
explain-not-counted = не рахується
explain-problem-member = Такої адреси ніхто не має.
explain-problem-story = За цією адресою немає опублікованої статті.
explain-problem-at = Це не момент.
explain-open-them = { $who }: «{ $title }» була доступна повністю ({ $at }).
explain-closed-them = { $who }: «{ $title }» не була доступна повністю ({ $at }).
explain-open-you = «{ $title }» доступна вам повністю ({ $at }).
explain-closed-you = «{ $title }» недоступна вам повністю ({ $at }).
explain-not-published = На той момент статтю не було опубліковано.
explain-rule-public = Стаття відкрита для всіх.
explain-rule-members = Стаття відкрита для всіх, хто ввійшов.
explain-rule-paid = Стаття відкрита для всіх, хто має передплату.
explain-rule-plans = Стаття відкрита для тих, хто має одну з цих передплат: { $plans }.
explain-needed-sign-in = Досить було б увійти.
explain-needed-plan = Досить було б будь-якої передплати.
explain-needed-plans = Потрібна одна з цих передплат: { $plans }.
explain-no-account = Обліковий запис існує від { $since }, пізніше за вказаний момент.
explain-staff = Редакція читає все.
explain-nothing = На той час не було записано, що щось куплено чи подаровано.
explain-plan-unknown = щось, що не є жодною з наших передплат
explain-bought = Куплено: { $plan } (Stripe повідомив { $at }).
explain-given = Подаровано: { $plan }, від { $from }, безстроково.
explain-given-until = Подаровано: { $plan }, від { $from } до { $until }.
explain-with = Разом із нею: { $plans }.
explain-because-given = Її час триває.
explain-because-not-yet = Її час ще не почався.
explain-because-expired = Час, на який її подаровано, минув.
explain-because-revoked = Її відкликано.
explain-because-unproved = З адресою, якою сплачено, ще ніхто не ввійшов.
explain-because-not-begun = Вона не почалася.
explain-because-paid = Її сплачено.
explain-because-trial = Триває безкоштовна проба.
explain-because-grace = Платіж не вдався, пільгові дні тривають.
explain-because-ending = Її скасовано, і вона діє до свого кінця.
explain-because-grace-over = Платіж не вдався, пільгові дні минули.
explain-because-over = Вона завершилася.
explain-because-never-paid = Перший платіж не вдався.
explain-because-unpaid = Платежі остаточно не вдалися.
explain-because-paused = Її призупинено.
explain-because-refunded = Гроші повернуто.
explain-because-disputed = Платіж оскаржено в банку.
explain-because-no-plan = Куплене не є жодною з наших передплат.
why-back = До статті
why-ask = Запитати про статтю
explain-metered = Прочитано з безкоштовного ліміту від { $at }; враховано до { $until }.
explain-metered-left = Відкрито з безкоштовного ліміту { $at } і відразу залишено: не враховано.
explain-metered-undone = Прочитано з безкоштовного ліміту { $at } і скасовано { $back }.
explain-gift-links = { $count ->
    [one] Діяло { $count-text } подарункове посилання на статтю: хто його відкрив, міг її читати.
    [few] Діяли { $count-text } подарункові посилання на статтю: хто відкрив одне з них, міг її читати.
    [many] Діяло { $count-text } подарункових посилань на статтю: хто відкрив одне з них, міг її читати.
   *[other] Діяло { $count-text } подарункового посилання на статтю: хто відкрив одне з них, міг її читати.
}
explain-institution = З мережі { $name } статтю міг читати кожен.
