## غرفة الأخبار: المقالات
title-admin-stories = المقالات
title-admin-story = نظرة على المقال
title-admin-story-new = مقال جديد
title-admin-story-text = الكتابة
title-admin-story-publish = النشر
title-admin-story-revisions = النسخ
title-admin-stories-deleted = المقالات المحذوفة
title-admin-story-closed = تعديل هذا المقال لغيرك
story-closed-text = يمكنك قراءة هذا المقال، أما تعديله فلغيرك: كاتبه أو هيئة التحرير أو من يترجم إلى هذه اللغة.
stories-words = العنوان أو الرابط
stories-any = الكل
stories-author = الكاتب
stories-stale = تجاوزها الأصل
stories-mine = بدأتُها أنا
stories-texts = اللغات
stories-touched = آخر تعديل
stories-no-section = بلا قسم
stories-count = { $count ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count-text } مقالات
    [many] { $count-text } مقالًا
   *[other] { $count-text } مقال
}
stories-done-deleted = حُذف المقال، ولم يعد القراء يرونه في أي مكان.
stories-problem-none-chosen = اختر مقالًا واحدًا على الأقل.
stories-problem-no-deed = اختر ما تريد فعله بالمقالات المحددة.
stories-problem-gone = لم يعد بالإمكان استعادة هذا المقال.
story-undo = تراجع
story-title = العنوان
story-section = القسم
story-access = القراء
story-access-public = الجميع
story-access-members = المسجّلون
story-access-paid = المشتركون
story-access-plans = اشتراكات معينة
story-plans = هذه الاشتراكات
story-kind = النوع
story-kind-story = مقال
story-kind-page = صفحة ثابتة
story-source = لغة الأصل
story-authors = الكتّاب
story-tags = المواضيع
story-cover = صورة الغلاف
story-cover-hint = رمز الصورة في مكتبة الوسائط.
story-no-terms = لا شيء بعد.
story-state-draft = مسودة
story-state-in-review = بانتظار الموافقة
story-state-scheduled = مجدول
story-state-published = منشور
story-state-withdrawn = مسحوب
story-state-none = لم يُكتب بعد
story-stale = تغيّر الأصل
story-ahead = نسخة أحدث لم تُنشر
story-begun-by = بدأه { $name }
story-facts = في كل اللغات
story-begin = ابدأ الكتابة
story-new-title-hint = يمكنك تغييره في أي وقت، ومنه يُقترح الرابط.
story-duplicate = نسخ المقال
story-delete = حذف
story-delete-text = يختفي المقال المحذوف فورًا، ويمكن استعادته خلال 30 يومًا.
story-theirs = عدّل شخص آخر المقال في هذه الأثناء. يختلف اختيارك في:
story-done-saved = تم الحفظ.
story-done-waits = تم الحفظ. يُنشر المقال حين تجهز كل اللغات المختارة.
story-done-launched = كان كل شيء جاهزًا: نُشر المقال بكل اللغات المختارة.
story-done-duplicated = هذه هي النسخة، ولم يُنشر منها شيء.
story-done-brought-back = عاد المقال كما كان.
story-problem-overtaken = عدّل شخص آخر هذا المقال في الوقت نفسه. لم يُحفظ شيء، وما اخترته ما زال هنا. احفظ مجددًا ليحلّ محل تعديله.
story-problem-access = اختر اشتراكًا واحدًا على الأقل.
story-problem-source = اختر إحدى لغات الموقع.
story-problem-term = لم يعد أحد الأقسام أو المواضيع أو الكتّاب المختارين موجودًا.
story-problem-cover = لا صورة بهذا الرمز.
story-problem-machine = سوّدت الآلة جزءًا من هذه النصوص ولم يعتمده أحد بعد. اعتمده في «الترجمة» من فضلك. لم يتغير شيء.

## غرفة الأخبار: عدة مقالات معًا
bulk-choose = اختيار
bulk-title = إجراء على المقالات المحددة
bulk-text = يُنفّذ على كل مقال وحده، ثم ترى نتيجة كل واحد.
bulk-publish = نشر كل اللغات
bulk-withdraw = سحب
bulk-section = نقل إلى هذا القسم
bulk-tag-label = الموضوع
bulk-tag = إضافة هذا الموضوع
bulk-access = فتح لهؤلاء القراء
bulk-results = ما تم
bulk-result-done = تم
bulk-result-nothing = لا شيء يُفعل
bulk-result-errors = لم يُنشر: وجد الفحص أخطاء
bulk-result-machine = لم يُنشر: فيه مسودات آلية غير معتمدة
bulk-result-refused = غير مسموح
bulk-result-overtaken = كان شخص آخر يعدّله

## غرفة الأخبار: النشر معًا
launch-title = اللغات معًا
launch-each = نشر كل لغة حين تجهز
launch-together = الانتظار ثم نشر هذه اللغات في اللحظة نفسها:
launch-languages = اللغات
launch-save = حفظ
launch-ready = جاهزة
launch-not-ready = غير جاهزة
launch-text = يُنشر هذا المقال بعدة لغات في اللحظة نفسها حين تجهز كلها.
launch-say-ready = هذه اللغة جاهزة
launch-take-back = ليست جاهزة بعد

## غرفة الأخبار: المحرر
writing-field-title = العنوان
writing-field-standfirst = المقدمة
writing-field-body = النص
writing-field-slug = الرابط
writing-field-seo_title = عنوان لمحركات البحث
writing-field-description = الوصف
writing-field-cover_alt = ما تُظهره صورة الغلاف
writing-field-cover_caption = تعليق صورة الغلاف
writing-body-hint = ماركداون. ما يلي هذا السطر المنفرد للمشتركين:
writing-words = الكلمات:
writing-minutes = الدقائق:
writing-slug-hint = اتركه فارغًا ليكون: { $slug }
writing-seo-title-hint = فقط إن كان العنوان طويلًا أو مجازيًا لا يناسب قائمة نتائج.
writing-description-hint = جملة أو جملتان، حتى 160 حرفًا.
writing-cover-alt-hint = لمن لا يستطيعون رؤيتها.
writing-version = النسخة { $version }.
writing-live-version = يرى القراء النسخة { $version }.
writing-save-over = استبدال النسخة الأخرى
writing-publish = حفظ ثم نشر…
writing-submit = حفظ وتسليم
writing-live = عرض في الموقع
writing-read-only = يمكنك قراءة هذا النص لا تعديله.
writing-stale = تغيّر الأصل منذ هذه الترجمة.
writing-unsaved = هذا ما كتبته حتى { $at } ولم تحفظه.
writing-newer = في هذه الأثناء حفظ { $name } النسخة { $version } ({ $at }). عند الحفظ سترى الاثنتين.
writing-discard = تجاهل
writing-somebody = شخص ما
writing-done-saved = تم الحفظ.
writing-done-discarded = تم التجاهل. هذه هي النسخة المحفوظة.
writing-done-submitted = تم الحفظ والتسليم، وستنظر فيه هيئة التحرير.
writing-done-restored = استُعيدت كأحدث نسخة.
writing-problem-title = ضع له عنوانًا.
writing-problem-long = هذا أطول مما نستطيع حفظه.
writing-problem-slug = لا يحتوي الرابط إلا حروفًا صغيرة وأرقامًا وشرطات منفردة.
writing-problem-slug-missing = لا يعطي العنوان رابطًا؛ اكتب واحدًا.
writing-problem-slug-reserved = يستعمل الموقع نفسه هذا الرابط؛ اختر غيره.
writing-problem-slug-taken = لمقال آخر هذا الرابط؛ اختر غيره.
writing-problem-source = اختر إحدى لغات الموقع.
writing-problem-access = اختر من يمكنه قراءته.
writing-problem-section = لم يعد هذا القسم موجودًا.
conflict-title = كتب اثنان في الوقت نفسه
conflict-by = حفظ { $name } النسخة { $version } في { $at } بينما كنت تكتب.
conflict-text = لم يضع شيء: نصك في الاستمارة أدناه، والآخر بين النسخ. خذ ما تحتاج إليه؛ وعند الحفظ يصبح نصك الأحدث.
conflict-theirs = الآخر
conflict-mine = نصك
preview-title = معاينة
preview-as = كما يراه
preview-visitor = زائر
preview-member = مسجّل الدخول
preview-subscriber = مشترك
preview-open = فتح المعاينة
seo-title = الرابط والبحث
seo-search = في نتائج البحث
seo-social = عند المشاركة
diff-skipped = { $count ->
    [zero] لا فقرات دون تغيير
    [one] فقرة واحدة دون تغيير
    [two] فقرتان دون تغيير
    [few] { $count-text } فقرات دون تغيير
    [many] { $count-text } فقرة دون تغيير
   *[other] { $count-text } فقرة دون تغيير
}

