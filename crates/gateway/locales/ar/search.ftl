## البحث
title-search = البحث
search-label = عمّ تبحث؟
search-submit = ابحث
search-count = { $count ->
    [zero] لا نتائج عن «{ $query }».
    [one] مقالة واحدة عن «{ $query }»
    [two] مقالتان عن «{ $query }»
    [few] { $count-text } مقالات عن «{ $query }»
   *[other] { $count-text } مقالة عن «{ $query }»
}
search-in-language = باللغة { $language }
search-unavailable = البحث معطّل الآن، وكل ما عداه يعمل. حاول مرة أخرى بعد قليل.
search-nothing-hint = تحقّق من الإملاء، أو جرّب كلمات أقل أو أعمّ، أو ابدأ بإحدى هذه المقالات.
search-instead = لا توجد كلماتك كما كتبتها في أي مقال. هذه المقالات تحتوي على:
search-narrow = تضييق النتائج
search-all = إزالة كل عوامل التصفية
search-order-relevance = الأكثر صلة أولًا
search-order-date = الأحدث أولًا
search-by-language = اللغة
search-by-section = القسم
search-by-tag = الوسم
search-by-author = الكاتب
search-by-access = لمن
search-access-public = للجميع
search-from = من
search-until = إلى
search-suggestions = اقتراحات
search-feed-title = مقالات جديدة عن «{ $query }»
search-description = ابحث في مقالات { $site }
