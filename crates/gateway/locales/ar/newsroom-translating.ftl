## غرفة التحرير: الترجمة
title-admin-translate = الترجمة
translate-lists = ما ينبغي عمله
translate-list-missing = غير مترجمة
translate-list-stale = قديمة
translate-list-in-review = قيد المراجعة
translate-list-due = مسندة
translate-list-all = الكل
translate-story = المقال
translate-from = من لغة
translate-standing = الحالة
translate-changed = تغيّر الأصل
translate-unpublished = غير منشور
translate-none = لا شيء هنا ينتظر العمل.
translate-stale = قديمة
translate-ahead = نسخة أحدث لم تُنشر
translate-state-none = غير مترجم
translate-state-draft = مسودة
translate-state-in-review = قيد المراجعة
translate-state-scheduled = مجدول
translate-state-published = منشور
translate-state-withdrawn = مسحوب
side-way = من { $from } إلى { $into }
side-to-desk = إلى مكتب الترجمة
side-progress = تُرجم { $filled-text } من { $blocks-text } من الفقرات
side-open = { $count ->
    [zero] لا تغييرات في الأصل تنتظر
    [one] تغيير واحد في الأصل ينتظر
    [two] تغييران في الأصل ينتظران
    [few] { $count-text } تغييرات في الأصل تنتظر
    [many] { $count-text } تغييرًا في الأصل ينتظر
   *[other] { $count-text } تغيير في الأصل ينتظر
}
side-none-open = مطابقة للأصل
side-save = حفظ
side-all-current = حفظ، كل شيء محدَّث
side-ask-review = حفظ وطلب مراجعة
side-take-back = حفظ ومتابعة العمل
side-lines = العنوان والأوصاف
side-line-title = العنوان
side-line-standfirst = المقدمة
side-line-description = وصف لمحركات البحث
side-line-seo-title = عنوان لمحركات البحث
side-line-cover-alt = ما تُظهره صورة الغلاف
side-line-cover-caption = تعليق صورة الغلاف
side-slug = الرابط
side-slug-hint = الجزء الأخير من الرابط. إن تُرك فارغًا أُخذ من العنوان.
side-body = النص
side-block = { $place }: { $kind } ({ $language })
side-paywall = هنا ينتهي الجزء المجاني
side-diff = ما تغيّر في الأصل
side-theirs = حفظه شخص آخر في هذه الأثناء، مقارنةً بنصك
side-current = هذا محدَّث
side-keep = إبقاء هذه الفقرة
side-kind-paragraph = فقرة
side-kind-heading = عنوان فرعي
side-kind-list = قائمة
side-kind-figure = صورة
side-kind-quote = اقتباس
side-kind-code = رمز برمجي
side-kind-table = جدول
side-kind-embed = رابط مضمَّن
side-kind-rule = فاصل
side-kind-note = حاشية أو تعريف
side-row-changed = تغيّر في الأصل
side-row-new = جديد في الأصل
side-row-missing = غير مترجم
side-row-gone = حُذف من الأصل
side-row-own = في الترجمة فقط
side-row-kept = يبقى كما هو
side-done-saved = حُفظت نسخة جديدة.
side-done-same = لم يتغير شيء، فلم يكن هناك ما يُحفظ.
side-done-current = حُفظ وسُجِّل أنه محدَّث.
side-done-review = حُفظ النص، وهو الآن ينتظر المراجعة.
side-done-back = حُفظ النص، والعمل عليه مستمر.
side-problem-form = كان النموذج ناقصًا فلم يُحفظ شيء. أعد تحميل الصفحة من فضلك.
side-problem-title = تحتاج الترجمة إلى عنوان.
side-problem-long = لا يتجاوز العنوان أو الوصف أو التعليق 2000 حرف.
side-problem-slug = لا يصلح هذا رابطًا. استعمل كلمات من حروف صغيرة وأرقام تصل بينها شرطات.
side-problem-taken = لنص آخر بهذه اللغة الرابط نفسه.
side-problem-stale = حفظ شخص آخر هذه الترجمة في هذه الأثناء. نصك ما زال هنا، وحيث يختلف النصان يظهر كلاهما. احفظ مرة أخرى ليحل نصك محله.
side-done-imported = أُخذ الملف نسخةً جديدة.
side-problem-no-file = اختر ملفًا من فضلك.
side-problem-file-large = حجم الملف أكبر من 8 ميبي بايت.
side-problem-file-broken = تعذّرت قراءة الملف: ليس XML سليم البنية بترميز UTF-8.
side-problem-file-entities = في الملف نوع مستند أو كيانات، ومثل هذه الملفات لا تُقرأ.
side-problem-file-other = الملف ليس XLIFF 2.
side-problem-other-story = الملف لمقال آخر أو لغة أخرى، أو لا يذكر لأيهما.
side-files = لأدوات الترجمة
side-files-text = يضم ملف XLIFF 2.1 الأصل والترجمة فقرةً فقرة. وما يعود يُعرض قبل حفظ أي شيء.
side-export = تنزيل XLIFF
side-file = الملف المترجم
side-import = عرض ما سيتغير
import-back = العودة إلى الترجمة
import-older = تغيّر الأصل منذ إنشاء هذا الملف. وما يمسّه ذلك يبقى معلَّمًا بأنه قديم.
import-text = لم يُحفظ شيء بعد. أزل العلامة عما لا تريد أخذه.
import-same = { $count ->
    [zero] لا نصوص موجودة كما هي.
    [one] نص واحد موجود كما هو.
    [two] نصان موجودان كما هما.
    [few] { $count-text } نصوص موجودة كما هي.
    [many] { $count-text } نصًّا موجودًا كما هو.
   *[other] { $count-text } نص موجود كما هو.
}
import-empty = { $count ->
    [zero] لا نصوص بلا ترجمة.
    [one] نص واحد بلا ترجمة.
    [two] نصان بلا ترجمة.
    [few] { $count-text } نصوص بلا ترجمة.
    [many] { $count-text } نصًّا بلا ترجمة.
   *[other] { $count-text } نص بلا ترجمة.
}
import-strangers = { $count ->
    [zero] لا نصوص لفقرات زالت.
    [one] نص واحد لفقرة لم تعد موجودة، فتُرك.
    [two] نصان لفقرتين لم تعودا موجودتين، فتُركا.
    [few] { $count-text } نصوص لفقرات لم تعد موجودة، فتُركت.
    [many] { $count-text } نصًّا لفقرات لم تعد موجودة، فتُركت.
   *[other] { $count-text } نص لفقرات لم تعد موجودة، فتُركت.
}
import-take = أخذ هذا النص
import-diff = ما سيتغير
import-edited = تغيّرت الترجمة هنا في هذه الأثناء.
import-moved = تغيّر الأصل منذ ذلك الحين.
import-lost = ناقص في الترجمة:
import-unknown = { $count ->
    [zero] لا رموز مجهولة.
    [one] رمز واحد مجهول حُذف.
    [two] رمزان مجهولان حُذفا.
    [few] { $count-text } رموز مجهولة حُذفت.
    [many] { $count-text } رمزًا مجهولًا حُذفت.
   *[other] { $count-text } رمز مجهول حُذفت.
}
import-save = الحفظ نسخةً جديدة
import-nothing = لن يغيّر الملف شيئًا.
side-done-signed = حُفظ واعتُمد.
machine-title = مسودات آلية
machine-text = يمكن للآلة أن تسوّد ما ينقص بعد. وهي لا تكتب أبدًا فوق ما كتبه إنسان، ولا يُنشر منها شيء قبل أن يعتمده أحد. احفظ قبل أن تطلب.
machine-ask = تسويد الناقص
machine-running = جارٍ التسويد: { $done-text } من { $total-text } من النصوص.
machine-look = عرض التقدم
machine-ended = المسودات المطلوبة أخيرًا جاهزة.
machine-refused = { $count ->
    [zero] لم يُترك أي نص.
    [one] فقد نص واحد رابطًا أو حاشية أو علامة أخرى فتُرك.
    [two] فقد نصان رابطًا أو حاشية أو علامة أخرى فتُركا.
    [few] فقدت { $count-text } نصوص رابطًا أو حاشية أو علامة أخرى فتُركت.
    [many] فقد { $count-text } نصًّا رابطًا أو حاشية أو علامة أخرى فتُركت.
   *[other] فقد { $count-text } نص رابطًا أو حاشية أو علامة أخرى فتُركت.
}
machine-made = آلي
machine-sign = اعتماد
machine-sign-all = حفظ واعتماد كل المسودات
machine-unsigned = { $count ->
    [zero] لا مسودات آلية غير معتمدة
    [one] مسودة آلية واحدة غير معتمدة
    [two] مسودتان آليتان غير معتمدتين
    [few] { $count-text } مسودات آلية غير معتمدة
    [many] { $count-text } مسودة آلية غير معتمدة
   *[other] { $count-text } مسودة آلية غير معتمدة
}
machine-problem-unreachable = لم تجب خدمة الترجمة. وما سوّدته قبل ذلك محفوظ.
machine-problem-failing = خدمة الترجمة مثقلة. وما سوّدته قبل ذلك محفوظ؛ حاول لاحقًا.
machine-problem-refusing = ترفض خدمة الترجمة: لعل الخطأ في المفتاح أو الحصة أو اللغتين.
machine-problem-unreadable = تعذّرت قراءة جواب خدمة الترجمة.
machine-problem-inside = تعذّر حفظ المسودات. حاول مرة أخرى.
translate-assignee = أُسند إلى
translate-due = الموعد
translate-overdue = متأخر
assign-title = من يتولاه
assign-nobody = لا أحد بعد
assign-save = إسناد
side-done-assigned = أُسند.
side-problem-assignee = اختر من يعمل بهذه اللغة من فضلك.
side-problem-due = هذا ليس تاريخًا.
title-admin-glossary = المسرد
glossary-text = كلمات الصحيفة وترجماتها لكل لغتين. يراها المترجمون تحت كل فقرة ترد فيها، وتلتزم بها المسودات الآلية حيث تتيح الخدمة ذلك.
glossary-from = من: { $language }
glossary-none = لا كلمات لهاتين اللغتين بعد.
glossary-new = كلمة جديدة
glossary-source = الكلمة ({ $language })
glossary-target = الترجمة ({ $language })
glossary-done-saved = حُفظ.
glossary-done-removed = حُذفت.
glossary-problem-source = اذكر كلمة لا تزيد على 100 حرف من فضلك.
glossary-problem-target = اذكر الترجمة بما لا يزيد على 100 حرف من فضلك.
glossary-problem-full = هذا المسرد ممتلئ. احذف كلمة لم تعد لازمة من فضلك.
