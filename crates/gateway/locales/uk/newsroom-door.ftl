## Редакція: вхід
title-staff-sign-in = Увійти до редакції
title-staff-factor = Ще один крок
title-staff-proof = Це ви?
title-staff-security = Мій доступ
title-staff-choose-factor = Налаштувати другий фактор
title-staff-totp = Коди із застосунку
title-staff-passkey = Ключ доступу
title-staff-codes = Резервні коди
staff-email = Адреса електронної пошти
staff-password = Пароль
staff-sign-in = Увійти
staff-sign-in-readers = Ви тут не працюєте, а читаєте?
staff-demo = У цій демоверсії пароль
staff-begin-anew = Почати знову
staff-factor-text = Введіть шість цифр, які показує ваш застосунок, або один із резервних кодів.
staff-factor-text-passkey = Скористайтеся ключем доступу або введіть один із резервних кодів.
staff-code = Код
staff-recovery-code = Резервний код
staff-factor-lost = Втратили другий фактор? Власник може скинути його для вас.
staff-passkey = Ключ доступу
staff-passkey-or = Або ключем доступу: відбиток, обличчя чи PIN вашого пристрою або ключ безпеки.
staff-passkey-use = Скористатися ключем доступу
staff-problem-wrong = Неправильно. Перевірте, що ви ввели.
staff-problem-wait = { $seconds ->
    [one] Забагато спроб. Спробуйте знову через { $seconds-text } секунду.
    [few] Забагато спроб. Спробуйте знову через { $seconds-text } секунди.
    [many] Забагато спроб. Спробуйте знову через { $seconds-text } секунд.
   *[other] Забагато спроб. Спробуйте знову через { $seconds-text } секунди.
}
staff-problem-expired = Минуло забагато часу. Увійдіть знову.
staff-problem-passkey = Не вдалося. Спробуйте ще раз або іншим способом.
staff-problem-code = Код неправильний. Коди змінюються кожні 30 секунд; чи правильно йде годинник вашого пристрою?
staff-problem-setup-expired = Минуло забагато часу. Ось новий секрет; відскануйте його ще раз.
staff-problem-short = Пароль закороткий. Потрібно щонайменше 12 знаків; кілька слів запам’ятати легше, ніж символи.
staff-problem-long = Пароль задовгий. Досить 1000 знаків.
staff-problem-known = Цей пароль — майже ваша адреса або назва видання. Виберіть інший.
staff-problem-common = Цей пароль із тих, які пробують найперше. Виберіть інший.
staff-problem-name = Ім’я має не більше ніж 120 знаків.
staff-problem-last-factor = Ваша роль потребує другого фактора. Спершу налаштуйте інший.
staff-proof-text = Наступне маєте могти зробити лише ви. Введіть пароль ще раз.
staff-proof-form = Наступне маєте могти зробити лише ви. Введіть пароль ще раз; нічого з введеного не пропаде.
staff-proof-submit = Далі
staff-choose-text = Ваша роль багато може, тож самого пароля замало. Виберіть, чим підтверджуватимете вхід.
staff-choose-totp-text = Застосунок на телефоні показує шість цифр, що змінюються кожні 30 секунд.
staff-choose-passkey-text = Пристрій підтверджує відбитком, обличчям або PIN. Його не виманити, і він може замінити пароль.
staff-set-up = Налаштувати
staff-replace = Замінити
staff-totp-text = Відскануйте це застосунком автентифікації, а тоді введіть код, який він покаже.
staff-totp-picture = QR-код із секретом, який також написано поруч
staff-totp-type = Або введіть цей секрет:
staff-totp-open = Відкрити в застосунку на цьому пристрої
staff-totp-code = Шість цифр із застосунку
staff-totp-submit = Підтвердити
staff-totp-on = Налаштовано.
staff-totp-off = Не налаштовано.
staff-passkey-text = Ключ доступу належить цьому сайту й лишається на вашому пристрої або в менеджері паролів.
staff-passkey-script = Ключам доступу потрібен JavaScript. Коди із застосунку працюють без нього.
staff-passkey-no-domain = Цей сайт доступний лише за IP-адресою; браузери зберігають ключі доступу тільки для імен.
staff-passkey-name = Як ви його називаєте
staff-passkey-name-hint = Наприклад, «Ноутбук в офісі», щоб потім упізнати.
staff-passkey-add = Додати ключ доступу
staff-passkey-since = Додано { $date }.
staff-passkey-used = Востаннє використано { $date }.
staff-codes-made = Другий фактор налаштовано. Ось ваші резервні коди.
staff-codes-text = Кожен із них один раз відчинить двері, якщо ви втратите другий фактор. Надрукуйте їх або збережіть у менеджері паролів: їх показано лише зараз.
staff-codes-done = Я їх зберіг
staff-codes-left = { $count ->
    [0] Не лишилося жодного. Створіть нові.
    [one] Лишився { $count-text }.
    [few] Лишилося { $count-text }.
    [many] Лишилося { $count-text }.
   *[other] Лишилося { $count-text }.
}
staff-codes-new = Створити нові коди
staff-second = Другий фактор
staff-second-none = Ви входите лише за паролем. З другим фактором викрадений пароль нічого не відчинить.
staff-password-new = Новий пароль
staff-password-hint = Щонайменше 12 знаків. Кілька слів легко запам’ятати й важко вгадати. Усі інші ваші сеанси в редакції завершаться.
staff-password-submit = Змінити пароль
staff-name = Ім’я
staff-name-label = Як вас тут звати
staff-sessions = Де ви увійшли
staff-session-reader = як читач
staff-done-name = Ім’я збережено.
staff-done-password = Пароль змінено. Інші ваші сеанси в редакції завершено.
staff-done-totp = Коди із застосунку налаштовано.
staff-done-totp-removed = Коди із застосунку прибрано.
staff-done-passkey = Ключ доступу додано.
staff-done-passkey-first = Ключ доступу додано. Створіть тепер резервні коди на день, коли ви його втратите.
staff-done-passkey-removed = Ключ доступу прибрано.
staff-done-recovered = Ви скористалися резервним кодом. Якщо другий фактор втрачено, приберіть його тут і налаштуйте інший.
staff-done-ended = Там сеанс завершено.
