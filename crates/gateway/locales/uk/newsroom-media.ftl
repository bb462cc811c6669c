## Редакція: зображення
title-admin-media = Зображення
media-upload = Додати зображення
media-upload-hint = JPEG, PNG або WebP, до { $mib } МБ і { $megapixels } мегапікселів кожне. Можна кілька одразу; дані про місце й камеру вилучаються. Анімацію й векторну графіку не приймаємо: збережіть їх як PNG.
media-upload-submit = Завантажити
media-upload-failed = З’єднання перервалося. Спробуйте ще раз.
media-upload-taken = Додано
media-taken = { $count ->
    [one] Додано ще { $count } зображення.
    [few] Додано ще { $count } зображення.
    [many] Додано ще { $count } зображень.
   *[other] Додано ще { $count } зображення.
}
media-done-uploaded = Зображення додано.
media-done-deleted = Зображення видалено.
media-done-saved = Збережено.
media-done-replaced = Нове зображення тепер усюди на його місці.
media-problem-nothing = Файл не вибрано.
media-problem-refused = Це не можна прийняти.
media-problem-used = Це зображення є в статтях. Спершу приберіть його звідти або замініть.
media-problem-focus = Точка уваги — це два цілі числа від 0 до 100.
media-problem-long = Це задовго: 200 знаків для авторства, 500 для опису, 1000 для підпису.
media-problem-changed = Тим часом хтось це змінив. Введене збережено тут: перегляньте зображення в іншому вікні, перш ніж зберігати.
media-problem-same = Це те саме зображення.
media-refused-large = файл більший за { $limit-text } МБ.
media-refused-pixels = у ньому понад { $limit-text } мегапікселів.
media-refused-animated = воно анімоване; лишився б тільки перший кадр. Збережіть його як нерухоме.
media-refused-vector = це векторна графіка, що може містити скрипти. Збережіть її як PNG.
media-refused-unreadable = його вміст — не JPEG, PNG чи WebP, хоч би що казала назва.
media-find = Назва, авторство або слова
media-used-label = У статтях
media-used-yes = використані
media-used-no = не використані
media-kind-label = Вид
media-kind-photograph = фотографії
media-kind-transparent = з прозорістю
media-unused = не використане
media-none = Зображень ще немає.
media-kib = { $size-text } КБ
media-focus = Точка уваги
media-focus-text = Те, що лишається на видноті, де зображення обрізано: у попередніх переглядах посилань і квадратах. Вкажіть на нього або введіть відстань зліва і згори в сотих частках.
media-focus-x = Зліва (0–100)
media-focus-y = Згори (0–100)
media-cut-preview = Попередній перегляд
media-cut-square = Квадрат
media-words = Слова
media-words-text = З чого починає стаття, що бере це зображення. Там це можна переписати: статті, що вже мають його, зберігають свої слова.
media-credit = Авторство
media-alt = Що на ньому (для тих, хто не бачить)
media-caption = Підпис
media-uses = Де його показано
media-uses-none = Жодна стаття його не показує.
media-use-cover = обкладинка
media-use-body = у тексті
media-address = У Markdown:
media-replace = Замінити
media-replace-text = Нове зображення одразу стає на його місце в усіх статтях, чернетках і опублікованих. Старий файл видаляється, а його адреси ведуть до нового; копії в читачів і мережах можуть лишитися.
media-replace-file = Нове зображення
media-replace-submit = Замінити всюди
media-delete = Видалити
media-delete-text = Жодна стаття його не показує. Повернути його не можна.
media-delete-used = Його можна видалити, коли жодна стаття його не показує.
media-delete-submit = Видалити це зображення
