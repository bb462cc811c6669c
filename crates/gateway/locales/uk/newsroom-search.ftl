## Редакція: пошук
title-admin-search = Пошук
title-admin-synonyms = Синоніми
title-admin-pins = Закріплені статті
tab-searches = Що шукають
taught-query = Запит
taught-searches = Пошуки
taught-pin = Закріпити статтю
taught-range = Період
taught-days = { $days ->
    [one] { $days } день
    [few] { $days } дні
   *[other] { $days } днів
}
taught-text = Нічиї пошуки: показано лише те, про що питали щонайменше тричі, і не сказано хто.
taught-without = Нічого не знайдено
taught-without-none = Усе знайшлося.
taught-top = Шукають найчастіше
taught-top-none = Нічого не шукали досить часто, щоб це показати.
taught-done-saved = Збережено. За десять секунд діятиме на всіх сторінках.
taught-done-removed = Вилучено. За десять секунд діятиме на всіх сторінках.
taught-problem-word = Це не можна шукати. Вкажіть від одного до п’яти слів, разом щонайбільше 100 знаків.
taught-problem-means = Вкажіть, що означає слово.
taught-problem-many = Це забагато: щонайбільше двадцять для одного слова чи запиту.
taught-problem-query = Це не можна шукати. Вкажіть від одного до п’яти слів, разом щонайбільше 100 знаків.
taught-problem-story = За цією адресою немає опублікованої статті.
synonyms-text = Хто шукає слово, знаходить і те, що воно означає. Слова в лапках шукаються саме так, як стоять.
synonyms-word = Слово
synonyms-means = Знаходить також
synonyms-means-hint = Кілька через кому. Кожне може мати до п’яти слів, як-от «Збройні сили України».
synonyms-both = І навпаки
synonyms-none = Цією мовою ще не задано жодного слова.
synonyms-new = Новий синонім
pins-text = Закріплені статті стоять у пошуку першими, незалежно від того, чи є в них слова запиту.
pins-none = Цією мовою не закріплено жодної статті.
pins-new = Закріпити статтю
pins-pin = Закріпити
pins-remove = Більше не закріплювати «{ $name }»
pins-unpublished = не опубліковано
