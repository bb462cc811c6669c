## Групи
title-group-offer = Для груп
group-offer-text = Одна передплата на кількох: ви платите за місця й вирішуєте, кому їх дати.
group-price-month = { $amount } на місяць за кожне місце
group-price-year = { $amount } на рік за кожне місце
group-seats = Кількість місць
group-seats-label = Скільки місць ви хочете?
group-at-least = { $count ->
    [one] Щонайменше { $count-text } місце
    [few] Щонайменше { $count-text } місця
    [many] Щонайменше { $count-text } місць
   *[other] Щонайменше { $count-text } місця
}
group-submit = Перейти до оплати
group-submit-sign-in = Увійти й продовжити
group-none = Зараз передплати для груп немає.
title-group = Ваша група
group-taken = Зайнято або запропоновано місць: { $taken-text } із { $seats-text }.
group-ended = Передплата зараз не діє, тож ніхто за нею не читає.
group-state-invited = запрошено
group-state-taken = зайнято
group-state-standing = немає вільного місця
group-remove = Забрати
group-remove-of = Забрати місце, адреса { $email }
group-invite = Запропонувати місце
group-invite-text = Ми надішлемо лист із посиланням. Прийняти місце може лише власник адреси; його збережено протягом 30 днів.
group-invite-submit = Надіслати запрошення
group-domain = Колеги приєднуються самі
group-domain-off = Хто входить з адресою на { $domain }, отримує вільне місце без запрошення.
group-domain-on = Хто входить з адресою на { $domain }, отримує вільне місце. Ви можете забрати його будь-коли.
group-domain-open = Увімкнути
group-domain-close = Вимкнути
group-subscription = Оплата, рахунки, скасування
group-change-due = { $seats ->
    [one] За { $seats-text } місце ви зараз сплачуєте { $amount } — за решту періоду.
    [few] За { $seats-text } місця ви зараз сплачуєте { $amount } — за решту періоду.
    [many] За { $seats-text } місць ви зараз сплачуєте { $amount } — за решту періоду.
   *[other] За { $seats-text } місця ви зараз сплачуєте { $amount } — за решту періоду.
}
group-change-credit = { $seats ->
    [one] За { $seats-text } місця в наступному рахунку буде враховано { $amount }.
   *[other] За { $seats-text } місць у наступному рахунку буде враховано { $amount }.
}
group-done-invited = Запрошення надіслано.
group-done-removed = Місце знову вільне.
group-done-domain = Збережено.
group-done-changed = Кількість місць змінено.
group-done-accepted = Місце ваше. Тепер ви можете читати все.
group-done-left = Ви відмовилися від місця.
group-problem-email = Це не електронна адреса. Вона має виглядати як name@example.org.
group-problem-full = Усі місця зайняті або запропоновані. Додайте місць або заберіть одне.
group-problem-seated = Ця адреса вже має місце.
group-problem-ended = Передплата зараз не діє. Спершу перевірте оплату.
group-problem-seats = Оберіть число від { $least-text } до { $most-text }.
group-problem-too-few = { $count ->
    [one] Зайнято або запропоновано { $count-text } місце. Спершу заберіть його.
    [few] Зайнято або запропоновано { $count-text } місця. Спершу заберіть ті, від яких відмовляєтеся.
    [many] Зайнято або запропоновано { $count-text } місць. Спершу заберіть ті, від яких відмовляєтеся.
   *[other] Зайнято або запропоновано { $count-text } місця. Спершу заберіть ті, від яких відмовляєтеся.
}
group-problem-not-shown = Ціна тим часом змінилася. Перегляньте її ще раз.
group-problem-public = Адресу в цього постачальника може мати будь-хто, тому відкрити для нього групу не можна.
group-problem-failed = Наш платіжний сервіс не зміг цього зробити. Нічого не змінено; спробуйте ще раз або перевірте картку.

## Місця
title-seat = Місце для вас
seat-text = { $from } пропонує вам місце ({ $plan }). Ви читаєте все й нічого не платите.
seat-accept = Зайняти місце
seat-seen = Хто платить за групу, бачить вашу електронну адресу, але не бачить, що ви читаєте.
seat-state-sign-in = Увійдіть з адресою, на яку надійшло запрошення.
seat-state-other = Це місце запропоновано іншій адресі. Вийдіть і ввійдіть з адресою, на яку надійшло запрошення.
seat-state-gone = Це запрошення більше не чинне.
seat-state-full = Усі місця групи зайняті. Зверніться до того, хто вас запросив.
seat-own = Ваше місце
seat-from = Платник: { $from }
seat-leave = Відмовитися від місця

## Листи про місця
mail-seat-subject = Місце для вас: { $site }
mail-seat-text = { $from } пропонує вам місце: { $site } ({ $plan }). Ви читаєте все й нічого не платите.
mail-seat-how = Увійдіть із цією електронною адресою; місце збережено для вас протягом 30 днів. Якщо воно вам не потрібне, нічого робити не треба.
mail-seat-taken-subject = Ваше місце більше не діє: { $site }
mail-seat-taken-text = { $from } забирає місце, за яким ви читали { $site }. Ваш обліковий запис лишається; щоб читати далі, можна передплатити самостійно.
