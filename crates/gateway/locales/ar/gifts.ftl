## إهداء اشتراك
title-gift = أهدِ اشتراكًا
gift-text = تدفع مرة واحدة وينتهي الاشتراك من تلقاء نفسه. تحصل على الرمز فورًا، ويمكننا أيضًا إرساله بالبريد في اليوم الذي تختاره.
gift-what = ماذا تودّ أن تهدي؟
gift-offer = { $months ->
    [zero] { $plan }، { $months-text } شهر
    [one] { $plan }، شهر واحد
    [two] { $plan }، شهران
    [few] { $plan }، { $months-text } أشهر
    [many] { $plan }، { $months-text } شهرًا
   *[other] { $plan }، { $months-text } شهر
}
gift-giver = اسمك
gift-recipient = اسم من تهديه إليه
gift-message = بضع كلمات منك (اختياري)
gift-how = كيف تودّ أن يصل؟
gift-how-mail = بالبريد الإلكتروني، في يوم تختاره
gift-how-self = أسلّم الرمز بنفسي
gift-email = عنوان بريده الإلكتروني
gift-date = اليوم
gift-language = لغة الرسالة
gift-submit = المتابعة إلى الدفع
gift-none = لا توجد اشتراكات للإهداء في الوقت الحالي.
gift-have-code = هل أُهدي إليك رمز؟
gift-problem-offer = لم يعد هذا العرض متاحًا. يُرجى الاختيار من جديد.
gift-problem-names = يُرجى كتابة الاسمين، بما لا يزيد على 80 حرفًا.
gift-problem-message = رسالتك طويلة. يتسع المكان لـ 600 حرف.
gift-problem-email = هذا ليس عنوان بريد إلكتروني. ينبغي أن يكون مثل name@example.org.
gift-problem-date = يُرجى اختيار يوم بين اليوم وسنة من الآن.
gift-problem-again = دُفع ثمن هذه الهدية من قبل. إن أردت إهداء أخرى فأرسل النموذج مرة ثانية.
gift-problem-failed = لا يستجيب مزوّد خدمة الدفع. لم يُخصم أي مبلغ؛ حاول مرة أخرى بعد قليل.
gift-paid-title = هديتك جاهزة
gift-paid-text = هذا هو الرمز المخصص لـ { $name }. يمكن استخدامه مرة واحدة.
gift-paid-mail = سنرسله إلى { $email } في { $date }.
gift-paid-self = اكتبه على بطاقة أو مرّر الرابط.
gift-code = الرمز
gift-link = الرابط:
gift-until = يمكن استخدام الرمز حتى { $date }.
gift-sign-in = سجّل الدخول باسم { $email } لتعرف في أي وقت هل استُخدم.
gift-state-unpaid = غير مدفوعة
gift-state-ready = لم تُستخدم بعد
gift-state-redeemed = استُخدمت
gift-state-void = أُعيد المبلغ
gift-state-expired = انتهت صلاحيتها
title-gifts = الهدايا
gifts-given = هداياك
gifts-none = لم تُهدِ شيئًا بعد.
gifts-for = إلى { $name }
gifts-sent = أُرسلت إلى { $email } في { $date }.

## استخدام رمز
title-redeem = استخدم رمزًا
redeem-text = اكتب الرمز الموجود على البطاقة أو في الرسالة.
redeem-sign-in = تسجّل الدخول أولًا حتى تكون الهدية لك.
redeem-submit = استخدم الرمز
redeem-submit-sign-in = سجّل الدخول واستخدم الرمز
redeem-problem-code = هذا الرمز غير صحيح. تحقّق من كل حرف ورقم.
redeem-problem-too-many = رموز خاطئة كثيرة. حاول مرة أخرى بعد ساعة.
redeem-problem-used = استُخدم هذا الرمز من قبل.
redeem-problem-void = استُرجعت هذه الهدية ولم يعد من الممكن استخدامها.
redeem-problem-expired = انتهت صلاحية هذا الرمز.
redeem-problem-subscribed = لديك اشتراك يتجدد تلقائيًا، وستضيع الهدية. ألغِ الاشتراك أولًا فتبدأ الهدية عند انتهائه، أو مرّر الرمز إلى غيرك؛ فهو يظل صالحًا.
redeem-problem-for-good = أنت تقرأ كل شيء بلا نهاية أصلًا. مرّر الرمز إلى غيرك؛ فهو يظل صالحًا.
redeem-done-title = أصبحت لك
redeem-done-text = { $plan }: من { $from } إلى { $until }. ينتهي من تلقاء نفسه.
redeem-giver = هدية من { $name }
redeem-read = ابدأ القراءة

## رسائل الهدايا
mail-gift-subject = { $giver } يهديك { $site }
mail-gift-text = مرحبًا { $name }، وصلتك من { $giver } هدية: اشتراك في { $site } ({ $what }). لاستخدامها اتبع الرابط أو اكتب هذا الرمز:
mail-gift-redeem = استخدم الهدية
mail-gift-no-renewal = ينتهي الاشتراك من تلقاء نفسه. لا شيء يُدفع ولا شيء يُلغى.
mail-gift-paid-subject = هديتك إلى { $name }
mail-gift-paid-text = شكرًا لك. دُفع ثمن هديتك إلى { $name }: { $what }.
