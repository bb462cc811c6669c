## Керування передплатою
title-leave = Скасувати передплату
title-pause = Зробити паузу
manage-back = Назад до передплати
leave-heading = Скасувати «{ $plan }»
leave-text = Ви можете читати до { $date }. Після цього більше нічого не списується, а повернутися можна будь-коли.
leave-reason-label = Скажете нам, чому? (необов’язково)
leave-reason-none = Без відповіді
leave-reason-too-expensive = Задорого
leave-reason-unused = Я читаю надто рідко
leave-reason-missing-features = Мені чогось бракує
leave-reason-switched-service = Тепер читаю інше
leave-reason-low-quality = Мені не подобаються статті
leave-reason-too-complex = Надто складно
leave-reason-customer-service = Мене погано обслужили
leave-reason-other = Інша причина
leave-submit = Скасувати зараз
leave-instead = Що можна зробити натомість
leave-off-text = Залишайтеся й платіть менше. Знижка застосується сама.
leave-off-submit = Залишитися зі знижкою
pause-text = «{ $plan }» можна на якийсь час призупинити. Ви читаєте до { $date }, кінця оплаченого часу; потім нічого не списується, доки триває пауза. Далі передплата продовжиться сама — або коли захочете.
pause-months-label = На скільки?
pause-months = { $months ->
    [one] { $months-text } місяць
    [few] { $months-text } місяці
    [many] { $months-text } місяців
   *[other] { $months-text } місяця
}
pause-submit = Зробити паузу
subscription-paused = Передплата на паузі.
subscription-paused-until = Передплата на паузі й продовжиться { $date }.
subscription-next = { $date } буде списано { $amount }.
subscription-discount = Знижка:
subscription-card = Оплата карткою { $card }, дійсна до: { $month }
subscription-end-pause = Продовжити зараз
subscription-pause = Зробити паузу
subscription-done-paused = Ваша передплата на паузі.
subscription-done-pause-ended = Ваша передплата триває.
subscription-done-stayed = Раді, що ви залишаєтеся. Знижка діє з наступного платежу.
subscription-problem-not-now = За теперішнього стану передплати це неможливо. Нічого не змінено.
off-percent = { $percent } % знижки
off-amount = { $amount } знижки
off-once = на наступний платіж
off-months = { $months ->
    [one] на { $months-text } місяць
    [few] на { $months-text } місяці
    [many] на { $months-text } місяців
   *[other] на { $months-text } місяця
}
off-forever = назавжди
off-until = до { $date }
change-credit = Зараз ви нічого не платите. Від теперішньої передплати залишилося { $amount }; їх буде враховано в наступних рахунках.
change-anew = Минув деякий час, тож ось сума на цю мить. Підтвердьте, будь ласка, ще раз.
subscribe-code = Ваш код { $code } діє.
subscribe-problem-code = Такого коду немає, або він уже не діє. Можна передплатити без нього чи перейти за іншим посиланням.
price-tax-included-vat = З ПДВ.
price-tax-included-gst = З податком GST.
price-tax-included-sales-tax = З податком із продажу.
price-tax-added-vat = Без ПДВ.
price-tax-added-gst = Без податку GST.
price-tax-added-sales-tax = Без податку з продажу.
