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

## Демо
title-mailbox = Перехоплена пошта
mailbox-text = Це демонстрація: листи не надсилаються, а показуються тут.
mailbox-html = У вигляді HTML
mailbox-empty = Листів ще немає.
