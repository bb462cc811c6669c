## Усюди
skip-to-content = Перейти до тексту
nav-search = Пошук
nav-account = Обліковий запис
nav-sign-in = Увійти
nav-subscribe = Передплатити
nav-sections = Рубрики
nav-archive = Архів
nav-language = Мова:
nav-feed = Стрічка Atom
nav-mailbox = Перехоплена пошта
reading-time = { $minutes-text } хв читання
byline = { $names }
updated = Оновлено { $date }
access-members = Для зареєстрованих
access-paid = Для передплатників
access-plans = В окремих передплатах
pager-label = Сторінки
pager-previous = Назад
pager-next = Далі
pager-position = Сторінка { $page-text } з { $pages-text }

## Головна та списки
front-top = Головне
front-latest = Останні статті
front-empty = Тут ще нічого не опубліковано.
listing-section = Рубрика
listing-tag = Тема
listing-author = Автор
listing-month = Архів
listing-count = { $count ->
    [one] { $count-text } стаття
    [few] { $count-text } статті
    [many] { $count-text } статей
   *[other] { $count-text } статті
}
listing-empty = Тут ще немає статей.
title-archive = Архів

## Стаття
article-available-in = Цю статтю можна прочитати такими мовами: { $list }.
article-tags = Теми
article-related = Читайте також
stale-label = Про цей переклад
stale-text = { $changed ->
    [one] Відколи зроблено переклад, в оригіналі ({ $language }) змінився { $changed-text } абзац.
    [few] Відколи зроблено переклад, в оригіналі ({ $language }) змінилися { $changed-text } абзаци.
    [many] Відколи зроблено переклад, в оригіналі ({ $language }) змінилося { $changed-text } абзаців.
   *[other] Відколи зроблено переклад, в оригіналі ({ $language }) змінилося { $changed-text } абзацу.
}
stale-read = Читати оригінал
stale-passage = Місце { $number-text }
share-label = Поділитися
share-mail = Пошта
share-bluesky = Bluesky
share-whatsapp = WhatsApp
share-linkedin = LinkedIn
share-copy = Копіювати посилання
share-copied = Скопійовано
neighbours-label = Попередня й наступна стаття
neighbours-older = Попередня стаття
neighbours-newer = Наступна стаття

## Платний доступ
wall-label-sign-in = Для зареєстрованих
wall-label-subscribe = Для передплатників
wall-label-plan = В окремих передплатах
wall-title-sign-in = Читайте далі з безкоштовним записом
wall-title-subscribe = Хочете читати далі?
wall-title-plan = Хочете читати далі?
wall-text-sign-in = Увійдіть або створіть обліковий запис, вказавши лише адресу пошти, щоб дочитати цю статтю.
wall-text-subscribe = Передплатіть видання, щоб дочитати цю статтю та всі інші, будь-якою мовою.
wall-text-plan = { $count ->
    [one] Ця стаття входить до передплати { $plans }.
   *[other] Ця стаття входить до таких передплат: { $plans }.
}
wall-sign-in-free = Увійти безкоштовно
wall-subscribe = Передплатити
wall-already = Уже передплатили?

## Немає цією мовою
title-elsewhere = Немає цією мовою
elsewhere-text = Цю статтю не перекладено українською. Її можна прочитати такими мовами:

## Пошук
title-search = Пошук
search-label = Що ви шукаєте?
search-submit = Шукати
search-count = { $count ->
    [0] За запитом «{ $query }» нічого не знайдено.
    [one] { $count-text } стаття за запитом «{ $query }»
    [few] { $count-text } статті за запитом «{ $query }»
    [many] { $count-text } статей за запитом «{ $query }»
   *[other] { $count-text } статті за запитом «{ $query }»
}
search-in-language = Мова: { $language }
search-unavailable = Пошук зараз не працює. Усе інше працює; спробуйте трохи згодом.
search-nothing-hint = Перевірте правопис, спробуйте менше або загальніші слова чи почніть з однієї з цих статей.
search-instead = Ваших слів у такому написанні немає ніде. Ці статті містять:
search-narrow = Звузити пошук
search-all = Прибрати всі фільтри
search-order-relevance = Спершу найдоречніші
search-order-date = Спершу найновіші
search-by-language = Мова
search-by-section = Розділ
search-by-tag = Тег
search-by-author = Автор
search-by-access = Для кого
search-access-public = Для всіх
search-from = Від
search-until = До
search-suggestions = Підказки
search-feed-title = Нові статті за запитом «{ $query }»
search-description = Шукати в статтях { $site }

## Передплата
title-subscribe = Передплата
subscribe-heading = До останнього речення
subscribe-text = { $site } живе завдяки читачам. Оберіть те, що вам підходить.
subscribe-held = Ваша передплата
subscribe-how = Як передплатити
subscribe-contact = Напишіть на { $address }: ми оформимо передплату й повідомимо, щойно вона почне діяти.
subscribe-no-contact = Зараз оформити передплату онлайн не можна.

