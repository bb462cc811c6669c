## Редакція: статті
title-admin-stories = Статті
title-admin-story = Огляд статті
title-admin-story-new = Нова стаття
title-admin-story-text = Писати
title-admin-story-publish = Опублікувати
title-admin-story-revisions = Версії
title-admin-stories-deleted = Видалені статті
title-admin-story-closed = Цю статтю змінюють інші
story-closed-text = Ви можете читати цю статтю, але змінюють її інші: її автор, редакція або ті, хто перекладає цією мовою.
stories-words = Заголовок або адреса
stories-any = усі
stories-author = Автор
stories-stale = відстали від оригіналу
stories-mine = розпочаті мною
stories-texts = Мови
stories-touched = Остання зміна
stories-no-section = без рубрики
stories-count = { $count ->
    [one] { $count-text } стаття
    [few] { $count-text } статті
    [many] { $count-text } статей
   *[other] { $count-text } статті
}
stories-done-deleted = Статтю видалено. Читачі більше ніде її не бачать.
stories-problem-none-chosen = Позначте хоча б одну статтю.
stories-problem-no-deed = Виберіть, що зробити з позначеними статтями.
stories-problem-gone = Цю статтю вже не можна повернути.
story-undo = Скасувати
story-title = Заголовок
story-section = Рубрика
story-access = Читачі
story-access-public = усі
story-access-members = хто увійшов
story-access-paid = передплатники
story-access-plans = певні передплати
story-plans = Ці передплати
story-kind = Вид
story-kind-story = стаття
story-kind-page = постійна сторінка
story-source = Мова оригіналу
story-authors = Автори
story-tags = Теми
story-cover = Обкладинка
story-cover-hint = Код зображення з медіатеки.
story-no-terms = Поки що немає.
story-state-draft = чернетка
story-state-in-review = чекає на схвалення
story-state-scheduled = заплановано
story-state-published = опубліковано
story-state-withdrawn = відкликано
story-state-none = ще не написано
story-stale = оригінал змінився
story-ahead = новішу версію не опубліковано
story-begun-by = розпочато: { $name }
story-facts = Усіма мовами
story-begin = Почати писати
story-new-title-hint = Його можна змінити будь-коли. З нього складається запропонована адреса.
story-duplicate = Дублювати
story-delete = Видалити
story-delete-text = Видалена стаття зникає одразу, і її можна повернути протягом 30 днів.
story-theirs = Тим часом хтось інший змінив статтю. Ваш вибір відрізняється тут:
story-done-saved = Збережено.
story-done-waits = Збережено. Стаття вийде, коли будуть готові всі вибрані мови.
story-done-launched = Усе було готове: статтю опубліковано всіма вибраними мовами.
story-done-duplicated = Це копія. Нічого з неї не опубліковано.
story-done-brought-back = Стаття повернулася такою, як була.
story-problem-overtaken = Хтось інший змінив цю статтю одночасно з вами. Нічого не збережено; ваш вибір залишився тут. Збережіть ще раз, щоб замінити чужі зміни.
story-problem-access = Виберіть хоча б одну передплату.
story-problem-source = Виберіть мову сайту.
story-problem-term = Вибраної рубрики, теми або автора більше немає.
story-problem-cover = Зображення з таким кодом немає.
story-problem-machine = Частину цих текстів підготувала машина, і ніхто ще її не затвердив. Зробіть це в розділі «Переклади». Нічого не змінено.

## Редакція: кілька статей одразу
bulk-choose = Вибрати
bulk-title = Дія з позначеними статтями
bulk-text = Кожну статтю опрацьовують окремо; потім ви побачите, що з нею сталося.
bulk-publish = Опублікувати всіма мовами
bulk-withdraw = Відкликати
bulk-section = Перенести до цієї рубрики
bulk-tag-label = Тема
bulk-tag = Додати цю тему
bulk-access = Відкрити цим читачам
bulk-results = Що зроблено
bulk-result-done = зроблено
bulk-result-nothing = нічого робити
bulk-result-errors = не опубліковано: перевірка знайшла помилки
bulk-result-machine = не опубліковано: машинні чернетки не затверджено
bulk-result-refused = не дозволено
bulk-result-overtaken = її саме змінював хтось інший

## Редакція: публікація разом
launch-title = Мови разом
launch-each = Публікувати кожну мову, щойно вона готова
launch-together = Зачекати й опублікувати ці мови тієї самої миті:
launch-languages = Мови
launch-save = Зберегти
launch-ready = готова
launch-not-ready = не готова
launch-text = Ця стаття виходить кількома мовами тієї самої миті, щойно всі будуть готові.
launch-say-ready = Ця мова готова
launch-take-back = Усе-таки не готова

