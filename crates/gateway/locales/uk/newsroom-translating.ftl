## Редакція: переклад
title-admin-translate = Переклади
translate-lists = Що потрібно зробити
translate-list-missing = Бракує
translate-list-stale = Застарілі
translate-list-in-review = На перевірці
translate-list-due = Призначені
translate-list-all = Усі
translate-story = Стаття
translate-from = З мови
translate-standing = Стан
translate-changed = Оригінал змінено
translate-unpublished = не опубліковано
translate-none = Тут немає чого робити.
translate-stale = застарів
translate-ahead = новішу версію не опубліковано
translate-state-none = бракує
translate-state-draft = чернетка
translate-state-in-review = на перевірці
translate-state-scheduled = заплановано
translate-state-published = опубліковано
translate-state-withdrawn = відкликано
side-way = { $from } → { $into }
side-to-desk = До списку перекладів
side-progress = Перекладено абзаців: { $filled-text } із { $blocks-text }
side-open = { $count ->
    [one] { $count-text } зміна в оригіналі ще не врахована
    [few] { $count-text } зміни в оригіналі ще не враховано
   *[other] { $count-text } змін в оригіналі ще не враховано
}
side-none-open = відповідає оригіналу
side-save = Зберегти
side-all-current = Зберегти, усе актуальне
side-ask-review = Зберегти й надіслати на перевірку
side-take-back = Зберегти й працювати далі
side-lines = Заголовок та описи
side-line-title = Заголовок
side-line-standfirst = Лід
side-line-description = Опис для пошукових систем
side-line-seo-title = Заголовок для пошукових систем
side-line-cover-alt = Що зображено на обкладинці
side-line-cover-caption = Підпис до обкладинки
side-slug = Адреса
side-slug-hint = Остання частина адреси. Якщо лишити порожньою, її буде утворено із заголовка.
side-body = Текст
side-block = { $place }: { $kind }, { $language }
side-paywall = Тут закінчується безкоштовна частина
side-diff = Що змінилося в оригіналі
side-theirs = Тим часом збережено кимось іншим, у порівнянні з вашим текстом
side-current = Це актуально
side-keep = Залишити цей абзац
side-kind-paragraph = Абзац
side-kind-heading = Підзаголовок
side-kind-list = Список
side-kind-figure = Зображення
side-kind-quote = Цитата
side-kind-code = Код
side-kind-table = Таблиця
side-kind-embed = Вбудоване посилання
side-kind-rule = Розділювач
side-kind-note = Виноска або посилання
side-row-changed = змінено в оригіналі
side-row-new = нове в оригіналі
side-row-missing = не перекладено
side-row-gone = вилучено з оригіналу
side-row-own = лише в перекладі
side-row-kept = лишається як є
side-done-saved = Збережено як нову версію.
side-done-same = Нічого не змінилося, тож не було чого зберігати.
side-done-current = Збережено й позначено як актуальне.
side-done-review = Збережено. Текст чекає на перевірку.
side-done-back = Збережено. Над текстом знову працюють.
side-problem-form = Форма була неповна, тому нічого не збережено. Завантажте сторінку ще раз.
side-problem-title = Перекладу потрібен заголовок.
side-problem-long = Заголовки, описи й підписи можуть мати щонайбільше 2000 знаків.
side-problem-slug = Це не може бути адресою. Вживайте слова з малих літер і цифр, з’єднані дефісами.
side-problem-taken = Інший текст цією мовою вже має таку адресу.
side-problem-stale = Тим часом хтось інший зберіг цей переклад. Ваш текст лишився тут; там, де вони різняться, видно обидва. Збережіть ще раз, щоб поставити ваш на його місце.
side-done-imported = Файл прийнято як нову версію.
side-problem-no-file = Виберіть файл.
side-problem-file-large = Файл більший за 8 МіБ.
side-problem-file-broken = Файл неможливо прочитати: це не правильно побудований XML у UTF-8.
side-problem-file-entities = Файл містить тип документа або сутності. Такі файли не читаються.
side-problem-file-other = Файл не є XLIFF 2.
side-problem-other-story = Файл належить до іншої статті чи мови або не вказує, до якої.
side-files = Для перекладацьких програм
side-files-text = Файл XLIFF 2.1 містить оригінал і переклад, абзац за абзацом. Те, що повертається, спершу показується, а вже потім зберігається.
side-export = Завантажити XLIFF
side-file = Перекладений файл
side-import = Подивитися, що зміниться
import-back = Назад до перекладу
import-older = Оригінал змінено після створення цього файлу. Те, чого це стосується, й надалі буде позначено як застаріле.
import-text = Ще нічого не збережено. Зніміть позначки з того, чого не хочете брати.
import-same = { $count ->
    [one] { $count-text } текст уже є.
    [few] { $count-text } тексти вже є.
   *[other] { $count-text } текстів уже є.
}
import-empty = { $count ->
    [one] { $count-text } текст не перекладено.
    [few] { $count-text } тексти не перекладено.
   *[other] { $count-text } текстів не перекладено.
}
import-strangers = { $count ->
    [one] { $count-text } текст належить до абзацу, якого вже немає; його пропущено.
    [few] { $count-text } тексти належать до абзаців, яких уже немає; їх пропущено.
   *[other] { $count-text } текстів належать до абзаців, яких уже немає; їх пропущено.
}
import-take = Узяти
import-diff = Що зміниться
import-edited = Тим часом переклад тут було змінено.
import-moved = Відтоді оригінал змінився.
import-lost = Бракує в перекладі:
import-unknown = { $count ->
    [one] { $count-text } код невідомий, його пропущено.
    [few] { $count-text } коди невідомі, їх пропущено.
   *[other] { $count-text } кодів невідомі, їх пропущено.
}
import-save = Зберегти як нову версію
import-nothing = Файл нічого не змінив би.
side-done-signed = Збережено й затверджено.
machine-title = Машинні чернетки
machine-text = Машина може накидати те, чого ще бракує. Вона ніколи не пише поверх написаного людиною, і нічого не публікується, доки хтось цього не затвердить. Спершу збережіть.
machine-ask = Накидати те, чого бракує
machine-running = Триває: { $done-text } із { $total-text } текстів.
machine-look = Подивитися, як іде
machine-ended = Останні замовлені чернетки готові.
machine-refused = { $count ->
    [one] { $count-text } текст загубив дорогою посилання, виноску чи іншу позначку, тож його пропущено.
    [few] { $count-text } тексти загубили дорогою посилання, виноску чи іншу позначку, тож їх пропущено.
   *[other] { $count-text } текстів загубили дорогою посилання, виноску чи іншу позначку, тож їх пропущено.
}
machine-made = машинний
machine-sign = Затвердити
machine-sign-all = Зберегти й затвердити всі чернетки
machine-unsigned = { $count ->
    [one] { $count-text } машинну чернетку не затверджено
    [few] { $count-text } машинні чернетки не затверджено
   *[other] { $count-text } машинних чернеток не затверджено
}
machine-problem-unreachable = Служба перекладу не відповіла. Те, що вона вже накидала, збережено.
machine-problem-failing = Служба перекладу перевантажена. Те, що вона вже накидала, збережено; спробуйте пізніше.
machine-problem-refusing = Служба перекладу відмовляє: можливо, щось не так із ключем, лімітом чи мовами.
machine-problem-unreadable = Відповідь служби перекладу неможливо зрозуміти.
machine-problem-inside = Чернетки не вдалося зберегти. Спробуйте ще раз.
translate-assignee = Призначено
translate-due = Термін
translate-overdue = прострочено
assign-title = Хто це робить
assign-nobody = ще ніхто
assign-save = Призначити
side-done-assigned = Призначено.
side-problem-assignee = Виберіть когось, хто працює цією мовою.
side-problem-due = Це не дата.
title-admin-glossary = Глосарій
glossary-text = Слова газети та їхній переклад для кожної пари мов. Перекладачі бачать їх під кожним абзацом, де вони є; машинні чернетки дотримуються їх, якщо служба це вміє.
glossary-from = з мови: { $language }
glossary-none = Для цих мов ще немає жодного слова.
glossary-new = Нове слово
glossary-source = Слово ({ $language })
glossary-target = Переклад ({ $language })
glossary-done-saved = Збережено.
glossary-done-removed = Вилучено.
glossary-problem-source = Вкажіть слово, щонайбільше 100 знаків.
glossary-problem-target = Вкажіть переклад, щонайбільше 100 знаків.
glossary-problem-full = Цей глосарій повний. Вилучіть слово, яке вже не потрібне.
