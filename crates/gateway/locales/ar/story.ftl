## المقالة
article-available-in = هذه المقالة متاحة باللغات: { $list }.
article-passages = البحث عن فقرة بلغة أخرى
article-tags = المواضيع
article-related = اقرأ أيضًا
stale-label = عن هذه الترجمة
stale-text = { $changed ->
    [one] تغيّرت فقرة واحدة في الأصل ({ $language }) منذ هذه الترجمة.
    [two] تغيّرت فقرتان في الأصل ({ $language }) منذ هذه الترجمة.
    [few] تغيّرت { $changed-text } فقرات في الأصل ({ $language }) منذ هذه الترجمة.
   *[other] تغيّرت { $changed-text } فقرة في الأصل ({ $language }) منذ هذه الترجمة.
}
stale-read = اقرأ الأصل
stale-passage = الموضع { $number-text }
share-label = شارك
share-mail = البريد
share-bluesky = Bluesky
share-whatsapp = واتساب
share-linkedin = لينكدإن
share-copy = انسخ الرابط
share-copied = نُسخ الرابط
neighbours-label = المقالة السابقة والتالية
neighbours-older = المقالة السابقة
neighbours-newer = المقالة التالية

## الاشتراك المطلوب
wall-label-sign-in = للأعضاء
wall-label-subscribe = للمشتركين
wall-label-plan = ضمن اشتراكات محددة
wall-title-sign-in = تابع القراءة بحساب مجاني
wall-title-subscribe = هل تريد متابعة القراءة؟
wall-title-plan = هل تريد متابعة القراءة؟
wall-text-sign-in = سجّل الدخول، أو أنشئ حسابًا ببريدك الإلكتروني فقط، لتقرأ هذه المقالة حتى نهايتها.
wall-text-subscribe = اشترك لتقرأ هذه المقالة حتى نهايتها، وسائر المقالات، بكل اللغات.
wall-text-plan = { $count ->
    [one] هذه المقالة ضمن الاشتراك { $plans }.
   *[other] هذه المقالة ضمن الاشتراكات: { $plans }.
}
wall-sign-in-free = سجّل الدخول مجانًا
wall-subscribe = اشترك
wall-already = مشترك بالفعل؟

## غير متاحة بهذه اللغة
title-elsewhere = غير متاحة بهذه اللغة
elsewhere-text = لم تُترجم هذه المقالة إلى العربية. يمكنك قراءتها بهذه اللغات:
