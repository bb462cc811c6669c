## في كل مكان
skip-to-content = الانتقال إلى المحتوى
nav-search = البحث
nav-account = الحساب
nav-sign-in = تسجيل الدخول
nav-subscribe = اشترك
nav-sections = الأقسام
nav-archive = الأرشيف
nav-language = اللغة:
nav-feed = موجز Atom
nav-mailbox = البريد الملتقط
reading-time = { $minutes ->
    [one] قراءة دقيقة واحدة
    [two] قراءة دقيقتين
    [few] قراءة { $minutes-text } دقائق
   *[other] قراءة { $minutes-text } دقيقة
}
byline = بقلم { $names }
updated = آخر تحديث { $date }
access-members = للأعضاء
access-paid = للمشتركين
access-plans = ضمن اشتراكات محددة
pager-label = الصفحات
pager-previous = السابق
pager-next = التالي
pager-position = الصفحة { $page-text } من { $pages-text }

## الصفحة الأولى والقوائم
front-top = أبرز المقالات
front-latest = أحدث المقالات
front-empty = لم يُنشر شيء هنا بعد.
listing-section = قسم
listing-tag = موضوع
listing-author = كاتب
listing-month = الأرشيف
listing-count = { $count ->
    [zero] لا مقالات
    [one] مقالة واحدة
    [two] مقالتان
    [few] { $count-text } مقالات
    [many] { $count-text } مقالة
   *[other] { $count-text } مقالة
}
listing-empty = لا توجد مقالات هنا بعد.
title-archive = الأرشيف

## العرض التجريبي
title-mailbox = البريد الملتقط
mailbox-text = هذا عرض تجريبي: لا يُرسل البريد بل يُعرض هنا.
mailbox-html = بصيغة HTML
mailbox-empty = لا بريد بعد.
