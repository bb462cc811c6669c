## غرفة الأخبار: الدخول
title-staff-sign-in = الدخول إلى غرفة الأخبار
title-staff-factor = خطوة أخرى
title-staff-proof = هل هذا أنت؟
title-staff-security = حسابي
title-staff-choose-factor = إعداد عامل ثانٍ
title-staff-totp = رموز من تطبيق
title-staff-passkey = مفتاح مرور
title-staff-codes = رموز الاسترداد
staff-email = عنوان البريد الإلكتروني
staff-password = كلمة السر
staff-sign-in = دخول
staff-sign-in-readers = لا تعمل هنا بل تقرأ؟
staff-demo = كلمة السر في هذه التجربة هي
staff-begin-anew = ابدأ من جديد
staff-factor-text = اكتب الأرقام الستة التي يعرضها تطبيقك، أو أحد رموز الاسترداد.
staff-factor-text-passkey = استعمل مفتاح المرور، أو اكتب أحد رموز الاسترداد.
staff-code = الرمز
staff-recovery-code = رمز الاسترداد
staff-factor-lost = فقدت العامل الثاني؟ يستطيع أحد المالكين إعادة ضبطه لك.
staff-passkey = مفتاح مرور
staff-passkey-or = أو بمفتاح مرور: بصمة جهازك أو وجهك أو رقمك السري، أو مفتاح أمان.
staff-passkey-use = استعمل مفتاح مرور
staff-problem-wrong = هذا غير صحيح. تحقّق مما كتبت.
staff-problem-wait = { $seconds ->
    [one] محاولات كثيرة. حاول مجددًا بعد ثانية.
    [two] محاولات كثيرة. حاول مجددًا بعد ثانيتين.
    [few] محاولات كثيرة. حاول مجددًا بعد { $seconds-text } ثوانٍ.
   *[other] محاولات كثيرة. حاول مجددًا بعد { $seconds-text } ثانية.
}
staff-problem-expired = طال الوقت. سجّل الدخول من جديد.
staff-problem-passkey = لم ينجح ذلك. حاول مجددًا، أو اسلك طريقًا آخر.
staff-problem-code = هذا الرمز غير صحيح. تتغيّر الرموز كل 30 ثانية؛ هل ساعة جهازك مضبوطة؟
staff-problem-setup-expired = طال الوقت. إليك سرًّا جديدًا؛ امسحه مرة أخرى.
staff-problem-short = كلمة السر قصيرة جدًا. تحتاج إلى 12 حرفًا على الأقل؛ وتذكُّر عدة كلمات أسهل من تذكُّر الرموز.
staff-problem-long = كلمة السر طويلة جدًا. يكفي 1000 حرف.
staff-problem-known = كلمة السر هذه تكاد تكون عنوانك أو اسم المنشور. اختر غيرها.
staff-problem-common = كلمة السر هذه من أوّل ما يُجرَّب. اختر غيرها.
staff-problem-name = لا يزيد الاسم على 120 حرفًا.
staff-problem-last-factor = دورك يتطلّب عاملًا ثانيًا. أعدّ غيره أولًا.
staff-proof-text = ما يلي ينبغي ألّا يقدر عليه سواك. اكتب كلمة السر مرة أخرى.
staff-proof-form = ما يلي ينبغي ألّا يقدر عليه سواك. اكتب كلمة السر مرة أخرى؛ لن يضيع شيء مما كتبت.
staff-proof-submit = متابعة
staff-choose-text = دورك يتيح الكثير هنا، فلا تكفي كلمة السر وحدها. اختر ما تؤكّد به دخولك.
staff-choose-totp-text = يعرض تطبيق على هاتفك ستة أرقام تتغيّر كل 30 ثانية.
staff-choose-passkey-text = يؤكّد جهازك ببصمة أو وجه أو رقم سري. لا يمكن التصيّد به، وقد يحلّ محلّ كلمة السر.
staff-set-up = إعداد
staff-replace = استبدال
staff-totp-text = امسح هذا بتطبيق للمصادقة، ثم اكتب الرمز الذي يعرضه.
staff-totp-picture = رمز QR يحوي السرّ المكتوب بجانبه أيضًا
staff-totp-type = أو اكتب هذا السرّ:
staff-totp-open = افتح في تطبيق على هذا الجهاز
staff-totp-code = ستة أرقام من التطبيق
staff-totp-submit = تأكيد
staff-totp-on = مُعدّ.
staff-totp-off = غير مُعدّ.
staff-passkey-text = يخصّ مفتاح المرور هذا الموقع ويبقى على جهازك أو في مدير كلمات السر.
staff-passkey-script = تحتاج مفاتيح المرور إلى JavaScript. أما رموز التطبيق فتعمل من دونه.
staff-passkey-no-domain = هذا الموقع على عنوان IP مجرّد؛ والمتصفّحات لا تحفظ مفاتيح المرور إلا للأسماء.
staff-passkey-name = ماذا تسمّيه
staff-passkey-name-hint = مثل «حاسوب المكتب»، لتتعرّف إليه لاحقًا.
staff-passkey-add = أضف مفتاح مرور
staff-passkey-since = أُضيف في { $date }.
staff-passkey-used = آخر استعمال: { $date }.
staff-codes-made = أُعدّ عاملك الثاني. هذه رموز الاسترداد.
staff-codes-text = كلٌّ منها يفتح الباب مرة واحدة إن فقدت العامل الثاني. اطبعها أو ضعها في مدير كلمات السر: لن تُعرض إلا الآن.
staff-codes-done = حفظتُها
staff-codes-left = { $count ->
    [0] لم يبقَ شيء. أنشئ رموزًا جديدة الآن.
    [one] بقي رمز واحد.
    [two] بقي رمزان.
    [few] بقيت { $count-text } رموز.
   *[other] بقي { $count-text } رمزًا.
}
staff-codes-new = أنشئ رموزًا جديدة
staff-second = العامل الثاني
staff-second-none = تدخل بكلمة السر وحدها. مع عامل ثانٍ لا تفتح كلمة سر مسروقة شيئًا.
staff-password-new = كلمة سر جديدة
staff-password-hint = 12 حرفًا على الأقل. تذكُّر عدة كلمات سهل وتخمينها صعب. تنتهي كل جلساتك الأخرى في غرفة الأخبار.
staff-password-submit = غيّر كلمة السر
staff-name = الاسم
staff-name-label = ما تُدعى به هنا
staff-sessions = أين سجّلت الدخول
staff-session-reader = قارئًا
staff-done-name = حُفظ اسمك.
staff-done-password = تغيّرت كلمة السر. انتهت جلساتك الأخرى في غرفة الأخبار.
staff-done-totp = أُعدّت رموز التطبيق.
staff-done-totp-removed = أُزيلت رموز التطبيق.
staff-done-passkey = أُضيف مفتاح المرور.
staff-done-passkey-first = أُضيف مفتاح المرور. أنشئ الآن رموز استرداد ليوم تفقده فيه.
staff-done-passkey-removed = أُزيل مفتاح المرور.
staff-done-recovered = استعملت رمز استرداد. إن فقدت العامل الثاني فأزله هنا وأعدّ غيره.
staff-done-ended = سُجّل الخروج هناك.
