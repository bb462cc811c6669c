## Передплата
title-subscribe = Передплата
subscribe-heading = До останнього речення
subscribe-text = { $site } живе завдяки читачам. Оберіть те, що вам підходить.
subscribe-held = Ваша передплата
subscribe-how = Як передплатити
subscribe-contact = Напишіть на { $address }: ми оформимо передплату й повідомимо, щойно вона почне діяти.
subscribe-no-contact = Зараз оформити передплату онлайн не можна.

## Ціни та передплати
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
