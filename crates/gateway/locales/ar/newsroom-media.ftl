## غرفة الأخبار: الصور
title-admin-media = الصور
media-upload = إضافة صور
media-upload-hint = JPEG أو PNG أو WebP، حتى { $mib } ميغابايت و{ $megapixels } ميغابكسل لكل صورة. يمكن إرسال عدة صور معًا؛ تُزال بيانات المكان والكاميرا. لا تُقبل الصور المتحركة ولا الرسوم المتجهة: صدّرها بصيغة PNG.
media-upload-submit = رفع
media-upload-failed = انقطع الاتصال. حاول مرة أخرى.
media-upload-taken = أُضيفت
media-taken = { $count ->
    [one] أُضيفت الصورة الأخرى.
    [two] أُضيفت الصورتان الأخريان.
    [few] أُضيفت { $count } صور أخرى.
    [many] أُضيفت { $count } صورة أخرى.
   *[other] أُضيفت { $count } صورة أخرى.
}
media-done-uploaded = الصور جاهزة.
media-done-deleted = حُذفت الصورة.
media-done-saved = حُفظ.
media-done-replaced = حلّت الصورة الجديدة محلها في كل مكان.
media-problem-nothing = لم يُختر أي ملف.
media-problem-refused = لا يمكن قبول هذا.
media-problem-used = هناك مقالات تعرض هذه الصورة. أزلها منها أولًا أو استبدلها.
media-problem-focus = نقطة التركيز عددان صحيحان من 0 إلى 100.
media-problem-long = هذا طويل جدًا: 200 حرف للمصدر و500 للوصف و1000 للتعليق.
media-problem-changed = غيّر شخص ما هذا في الأثناء. ما كتبته ما زال هنا: راجع الصورة في نافذة أخرى قبل الحفظ.
media-problem-same = هذه هي الصورة نفسها.
media-refused-large = حجمه أكبر من { $limit-text } ميغابايت.
media-refused-pixels = فيه أكثر من { $limit-text } ميغابكسل.
media-refused-animated = إنه متحرك، ولن يبقى منه إلا اللقطة الأولى. صدّره كصورة ثابتة.
media-refused-vector = إنه رسم متجه قد يحوي برامج نصية. صدّره بصيغة PNG.
media-refused-unreadable = محتواه ليس صورة JPEG أو PNG أو WebP مهما كان اسمه.
media-find = الاسم أو المصدر أو النص
media-used-label = في المقالات
media-used-yes = مستخدمة
media-used-no = غير مستخدمة
media-kind-label = النوع
media-kind-photograph = صور فوتوغرافية
media-kind-transparent = ذات شفافية
media-unused = غير مستخدمة
media-none = لا توجد صور بعد.
media-kib = { $size-text } كيلوبايت
media-focus = نقطة التركيز
media-focus-text = ما يبقى ظاهرًا حين تُقص الصورة: في معاينات الروابط والمربعات. أشر إليه، أو اكتب بعده عن اليسار وعن الأعلى بالأجزاء المئوية.
media-focus-x = من اليسار (0–100)
media-focus-y = من الأعلى (0–100)
media-cut-preview = معاينة الرابط
media-cut-square = مربع
media-words = النصوص
media-words-text = ما يبدأ به المقال حين يأخذ هذه الصورة. ويمكن إعادة كتابته هناك: المقالات التي تحملها تحتفظ بنصوصها.
media-credit = المصدر
media-alt = ما تُظهره (لمن لا يراها)
media-caption = التعليق
media-uses = أين تُعرض
media-uses-none = لا يعرضها أي مقال.
media-use-cover = غلاف
media-use-body = في النص
media-address = في Markdown:
media-replace = استبدال
media-replace-text = تحل الصورة الجديدة محلها فورًا في كل المقالات، المسودات والمنشورة. يُحذف الملف القديم وتقود عناوينه إلى الجديد؛ وقد تبقى نسخ لدى القراء والشبكات.
media-replace-file = الصورة الجديدة
media-replace-submit = استبدالها في كل مكان
media-delete = حذف
media-delete-text = لا يعرضها أي مقال. لا يمكن التراجع عن الحذف.
media-delete-used = يمكن حذفها حين لا يعرضها أي مقال.
media-delete-submit = حذف هذه الصورة