## Редакція: редактор
writing-field-title = Заголовок
writing-field-standfirst = Лід
writing-field-body = Текст
writing-field-slug = Адреса
writing-field-seo_title = Заголовок для пошукових систем
writing-field-description = Опис
writing-field-cover_alt = Що на обкладинці
writing-field-cover_caption = Підпис під обкладинкою
writing-body-hint = Markdown. Що йде після цього рядка, те для передплатників:
writing-words = Слів:
writing-minutes = Хвилин:
writing-slug-hint = Залиште порожнім, щоб було: { $slug }
writing-seo-title-hint = Лише якщо заголовок задовгий або надто грайливий для списку результатів.
writing-description-hint = Одне-два речення, до 160 знаків.
writing-cover-alt-hint = Для людей, які не можуть її побачити.
writing-version = Версія { $version }.
writing-live-version = Читачі бачать версію { $version }.
writing-save-over = Замінити чужу версію
writing-publish = Зберегти й опублікувати…
writing-submit = Зберегти й подати
writing-live = Переглянути на сайті
writing-read-only = Ви можете читати цей текст, але не змінювати.
writing-stale = Оригінал змінився після цього перекладу.
writing-unsaved = Це ви написали до { $at } й не зберегли.
writing-newer = Тим часом { $name } зберігає версію { $version } ({ $at }). Під час збереження ви побачите обидві.
writing-discard = Відкинути
writing-somebody = хтось
writing-done-saved = Збережено.
writing-done-discarded = Відкинуто. Це збережена версія.
writing-done-submitted = Збережено й подано. Редакція перегляне.
writing-done-restored = Відновлено як найновішу версію.
writing-problem-title = Дайте статті заголовок.
writing-problem-long = Це довше, ніж ми можемо зберегти.
writing-problem-slug = В адресі можуть бути лише малі літери, цифри й поодинокі дефіси.
writing-problem-slug-missing = Із заголовка не виходить адреси; введіть її.
writing-problem-slug-reserved = Цю адресу використовує сам сайт; виберіть іншу.
writing-problem-slug-taken = Цю адресу має інша стаття; виберіть іншу.
writing-problem-source = Виберіть мову сайту.
writing-problem-access = Виберіть, хто може її читати.
writing-problem-section = Цієї рубрики більше немає.
conflict-title = Двоє писали одночасно
conflict-by = { $name }: версію { $version } збережено { $at }, поки ви писали.
conflict-text = Нічого не втрачено: ваш текст у формі нижче, інший — серед версій. Візьміть, що потрібно; після збереження ваш стане найновішим.
conflict-theirs = інший
conflict-mine = ваш
preview-title = Попередній перегляд
preview-as = Як бачить
preview-visitor = відвідувач
preview-member = хто увійшов
preview-subscriber = передплатник
preview-open = Відкрити перегляд
seo-title = Адреса й пошук
seo-search = У результатах пошуку
seo-social = Коли поширюють
diff-skipped = { $count ->
    [one] { $count-text } абзац без змін
    [few] { $count-text } абзаци без змін
    [many] { $count-text } абзаців без змін
   *[other] { $count-text } абзацу без змін
}

## Редакція: публікація
publish-back = Назад до тексту
publish-sound = Перевірка нічого не виявила.
publish-errors = Спершу треба виправити
publish-warnings = Варто переглянути
publish-confirm = Я переглянув(-ла); усе одно опублікувати
publish-now = Зараз
publish-now-submit = Опублікувати зараз
publish-updated = Повідомити читачам, що сьогодні оновлено
publish-later = Пізніше
publish-at = Дата й час
publish-zone = У часовому поясі сайту: { $zone }. Там зараз { $now }.
publish-schedule = Запланувати
publish-withdraw-published = Відкликати
publish-withdraw-scheduled = Скасувати план
publish-withdraw-in-review = Повернути в чернетки
publish-done-published = Опубліковано. Читачі вже бачать.
publish-done-scheduled = Заплановано. Вийде саме.
publish-done-withdrawn = Відкликано.
publish-done-ready = Позначено як готове. Чекаємо на інші мови.
publish-done-not-ready = Більше не позначено як готове.
publish-done-launched = Усі мови були готові: тепер усі опубліковано.
publish-problem-errors = Дещо треба спершу виправити.
publish-problem-warnings = Перегляньте застереження й підтвердьте їх.
publish-problem-time = Це не дата з часом.
publish-problem-past = Цей час уже минув.
publish-problem-gap = Такого часу немає: тоді годинники переводять уперед. Виберіть раніший або пізніший.
publish-problem-published = Її вже опубліковано. Спершу відкличте.
publish-problem-machine = Частину накидала машина, і цього ще ніхто не затвердив. Зробіть це в розділі «Переклади».
publish-problem-act = Виберіть, що зробити.
check-there = Перейти
check-at-line = Рядок { $line }
check-no-text = Немає тексту.
check-no-alt = Зображення не має опису для тих, хто не може його побачити.
check-no-cover-alt = Обкладинка не має опису для тих, хто не може її побачити.
check-no-picture = Цього зображення немає в медіатеці, тож його не буде показано.
check-broken-link = Це посилання веде на сторінку сайту, якої немає.
check-empty-note = Виноска порожня.
check-missing-note = Для цієї позначки немає виноски.
check-all-in-teaser = Стаття не для всіх, але всі можуть прочитати її цілком: після початку нічого немає.
check-marker-for-nothing = Є межа платного доступу, але стаття для всіх.
check-short-teaser = { $count ->
    [one] У відкритому початку лише { $count-text } слово. Хто передплатить заради цього?
    [few] У відкритому початку лише { $count-text } слова. Хто передплатить заради цього?
    [many] У відкритому початку лише { $count-text } слів. Хто передплатить заради цього?
   *[other] У відкритому початку лише { $count-text } слова. Хто передплатить заради цього?
}
check-long-title = Заголовок має { $count-text } знаків; пошукові системи показують близько 70.
check-long-description = Опис має { $count-text } знаків; показують близько 160.
check-no-description = Немає опису для пошукових систем і поширених посилань.

## Редакція: версії
revision = Версія
revision-from = від
revision-to = до
revision-at = Збережено
revision-by = Хто
revision-nobody = імпорт
revision-live = бачать читачі
revision-compare = Порівняти
revision-difference = Від версії { $from } до { $to }
revision-removed = вилучено
revision-added = додано
revision-same = Вони кажуть те саме.
revision-restore = Відновити версію { $version }

## Редакція: видалені статті
deleted-text = Видалені статті зберігаються (днів: { $days }). Потім вони зникають назавжди.
deleted-none = Нічого не видалено.
deleted-at = Видалено { $at }; зберігається до { $until }
deleted-bring-back = Повернути
