## Числа редакції
title-admin-numbers = Числа
title-admin-revenue = Доходи
numbers-readers = Читачі
numbers-money = Доходи
numbers-range = Дні
numbers-days = { $days ->
    [one] Останній { $days-text } день
    [few] Останні { $days-text } дні
   *[other] Останні { $days-text } днів
}
numbers-other = Інші дні
numbers-from = Від
numbers-until = До
numbers-show = Показати
numbers-problem-range = Виберіть перший день і останній, не раніший за нього й не пізніший за сьогодні, щонайбільше три роки.
numbers-compared = { $first } – { $last }, у порівнянні з { $before_first } – { $before_last }
numbers-percent = { $value } %
numbers-change-up = на { $by-text } % більше
numbers-change-down = на { $by-text } % менше
numbers-change-points-up = { $by ->
    [one] на { $by-text } пункт більше
    [few] на { $by-text } пункти більше
   *[other] на { $by-text } пунктів більше
}
numbers-change-points-down = { $by ->
    [one] на { $by-text } пункт менше
    [few] на { $by-text } пункти менше
   *[other] на { $by-text } пунктів менше
}
numbers-change-same = як і раніше
numbers-change-new = раніше не було
numbers-figure-reads = Прочитані статті
numbers-figure-visitors = відвідувачами
numbers-figure-members = учасниками
numbers-figure-subscribers = передплатниками
numbers-figure-walled = Читачі біля платної межі
numbers-figure-monthly = Щомісячний регулярний дохід
numbers-figure-paying = Оплачені підписки
numbers-figure-new = Нові
numbers-figure-ended = Завершені
numbers-figure-churn = Відтік
numbers-figure-trials = Розпочаті пробні періоди
numbers-figure-trials-paid = Пробні, що стали платними
numbers-series-visitor = Відвідувачі
numbers-series-member = Учасники
numbers-series-subscriber = Передплатники
numbers-series-new = Нові
numbers-series-ended = Завершені
numbers-by-day = Прочитані статті за днями
numbers-by-week = Прочитані статті за тижнями
numbers-by-day-text = Від { $first } до { $last } статті прочитано { $reads ->
    [one] { $reads-text } раз
    [few] { $reads-text } рази
   *[other] { $reads-text } разів
}. Числа наведено в таблиці нижче.
numbers-day = День
numbers-week-of = Тиждень від { $day }
numbers-as-table = Таблицею
numbers-csv = Завантажити CSV
numbers-funnel = Від анонсу до підписки
numbers-funnel-text = Кожен читач рахується раз на день для кожної статті. Хто підписується, рахується, коли переходить до оплати, також із пробним періодом.
numbers-step-readers = Читачі
numbers-step-walled = Побачили платну межу
numbers-step-opened = Переглянули плани
numbers-step-subscribed = Підписалися
numbers-of-before = { $value } % від попереднього кроку
numbers-languages = За мовами
numbers-language = Мова
numbers-stories = Статті
numbers-story = Стаття
numbers-unpublished = Більше не опубліковано
numbers-more = У файлі є ще.
numbers-nothing = За ці дні нічого не прочитано.
numbers-all-searches = Усі пошуки
numbers-how = Підрахунок без файлів cookie і без збереження адрес: читачів одного дня розрізняє геш, ключ якого опівночі викидають. Відомі роботи, наперед завантажені сторінки й ваші колеги не рахуються.
numbers-monthly = Щомісячний регулярний дохід у { $currency }
numbers-monthly-chart = Від { $from } ({ $first }) до { $to } ({ $last }). Числа наведено в таблиці нижче.
numbers-movement = Нові й завершені підписки
numbers-movement-text = Нові над лінією, завершені під нею, від { $first } до { $last }. Числа наведено в таблиці нижче.
numbers-no-money = За ці дні не було оплачених підписок.
numbers-money-how = Дохід – це сплачене, розподілене на оплачений час: річна ціна рахується дванадцятою частиною на місяць, знижки віднято, пробні періоди не рахуються, а повністю повернутого наче й не було. Податки включено. Відтік – це частка підписок, оплачених першого дня, які завершилися.
numbers-week = Останні сім днів