## Вхід
title-sign-in = Вхід
sign-in-heading-ask = Вхід
sign-in-heading-sent = Перевірте пошту
sign-in-heading-confirm = Майже готово
sign-in-heading-other-browser = Продовжте там, де почали
sign-in-text-ask = Ми надішлемо вам посилання й код. Пароль не потрібен.
sign-in-text-sent = Ми надіслали вам посилання та шестизначний код, чинні 15 хвилин. Відкрийте посилання в цьому браузері або введіть код тут.
sign-in-text-confirm = Ви входите як { $email }.
sign-in-text-other-browser = Посилання діє лише в тому браузері, де його замовили. Відкрийте його там або введіть код із листа на сторінці, що лишилася відкритою.
sign-in-email = Адреса електронної пошти
sign-in-submit = Надіслати посилання
sign-in-code = Код із листа
sign-in-code-submit = Увійти
sign-in-confirm = Увійти
sign-in-no-account = Ще немає облікового запису? Його буде створено під час першого входу.
sign-in-again = Замовити новий лист
sign-in-problem-email = Це не адреса пошти. Вона має виглядати як name@example.org.
sign-in-problem-code = Код неправильний. Перевірте лист або замовте новий.
sign-in-problem-expired = Посилання або код уже не діє. Замовте новий лист.
sign-in-problem-used = Посиланням або кодом уже скористалися. Замовте новий лист.
sign-in-problem-too-many = Замовлено забагато листів. Спробуйте за годину.
sign-in-problem-attempts = Забагато неправильних кодів. Скористайтеся посиланням або замовте новий лист.

## Обліковий запис
title-account = Ваш обліковий запис
account-plans = Ваша передплата
account-no-plan = Зараз у вас немає передплати.
account-plan-until = до { $date }
account-plan-for-good = безстроково
account-plan-ended = завершилася
account-profile = Ім’я та мови
account-name = Ім’я
account-languages = Мови, якими ви читаєте
account-languages-text = У тому порядку, який вам до вподоби: від нього залежить, якою мовою ми показуємо, пропонуємо й надсилаємо матеріали.
account-language-place = { $place ->
    [1] Перша мова
   *[other] { $place-text }-а мова
}
account-language-none = немає
account-save = Зберегти
account-sessions = Де ви ввійшли
account-device-unknown = Невідомий браузер
account-session-current = цей браузер
account-session-seen = Востаннє: { $date }
account-session-end = Вийти
account-sessions-end-others = Вийти всюди, крім цього браузера
account-sign-out = Вийти тут
account-data = Ваші дані
account-export-text = Завантажте все, що ми про вас зберігаємо, у файлі JSON.
account-export = Завантажити
account-delete-text = Разом з обліковим записом назавжди зникне все, що ми про вас зберігаємо, зокрема передплата.
account-delete-confirm = Для підтвердження введіть свою адресу ({ $email })
account-delete = Видалити обліковий запис
account-done-saved = Збережено.
account-done-revoked = Сеанс завершено.
account-problem-name = Ім’я задовге або містить знаки, які не можна показати.
account-problem-languages = Оберіть принаймні одну мову.
account-problem-confirm = Це не адреса вашого облікового запису; нічого не видалено.
role-owner = Власник
role-admin = Адміністрація
role-editor = Редакція
role-author = Автор
role-translator = Переклад

## Демо
title-mailbox = Перехоплена пошта
mailbox-text = Це демонстрація: листи не надсилаються, а показуються тут.
mailbox-empty = Листів ще немає.

## Помилки
error-400-title = Незрозумілий запит
error-400-text = Ми не можемо зрозуміти цей запит.
error-403-title = Не звідти
error-403-text = Ця форма надійшла з іншого сайту. Задля вашої безпеки нічого не зроблено.
error-404-title = Тут нічого немає
error-404-text = Сторінку перенесено, або її ніколи не було. Можливо, стане в пригоді одна з цих статей?
error-405-title = Не так
error-405-text = Цією адресою не можна скористатися в такий спосіб.
error-410-title = Статтю відкликано
error-410-text = Цю статтю відкликано, і прочитати її тут більше не можна.
error-413-title = Забагато
error-413-text = Надіслано більше, ніж ми можемо прийняти.
error-500-title = У нас щось пішло не так
error-500-text = Це наша помилка, і ми про неї знаємо. Спробуйте трохи згодом.
error-request = Номер: { $id }
error-home = На головну

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

## Помилки інтерфейсів (RFC 9457)
problem-400 = Неправильний запит
problem-403 = Відмовлено
problem-404 = Не знайдено
problem-405 = Метод не дозволено
problem-410 = Більше немає
problem-413 = Завелике
problem-500 = Внутрішня помилка

