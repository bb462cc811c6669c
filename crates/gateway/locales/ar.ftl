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

## المقالة
article-available-in = هذه المقالة متاحة باللغات: { $list }.
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

## الاشتراك
title-subscribe = الاشتراك
subscribe-heading = حتى آخر جملة
subscribe-text = { $site } تعيش بقرّائها. اختر ما يناسبك.
subscribe-held = اشتراكك
subscribe-how = كيف تشترك
subscribe-contact = اكتب إلى { $address }: نفعّل اشتراكك ونخبرك حالما يصبح جاهزًا.
subscribe-no-contact = لا يمكن الاشتراك عبر الإنترنت في الوقت الحالي.

## تسجيل الدخول
title-sign-in = تسجيل الدخول
sign-in-heading-ask = تسجيل الدخول
sign-in-heading-sent = راجع بريدك
sign-in-heading-confirm = خطوة أخيرة
sign-in-heading-other-browser = تابع من حيث بدأت
sign-in-text-ask = سنرسل إليك رابطًا ورمزًا. لا حاجة إلى كلمة مرور.
sign-in-text-sent = أرسلنا إليك رابطًا ورمزًا من ستة أرقام، صالحين 15 دقيقة. افتح الرابط في هذا المتصفح أو اكتب الرمز هنا.
sign-in-text-confirm = ستسجّل الدخول باسم { $email }.
sign-in-text-other-browser = لا يعمل الرابط إلا في المتصفح الذي طلبه. افتحه هناك، أو اكتب الرمز الوارد في الرسالة في الصفحة التي ما زالت مفتوحة.
sign-in-email = البريد الإلكتروني
sign-in-submit = أرسل الرابط
sign-in-code = الرمز الوارد في الرسالة
sign-in-code-submit = سجّل الدخول
sign-in-confirm = سجّل الدخول
sign-in-no-account = ليس لديك حساب؟ يُنشأ عند أول دخول.
sign-in-again = اطلب رسالة جديدة
sign-in-problem-email = هذا ليس بريدًا إلكترونيًا. ينبغي أن يشبه name@example.org.
sign-in-problem-code = هذا الرمز غير صحيح. راجع الرسالة أو اطلب رسالة جديدة.
sign-in-problem-expired = انتهت صلاحية الرابط أو الرمز. اطلب رسالة جديدة.
sign-in-problem-used = سبق استعمال الرابط أو الرمز. اطلب رسالة جديدة.
sign-in-problem-too-many = طُلبت رسائل كثيرة. حاول مرة أخرى بعد ساعة.
sign-in-problem-attempts = رموز خاطئة كثيرة. استعمل الرابط أو اطلب رسالة جديدة.

## الحساب
title-account = حسابك
account-plans = اشتراكك
account-no-plan = ليس لديك اشتراك حاليًا.
account-plan-until = حتى { $date }
account-plan-for-good = بلا نهاية
account-plan-ended = انتهى
account-profile = الاسم واللغات
account-name = الاسم
account-languages = اللغات التي تقرأ بها
account-languages-text = بالترتيب الذي تفضّله: به نحدّد لغة ما نعرضه عليك ونقترحه ونرسله.
account-language-place = { $place ->
    [1] اللغة الأولى
   *[other] اللغة رقم { $place-text }
}
account-language-none = لا شيء
account-save = احفظ
account-sessions = أين سجّلت الدخول
account-device-unknown = متصفح غير معروف
account-session-current = هذا المتصفح
account-session-seen = آخر استعمال: { $date }
account-session-end = أنهِ الجلسة
account-sessions-end-others = أنهِ سائر الجلسات
account-sign-out = سجّل الخروج من هنا
account-data = بياناتك
account-export-text = نزّل كل ما نحفظه عنك في ملف JSON.
account-export = نزّل
account-delete-text = حذف الحساب يمحو نهائيًا كل ما نحفظه عنك، بما في ذلك الاشتراك.
account-delete-confirm = للتأكيد اكتب بريدك ({ $email })
account-delete = احذف الحساب
account-done-saved = حُفظ.
account-done-revoked = أُنهيت الجلسة.
account-problem-name = الاسم طويل جدًا أو فيه محارف لا يمكن عرضها.
account-problem-languages = اختر لغة واحدة على الأقل.
account-problem-confirm = هذا ليس بريد حسابك؛ لم يُحذف شيء.
role-owner = المالك
role-admin = الإدارة
role-editor = التحرير
role-author = كاتب
role-translator = الترجمة

