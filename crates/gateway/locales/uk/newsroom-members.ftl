## Учасники: список і що можна зробити для одного з них
members-beginning = Адреса починається з
members-holds = Має
members-holds-plan = план
members-holds-nothing = жодного плану
members-holds-staff = роль тут
members-language = Читає
members-languages = Мови
members-plans = Плани
members-since = Учасник від
members-export = Завантажити CSV
members-first = На початок
money-problem-members = Один із виборів не має сенсу, тож його не враховано.
member-reads = Читає: { $languages }
member-sale-ends = Закінчується { $date }.
member-sale-ended = Закінчилося { $date }.
member-sale-resumes = Продовжиться { $date }.
member-sale-change = Змінити план
member-sale-end = Скасувати з кінцем періоду
member-sale-end-now = Завершити негайно
member-sale-end-now-sure = Завершити зараз
member-sale-end-now-text = Від цієї миті читати вже не можна, і нічого не повертається. Повернення грошей – нижче.
member-sale-keep = Хай триває
member-sale-pause = Призупинити
member-sale-pause-now = Почати паузу
member-sale-months = Місяці
member-sale-end-pause = Завершити паузу
member-change-text = Різницю одразу буде розраховано з карткою учасника, і про це йому повідомить лист.
member-change-none = Немає підписки, яку можна змінити.
money-done-refunded = Гроші повертаються; про це повідомить лист.
money-done-sale-end = Скасовано. Читати можна до кінця оплаченого.
money-done-sale-end-now = Завершено.
money-done-sale-keep = Підписка триває.
money-done-sale-pause = Призупинено.
money-done-sale-end-pause = Паузу завершено.
money-done-sale-changed = План змінено.
money-done-signed-out = Сеанс завершено.
money-done-deleted = Обліковий запис видалено.
money-problem-sale-not-now = Зараз це неможливо. Нічого не змінено.
money-problem-sale-unknown = Такої підписки, платежу чи дії немає. Нічого не змінено.
money-problem-sale-failed = Stripe не зміг цього зробити. Нічого не змінено; спробуйте ще раз.
money-problem-sale-no-stripe = Обліковий запис Stripe не налаштовано.
money-problem-refund-amount = Поверніть більше ніж нуль і не більше, ніж залишилося від платежу.
money-problem-refund-reason = Вкажіть, чому гроші повертаються.
money-problem-refund-stale = Частину цього платежу тим часом уже повернуто. Подивіться, що залишилося, і вирішіть знову.
money-problem-delete-confirm = Введіть адресу облікового запису точно.
money-problem-member-is-staff = Це обліковий запис колеги. Спершу зніміть роль.
refund-title = Повернути гроші
refund-open = Повернути…
refund-paid = сплачено { $date }
refund-amount = Сума в { $currency }
refund-left = Щонайбільше { $amount }.
refund-reason = Причина
refund-reason-requested-by-customer = На прохання
refund-reason-duplicate = Сплачено двічі
refund-reason-fraudulent = Сплачено чужою карткою
refund-submit = Повернути
refund-text = Повністю повернутий платіж більше нічого не відкриває. Сама підписка триває, якщо ви її не завершите.
member-sessions = Сеанси
member-session = Від { $since }, востаннє { $seen }
member-unknown-device = Невідомий браузер
member-sign-out = Вийти
member-sign-out-all = Вийти всюди
member-no-sessions = Немає відкритих сеансів.
member-letters = Листи
member-letters-text = Останні тридцять днів. Коди для входу приховано.
member-no-letters = За останні тридцять днів нічого не надіслано.
letter-sent = надіслано
letter-waiting = очікує
letter-failed = не вдалося
member-delete = Видалити цей обліковий запис
member-delete-text = Усе відоме про цю людину буде видалено, тут і в Stripe, а її підписки закінчаться одразу без повернення грошей. Суми й дати, потрібні для обліку, залишаться без імені. Скасувати це неможливо.
member-delete-confirm = Для підтвердження введіть { $email }
member-delete-submit = Видалити назавжди

## Учасники з файлу
members-import = Імпортувати учасників
title-admin-import = Імпортувати учасників
import-file = Файл з учасниками
import-another = Інший файл
import-members-text = Спершу файл читають і перевіряють; нічого не змінюється, доки ви не скажете. Хто вже має обліковий запис, зберігає його як є й лише отримує плани з файлу; той самий файл двічі не зашкодить. Листів ніхто не отримує.
import-choose = Файл CSV
import-hint = Перший рядок називає стовпці: email і, за бажання, name, languages (як-от de en), plans, from та until (дні на кшталт 2026-12-31). Щонайбільше 4 МБ, у UTF-8.
import-check = Перевірити файл
import-state-checked = Перевірено
import-state-running = Імпортується
import-state-stopped = Зупинено
import-state-done = Імпортовано
import-lines = { $count ->
    [one] { $count-text } учасник у файлі
    [few] { $count-text } учасники у файлі
   *[other] { $count-text } учасників у файлі
}
import-new = { $count ->
    [one] { $count-text } новий обліковий запис
    [few] { $count-text } нові облікові записи
   *[other] { $count-text } нових облікових записів
}
import-known = { $count ->
    [one] { $count-text } вже має обліковий запис
   *[other] { $count-text } вже мають облікові записи
}
import-plans = { $count ->
    [one] буде надано { $count-text } план
    [few] буде надано { $count-text } плани
   *[other] буде надано { $count-text } планів
}
import-progress = Готово { $done-text } з { $lines-text }.
import-made = Нових облікових записів: { $made-text }. Наданих планів: { $granted-text }.
import-run = { $count ->
    [one] Імпортувати { $count-text } учасника
   *[other] Імпортувати { $count-text } учасників
}
import-wrong = { $count ->
    [one] { $count-text } рядок пропущено
    [few] { $count-text } рядки пропущено
   *[other] { $count-text } рядків пропущено
}
import-line = Рядок
import-what = Що не так
import-problem-text = Це не текст у UTF-8. { $what }
import-problem-columns = Перший рядок має називати стовпці, серед них email. Відомі { $what }.
import-problem-twice = Ця адреса вже є в рядку { $what }.
import-problem-email = «{ $what }» – не адреса електронної пошти.
import-problem-name = «{ $what }» – не ім’я: щонайбільше 120 знаків в одному рядку.
import-problem-languages = «{ $what }» – не перелік мов на кшталт de en.
import-problem-plan = Плану «{ $what }» немає.
import-problem-date = «{ $what }» – не день на кшталт 2026-12-31.
import-problem-order = Останній день, { $what }, раніший за перший.
import-problem-no-plan = Є дні, але немає плану. { $what }
import-refused-file = Виберіть непорожній файл.
import-refused-size = Файл завеликий; щонайбільше 4 МБ.
import-refused-utf-8 = Файл не в UTF-8. Збережіть його в таблиці як «CSV UTF-8».