## غرفة الأخبار: النشر
publish-back = العودة إلى النص
publish-sound = لم يجد الفحص شيئًا.
publish-errors = يجب إصلاحه أولًا
publish-warnings = يستحق النظر
publish-confirm = نظرت فيه؛ انشر مع ذلك
publish-now = الآن
publish-now-submit = انشر الآن
publish-updated = إخبار القراء بأنه حُدّث اليوم
publish-later = لاحقًا
publish-at = التاريخ والوقت
publish-zone = بالمنطقة الزمنية للموقع: { $zone }. الوقت هناك { $now }.
publish-schedule = جدولة
publish-withdraw-published = سحب
publish-withdraw-scheduled = إلغاء الجدولة
publish-withdraw-in-review = إعادته إلى المسودات
publish-done-published = نُشر، ويراه القراء الآن.
publish-done-scheduled = تمت الجدولة، وسيُنشر من تلقاء نفسه.
publish-done-withdrawn = تم السحب.
publish-done-ready = سُجّل جاهزًا، وينتظر اللغات الأخرى.
publish-done-not-ready = لم يعد مسجّلًا جاهزًا.
publish-done-launched = كانت كل اللغات جاهزة، ونُشرت كلها الآن.
publish-problem-errors = يجب إصلاح بعض الأمور أولًا.
publish-problem-warnings = انظر في التنبيهات ثم أكّدها.
publish-problem-time = هذا ليس تاريخًا ووقتًا.
publish-problem-past = مضى هذا الوقت.
publish-problem-gap = هذا الوقت غير موجود: تُقدَّم الساعة حينها. اختر وقتًا قبله أو بعده.
publish-problem-published = هو منشور بالفعل. اسحبه قبل جدولته.
publish-problem-machine = سوّدت الآلة جزءًا منه ولم يعتمده أحد بعد. اعتمده في «الترجمة» من فضلك.
publish-problem-act = اختر ما تريد فعله.
check-there = إلى الموضع
check-at-line = السطر { $line }
check-no-text = لا نص هنا.
check-no-alt = صورة بلا وصف لمن لا يستطيعون رؤيتها.
check-no-cover-alt = صورة الغلاف بلا وصف لمن لا يستطيعون رؤيتها.
check-no-picture = هذه الصورة ليست في مكتبة الوسائط ولن تُعرض.
check-broken-link = يقود هذا الرابط إلى صفحة غير موجودة في الموقع.
check-empty-note = حاشية بلا نص.
check-missing-note = لا حاشية لهذه العلامة.
check-all-in-teaser = المقال ليس للجميع، لكن الجميع يستطيعون قراءته كله: لا شيء بعد المقدمة المفتوحة.
check-marker-for-nothing = هناك حدّ للاشتراك، لكن المقال للجميع.
check-short-teaser = { $count ->
    [zero] الجزء المفتوح بلا كلمات. من سيشترك لأجله؟
    [one] في الجزء المفتوح كلمة واحدة فقط. من سيشترك لأجلها؟
    [two] في الجزء المفتوح كلمتان فقط. من سيشترك لأجلهما؟
    [few] في الجزء المفتوح { $count-text } كلمات فقط. من سيشترك لأجلها؟
    [many] في الجزء المفتوح { $count-text } كلمة فقط. من سيشترك لأجلها؟
   *[other] في الجزء المفتوح { $count-text } كلمة فقط. من سيشترك لأجلها؟
}
check-long-title = عدد أحرف العنوان { $count-text }؛ تعرض محركات البحث نحو 70.
check-long-description = عدد أحرف الوصف { $count-text }؛ يُعرض نحو 160.
check-no-description = لا وصف لمحركات البحث والروابط المشارَكة.

## غرفة الأخبار: النسخ
revision = النسخة
revision-from = من
revision-to = إلى
revision-at = حُفظت
revision-by = حفظها
revision-nobody = استيراد
revision-live = يراها القراء
revision-compare = مقارنة
revision-difference = من النسخة { $from } إلى { $to }
revision-removed = محذوف
revision-added = مضاف
revision-same = لا فرق بينهما.
revision-restore = استعادة النسخة { $version }

## غرفة الأخبار: المقالات المحذوفة
deleted-text = تُحفظ المقالات المحذوفة { $days } يومًا، ثم تزول نهائيًا.
deleted-none = لم يُحذف شيء.
deleted-at = حُذف { $at }، ويُحفظ حتى { $until }
deleted-bring-back = استعادة