## العرض التجريبي
title-mailbox = البريد الملتقط
mailbox-text = هذا عرض تجريبي: لا يُرسل البريد بل يُعرض هنا.
mailbox-empty = لا بريد بعد.

## الأخطاء
error-400-title = طلب غير مفهوم
error-400-text = لا يمكن فهم هذا الطلب.
error-403-title = ليس من هناك
error-403-text = جاءت هذه الاستمارة من موقع آخر. لسلامتك لم يُنفّذ شيء.
error-404-title = لا شيء هنا
error-404-text = انتقلت الصفحة أو لم توجد قط. لعلّ إحدى هذه المقالات تفيدك؟
error-405-title = ليس هكذا
error-405-text = لا يُستعمل هذا العنوان بهذه الطريقة.
error-410-title = سُحبت المقالة
error-410-text = سُحبت هذه المقالة ولم تعد قراءتها هنا ممكنة.
error-413-title = أكثر مما يلزم
error-413-text = أُرسل أكثر مما يمكننا قبوله.
error-500-title = حدث خلل عندنا
error-500-text = الخطأ منّا وقد أُبلغنا به. حاول مرة أخرى بعد قليل.
error-request = المرجع: { $id }
error-home = إلى الصفحة الأولى

## البريد
mail-sign-in-subject = { $code } رمزك لـ { $site }
mail-sign-in-greeting = تريد تسجيل الدخول إلى { $site }.
mail-sign-in-link-text = افتح هذا الرابط في المتصفح الذي طلبته منه:
mail-sign-in-code-text = على جهاز آخر اكتب هذا الرمز:
mail-sign-in-expiry = كلاهما صالح مرة واحدة ولمدة { $minutes ->
    [few] { $minutes-text } دقائق
   *[other] { $minutes-text } دقيقة
}.
mail-sign-in-not-you = إن لم تكن أنت من طلبه فتجاهل هذه الرسالة؛ لن يحدث شيء.

## أخطاء الواجهات (RFC 9457)
problem-400 = طلب غير صالح
problem-403 = مرفوض
problem-404 = غير موجود
problem-405 = الطريقة غير مسموح بها
problem-410 = لم يعد موجودًا
problem-413 = كبير جدًا
problem-500 = خطأ داخلي

