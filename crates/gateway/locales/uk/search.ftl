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
