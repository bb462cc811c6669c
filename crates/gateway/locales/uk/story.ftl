## Стаття
article-available-in = Цю статтю можна прочитати такими мовами: { $list }.
article-passages = Знайти уривок іншою мовою
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
