## الاشتراك
title-subscribe = الاشتراك
subscribe-heading = حتى آخر جملة
subscribe-text = { $site } تعيش بقرّائها. اختر ما يناسبك.
subscribe-held = اشتراكك
subscribe-how = كيف تشترك
subscribe-contact = اكتب إلى { $address }: نفعّل اشتراكك ونخبرك حالما يصبح جاهزًا.
subscribe-no-contact = لا يمكن الاشتراك عبر الإنترنت في الوقت الحالي.

## الأسعار والاشتراكات
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
