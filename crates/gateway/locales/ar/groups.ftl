## المجموعات
title-group-offer = للمجموعات
group-offer-text = اشتراك واحد لعدة أشخاص: تدفع ثمن المقاعد وتقرر لمن تكون.
group-price-month = { $amount } في الشهر لكل مقعد
group-price-year = { $amount } في السنة لكل مقعد
group-seats = عدد المقاعد
group-seats-label = كم مقعدًا تريد؟
group-at-least = { $count ->
    [zero] { $count-text } مقعد على الأقل
    [one] مقعد واحد على الأقل
    [two] مقعدان على الأقل
    [few] { $count-text } مقاعد على الأقل
    [many] { $count-text } مقعدًا على الأقل
   *[other] { $count-text } مقعد على الأقل
}
group-submit = المتابعة إلى الدفع
group-submit-sign-in = سجّل الدخول وتابع
group-none = لا توجد اشتراكات للمجموعات في الوقت الحالي.
title-group = مجموعتك
group-taken = المقاعد المشغولة أو المعروضة: { $taken-text } من { $seats-text }.
group-ended = الاشتراك غير سارٍ حاليًا، فلا أحد يقرأ به.
group-state-invited = أُرسلت الدعوة
group-state-taken = مشغول
group-state-standing = بلا مقعد شاغر
group-remove = استرجاع
group-remove-of = استرجاع مقعد { $email }
group-invite = اعرض مقعدًا
group-invite-text = نرسل رسالة فيها رابط. لا يقبل المقعد إلا صاحب العنوان، ويبقى محجوزًا 30 يومًا.
group-invite-submit = أرسل الدعوة
group-domain = ينضم الزملاء من تلقاء أنفسهم
group-domain-off = من يسجّل الدخول بعنوان من { $domain } يحصل على مقعد شاغر بلا دعوة.
group-domain-on = من يسجّل الدخول بعنوان من { $domain } يحصل على مقعد شاغر. يمكنك استرجاعه في أي وقت.
group-domain-open = تشغيل
group-domain-close = إيقاف
group-subscription = الدفع والفواتير والإلغاء
group-change-due = { $seats ->
    [zero] تدفع الآن { $amount } عمّا تبقى من المدة.
    [one] لمقعد واحد تدفع الآن { $amount } عمّا تبقى من المدة.
    [two] لمقعدين تدفع الآن { $amount } عمّا تبقى من المدة.
    [few] مقابل { $seats-text } مقاعد تدفع الآن { $amount } عمّا تبقى من المدة.
    [many] مقابل { $seats-text } مقعدًا تدفع الآن { $amount } عمّا تبقى من المدة.
   *[other] مقابل { $seats-text } مقعد تدفع الآن { $amount } عمّا تبقى من المدة.
}
group-change-credit = { $seats ->
    [zero] يُضاف { $amount } إلى رصيد فاتورتك التالية.
    [one] مع مقعد واحد يُضاف { $amount } إلى رصيد فاتورتك التالية.
    [two] مع مقعدين يُضاف { $amount } إلى رصيد فاتورتك التالية.
    [few] مع { $seats-text } مقاعد يُضاف { $amount } إلى رصيد فاتورتك التالية.
    [many] مع { $seats-text } مقعدًا يُضاف { $amount } إلى رصيد فاتورتك التالية.
   *[other] مع { $seats-text } مقعد يُضاف { $amount } إلى رصيد فاتورتك التالية.
}
group-done-invited = الدعوة في طريقها.
group-done-removed = أصبح المقعد شاغرًا.
group-done-domain = تم الحفظ.
group-done-changed = جرى تغيير عدد المقاعد.
group-done-accepted = المقعد لك. يمكنك الآن قراءة كل شيء.
group-done-left = تخليت عن المقعد.
group-problem-email = هذا ليس عنوان بريد إلكتروني. ينبغي أن يكون مثل name@example.org.
group-problem-full = جميع المقاعد مشغولة أو معروضة. أضف مقاعد أو استرجع واحدًا.
group-problem-seated = لهذا العنوان مقعد من قبل.
group-problem-ended = الاشتراك غير سارٍ حاليًا. يُرجى التحقق من الدفع أولًا.
group-problem-seats = يُرجى اختيار عدد من { $least-text } إلى { $most-text }.
group-problem-too-few = { $count ->
    [zero] لا مقاعد مشغولة.
    [one] هناك مقعد واحد مشغول أو معروض. استرجعه أولًا.
    [two] هناك مقعدان مشغولان أو معروضان. استرجع أولًا ما تريد التخلي عنه.
    [few] هناك { $count-text } مقاعد مشغولة أو معروضة. استرجع أولًا ما تريد التخلي عنه.
    [many] هناك { $count-text } مقعدًا مشغولًا أو معروضًا. استرجع أولًا ما تريد التخلي عنه.
   *[other] هناك { $count-text } مقعد مشغول أو معروض. استرجع أولًا ما تريد التخلي عنه.
}
group-problem-not-shown = تغيّر السعر في هذه الأثناء. يُرجى الاطلاع عليه مرة أخرى.
group-problem-public = يمكن لأي شخص أن يكون له عنوان لدى هذا المزوّد، ولذلك لا يمكن فتح المجموعة له.
group-problem-too-many = أُرسلت اليوم دعوات كثيرة جدًا. يُرجى المتابعة غدًا.
group-problem-failed = تعذّر على مزوّد خدمة الدفع تنفيذ ذلك. لم يتغير شيء؛ حاول مرة أخرى أو تحقق من بطاقتك.

## المقاعد
title-seat = مقعد لك
seat-text = وصلك من { $from } عرض بمقعد ({ $plan }). تقرأ كل شيء ولا تدفع شيئًا.
seat-accept = خذ المقعد
seat-seen = من يدفع عن المجموعة يرى عنوان بريدك الإلكتروني، لكنه لا يرى ما تقرأ.
seat-state-sign-in = سجّل الدخول بالعنوان الذي أُرسلت إليه الدعوة.
seat-state-other = هذا المقعد معروض على عنوان آخر. سجّل الخروج ثم سجّل الدخول بالعنوان الذي أُرسلت إليه الدعوة.
seat-state-gone = لم تعد هذه الدعوة سارية.
seat-state-full = جميع مقاعد المجموعة مشغولة. يُرجى سؤال من دعاك.
seat-own = مقعدك
seat-from = يدفع عنه { $from }
seat-leave = تخلَّ عن المقعد

## رسائل المقاعد
mail-seat-subject = مقعد لك في { $site }
mail-seat-text = وصلك من { $from } عرض بمقعد في { $site } ({ $plan }): تقرأ كل شيء ولا تدفع شيئًا.
mail-seat-how = سجّل الدخول بعنوان البريد هذا؛ يبقى المقعد محجوزًا لك 30 يومًا. إن لم ترغب فيه فلا حاجة إلى فعل أي شيء.
mail-seat-taken-subject = انتهى مقعدك في { $site }
mail-seat-taken-text = استرجع { $from } المقعد الذي كنت تقرأ به { $site }. يبقى حسابك، وإن أردت متابعة القراءة فيمكنك الاشتراك بنفسك.