## Prices and subscriptions
subscribe-every-label = Період оплати
subscribe-every-month = Щомісяця
subscribe-every-year = Щороку
subscribe-currency-label = Валюта
price-month = { $amount } на місяць
price-year = { $amount } на рік
price-pass = { $days ->
    [one] { $amount } за { $days } день
    [few] { $amount } за { $days } дні
   *[other] { $amount } за { $days } днів
}
price-trial = { $days ->
    [one] Перший { $days } день безкоштовно.
    [few] Перші { $days } дні безкоштовно.
   *[other] Перші { $days } днів безкоштовно.
}
price-monthly = Це { $amount } на місяць.
price-tax-added = Без урахування податку.
subscribe-buy = Передплатити
subscribe-buy-trial = Спробувати безкоштовно
subscribe-buy-pass = Купити абонемент
subscribe-how-text = Ви сплачуєте на сторінці нашого платіжного сервісу, а тоді читаєте далі саме тут. Скасувати можна будь-коли у своєму кабінеті; ви читатимете до кінця оплаченого періоду.
subscribe-have = У вас є передплата.
subscribe-problem-price = Цієї пропозиції вже немає. Будь ласка, оберіть ще раз.
subscribe-problem-failed = Наш платіжний сервіс не відповідає. Кошти не списано; спробуйте ще раз за хвилину.
subscribe-done-paid-title = Дякуємо
subscribe-done-paid-text = Ваш платіж надійшов. Лишився один крок: увійдіть як { $email }, щоб ніхто інший не читав за вашою передплатою.
subscribe-done-paid-submit = Надіслати код
subscribe-done-waiting-title = Хвилинку
subscribe-done-waiting-text = Чекаємо на підтвердження платіжного сервісу. Ця сторінка перевірить сама.
subscribe-done-again = Назад до передплат
subscribe-done-expired-title = Не сплачено
subscribe-done-expired-text = Цей платіж не завершено, кошти не списано. Можна обрати ще раз.
title-subscription = Ваша передплата та рахунки
title-change = Змінити передплату
subscription-why-not-begun = Ще не почалася.
subscription-why-paid = Сплачено.
subscription-why-trial = Наразі ви читаєте безкоштовно.
subscription-why-grace = Останній платіж не пройшов. Ви ще читаєте; перевірте, будь ласка, картку.
subscription-why-ending = Скасовано.
subscription-why-grace-over = Останній платіж не пройшов, і термін минув. Перевірте, будь ласка, картку.
subscription-why-over = Завершено.
subscription-why-never-paid = Перший платіж не пройшов.
subscription-why-unpaid = Платежі остаточно не пройшли.
subscription-why-paused = Призупинено.
subscription-why-refunded = Гроші повернено.
subscription-why-disputed = Платіж оскаржено в банку.
subscription-why-no-plan = Не належить до жодної з наших передплат.
subscription-renews = Наступний платіж — { $date }.
subscription-ends = Ви читаєте до { $date }.
subscription-ended = Завершилася { $date }.
subscription-change = Змінити передплату
subscription-end = Скасувати передплату
subscription-resume = Залишити передплату
subscription-portal = Змінити картку й адресу
subscription-done-ended = Скасовано. Ви читаєте до кінця оплаченого часу.
subscription-done-resumed = Ваша передплата триває.
subscription-done-changed = Вашу передплату змінено.
subscription-problem-failed = Наш платіжний сервіс не зміг цього зробити. Нічого не змінено; спробуйте ще раз або перевірте картку.
subscription-invoices = Рахунки
invoice-refunded = { $amount } повернено
invoice-open = до сплати
invoice-void = скасовано
invoice-show = Переглянути
change-due = Зараз ви сплачуєте { $amount }; залишок теперішньої передплати вже враховано.
change-confirm = Змінити зараз
change-choose = Дізнатися вартість зараз

## Newsroom: the money
title-admin-billing = Передплати та платежі
admin-who = Хто
admin-plan = Передплата
admin-state = Стан
admin-since = Від
admin-unproved = ще не входив
admin-sales-label = Передплати
admin-sales = Останні зміни
admin-sales-none = Ще ніхто не передплатив.
admin-failing = Невдалі платежі
admin-failing-none = Усі платежі гаразд.
admin-prices = Передплати та ціни
admin-price-retired = більше не пропонується
admin-events = Що надіслав Stripe
admin-event-kept = збережено
admin-event-applied = опрацьовано
admin-event-waiting = очікує
admin-given-up = Покинуто
admin-given-up-text = Це надто часто не вдавалося. Коли причину усунено, спробуйте знову.
admin-given-up-attempts = { $attempts ->
    [one] { $attempts } спроба.
    [few] { $attempts } спроби.
   *[other] { $attempts } спроб.
}
admin-replay = Спробувати знову
admin-replayed = Пробуємо знову.
