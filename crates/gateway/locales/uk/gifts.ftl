## Подарувати передплату
title-gift = Подарувати передплату
gift-text = Ви платите один раз, і вона закінчується сама. Код ви отримаєте одразу; за бажанням ми надішлемо його поштою того дня, який ви оберете.
gift-what = Що ви хочете подарувати?
gift-offer = { $months ->
    [one] { $plan }, { $months-text } місяць
    [few] { $plan }, { $months-text } місяці
    [many] { $plan }, { $months-text } місяців
   *[other] { $plan }, { $months-text } місяця
}
gift-giver = Ваше ім’я
gift-recipient = Ім’я того, кому ви даруєте
gift-message = Кілька слів від вас (необов’язково)
gift-how = Як його передати?
gift-how-mail = Електронною поштою, в обраний день
gift-how-self = Я передам код особисто
gift-email = Електронна адреса отримувача
gift-date = День
gift-language = Мова листа
gift-submit = Перейти до оплати
gift-none = Зараз подарункових передплат немає.
gift-have-code = Вам подарували код?
gift-problem-offer = Цієї пропозиції вже немає. Будь ласка, оберіть ще раз.
gift-problem-names = Укажіть обидва імені, не довші за 80 знаків.
gift-problem-message = Повідомлення задовге. Є місце для 600 знаків.
gift-problem-email = Це не електронна адреса. Вона має виглядати як name@example.org.
gift-problem-date = Оберіть день від сьогодні й не далі ніж за рік.
gift-problem-again = Цей подарунок уже сплачено. Якщо хочете зробити ще один, надішліть форму ще раз.
gift-problem-failed = Наш платіжний сервіс не відповідає. Кошти не списано; спробуйте ще раз за хвилину.
gift-paid-title = Ваш подарунок готовий
gift-paid-text = Ось код. Отримувач: { $name }. Його можна використати один раз.
gift-paid-mail = Ми надішлемо його на { $email }, дата: { $date }.
gift-paid-self = Напишіть його на листівці або передайте посилання.
gift-code = Код
gift-link = Посилання:
gift-until = Код можна використати до { $date }.
gift-sign-in = Увійдіть як { $email }, щоб будь-коли побачити, чи його використано.
gift-state-unpaid = не сплачено
gift-state-ready = ще не використано
gift-state-redeemed = використано
gift-state-void = гроші повернено
gift-state-expired = термін минув
title-gifts = Подарунки
gifts-given = Ваші подарунки
gifts-none = Ви ще нічого не дарували.
gifts-for = Отримувач: { $name }
gifts-sent = Надіслано на { $email }, дата: { $date }.

## Використати код
title-redeem = Використати код
redeem-text = Введіть код із листівки або листа.
redeem-sign-in = Спершу ви ввійдете, щоб подарунок належав вам.
redeem-submit = Використати
redeem-submit-sign-in = Увійти й використати
redeem-problem-code = Цей код неправильний. Перевірте кожну літеру й цифру.
redeem-problem-too-many = Забагато неправильних кодів. Спробуйте за годину.
redeem-problem-used = Цей код уже використано.
redeem-problem-void = Цей подарунок відкликано, його вже не можна використати.
redeem-problem-expired = Термін дії цього коду минув.
redeem-problem-subscribed = У вас є передплата, що поновлюється, і подарунок пропав би. Спершу скасуйте передплату — подарунок почнеться, коли вона закінчиться. Або передайте код комусь іншому: він лишається чинним.
redeem-problem-for-good = Ви вже читаєте все без обмеження в часі. Передайте код комусь іншому: він лишається чинним.
redeem-done-title = Тепер це ваше
redeem-done-text = { $plan }: від { $from } до { $until }. Закінчиться само.
redeem-giver = Подарунок. Від кого: { $name }
redeem-read = Почати читати

## Листи про подарунки
mail-gift-subject = { $giver } дарує вам { $site }
mail-gift-text = Вітаємо, { $name }! { $giver } дарує вам передплату на { $site }: { $what }. Щоб скористатися нею, перейдіть за посиланням або введіть цей код:
mail-gift-redeem = Прийняти подарунок
mail-gift-no-renewal = Вона закінчиться сама. Нічого не треба ні сплачувати, ні скасовувати.
mail-gift-paid-subject = Ваш подарунок. Отримувач: { $name }
mail-gift-paid-text = Дякуємо. Ваш подарунок сплачено. Отримувач: { $name }; { $what }.