## Prices and subscriptions
subscribe-every-label = دورية الدفع
subscribe-every-month = شهريًا
subscribe-every-year = سنويًا
subscribe-currency-label = العملة
price-month = { $amount } في الشهر
price-year = { $amount } في السنة
price-pass = { $days ->
    [one] { $amount } ليوم واحد
    [two] { $amount } ليومين
    [few] { $amount } لمدة { $days } أيام
   *[other] { $amount } لمدة { $days } يومًا
}
price-trial = { $days ->
    [one] اليوم الأول مجاني.
    [two] أول يومين مجانًا.
    [few] أول { $days } أيام مجانًا.
   *[other] أول { $days } يومًا مجانًا.
}
price-monthly = أي { $amount } في الشهر.
price-tax-added = لا يشمل الضريبة.
subscribe-buy = اشترك
subscribe-buy-trial = جرّبه مجانًا
subscribe-buy-pass = اشترِ البطاقة
subscribe-how-text = تدفع في صفحة مزوّد خدمة الدفع ثم تتابع القراءة هنا مباشرة. يمكنك الإلغاء متى شئت من حسابك، وتقرأ حتى نهاية المدة المدفوعة.
subscribe-have = لديك اشتراك.
subscribe-problem-price = لم يعد هذا العرض متاحًا. يُرجى الاختيار من جديد.
subscribe-problem-failed = لا يستجيب مزوّد خدمة الدفع. لم يُخصم أي مبلغ؛ حاول مرة أخرى بعد قليل.
subscribe-done-paid-title = شكرًا لك
subscribe-done-paid-text = وصلت دفعتك. بقيت خطوة واحدة: سجّل الدخول باسم { $email } حتى لا يقرأ أحد غيرك باشتراكك.
subscribe-done-paid-submit = أرسل إليّ الرمز
subscribe-done-waiting-title = لحظة من فضلك
subscribe-done-waiting-text = ننتظر تأكيد مزوّد خدمة الدفع. ستتحقق هذه الصفحة من جديد تلقائيًا.
subscribe-done-again = العودة إلى الاشتراكات
subscribe-done-expired-title = لم يتم الدفع
subscribe-done-expired-text = لم تكتمل عملية الدفع ولم يُخصم أي مبلغ. يمكنك الاختيار من جديد.
title-subscription = اشتراكك وفواتيرك
title-change = تغيير الاشتراك
subscription-why-not-begun = لم يبدأ بعد.
subscription-why-paid = مدفوع.
subscription-why-trial = تقرأ حاليًا مجانًا.
subscription-why-grace = فشلت آخر عملية دفع. ما زال بإمكانك القراءة؛ يُرجى التحقق من بطاقتك.
subscription-why-ending = أُلغي الاشتراك.
subscription-why-grace-over = فشلت آخر عملية دفع وانتهت المهلة. يُرجى التحقق من بطاقتك.
subscription-why-over = انتهى.
subscription-why-never-paid = لم تنجح عملية الدفع الأولى.
subscription-why-unpaid = فشلت عمليات الدفع نهائيًا.
subscription-why-paused = متوقف مؤقتًا.
subscription-why-refunded = أُعيد المبلغ.
subscription-why-disputed = جرى الاعتراض على الدفعة لدى البنك.
subscription-why-no-plan = لا يتبع أيًّا من اشتراكاتنا الحالية.
subscription-renews = موعد الدفعة التالية { $date }.
subscription-ends = تقرأ حتى { $date }.
subscription-ended = انتهى في { $date }.
subscription-change = تغيير الاشتراك
subscription-end = إلغاء الاشتراك
subscription-resume = الإبقاء على الاشتراك
subscription-portal = تغيير البطاقة والعنوان
subscription-done-ended = أُلغي. تقرأ حتى نهاية المدة المدفوعة.
subscription-done-resumed = يستمر اشتراكك.
subscription-done-changed = جرى تغيير اشتراكك.
subscription-problem-failed = تعذّر على مزوّد خدمة الدفع تنفيذ ذلك. لم يتغير شيء؛ حاول مرة أخرى أو تحقق من بطاقتك.
subscription-invoices = الفواتير
invoice-refunded = أُعيد { $amount }
invoice-open = غير مدفوعة
invoice-void = ملغاة
invoice-show = عرض
change-due = تدفع الآن { $amount }، بعد خصم ما تبقى من اشتراكك الحالي.
change-confirm = غيّر الآن
change-choose = اعرف التكلفة الآن

## Newsroom: the money
title-admin-billing = الاشتراكات والمدفوعات
admin-who = المشترك
admin-plan = الاشتراك
admin-state = الحالة
admin-since = منذ
admin-unproved = لم يسجّل الدخول بعد
admin-sales-label = الاشتراكات
admin-sales = آخر التغييرات
admin-sales-none = لم يشترك أحد بعد.
admin-failing = مدفوعات فاشلة
admin-failing-none = كل المدفوعات سليمة.
admin-prices = الاشتراكات والأسعار
admin-price-retired = لم يعد معروضًا
admin-events = ما أرسله Stripe
admin-event-kept = محفوظ
admin-event-applied = مُعالَج
admin-event-waiting = قيد الانتظار
admin-given-up = متروك
admin-given-up-text = فشل هذا مرات كثيرة. بعد معالجة السبب أعد المحاولة.
admin-given-up-attempts = { $attempts ->
    [one] محاولة واحدة.
    [two] محاولتان.
    [few] { $attempts } محاولات.
   *[other] { $attempts } محاولة.
}
admin-replay = أعد المحاولة
admin-replayed = تجري المحاولة من جديد.
