## من كان يستطيع قراءة ماذا، ولماذا
title-admin-explain = لماذا استطاع س قراءة ص؟
title-why = لماذا أستطيع قراءة هذا أو لا أستطيع؟
wall-why = لماذا لا أستطيع قراءة هذا؟
explain-story = المقال
explain-story-hint = عنوانه أو الجزء الأخير منه.
explain-at = اللحظة
explain-at-hint = بتوقيت الصحيفة. فارغ: الآن.
explain-submit = اشرح
explain-member = إلى صفحة هذا العضو
explain-counted = يُحتسب
explain-not-counted = لا يُحتسب
explain-problem-member = لا أحد لديه هذا البريد.
explain-problem-story = لا مقال منشور بهذا العنوان.
explain-problem-at = هذه ليست لحظة.
explain-open-them = كان بوسع { $who } قراءة «{ $title }» كاملًا ({ $at }).
explain-closed-them = لم يكن بوسع { $who } قراءة «{ $title }» كاملًا ({ $at }).
explain-open-you = «{ $title }» مفتوح لك كاملًا ({ $at }).
explain-closed-you = «{ $title }» ليس مفتوحًا لك كاملًا ({ $at }).
explain-not-published = في تلك اللحظة لم يكن المقال منشورًا.
explain-rule-public = المقال مفتوح للجميع.
explain-rule-members = المقال مفتوح لكل من سجّل الدخول.
explain-rule-paid = المقال مفتوح لكل من لديه اشتراك.
explain-rule-plans = المقال مفتوح لمن لديه أحد هذه الاشتراكات: { $plans }.
explain-needed-sign-in = يكفي تسجيل الدخول.
explain-needed-plan = يكفي أي اشتراك.
explain-needed-plans = يلزم أحد هذه الاشتراكات: { $plans }.
explain-no-account = الحساب قائم منذ { $since }، بعد اللحظة المسؤول عنها.
explain-staff = غرفة الأخبار تقرأ كل شيء.
explain-nothing = لم يكن مسجّلًا حتى ذلك الحين أن شيئًا اشتُري أو أُهدي.
explain-plan-unknown = شيء ليس من اشتراكاتنا
explain-bought = اشتُري: { $plan } (كما أبلغ Stripe في { $at }).
explain-given = أُهدي: { $plan }، من { $from }، بلا نهاية.
explain-given-until = أُهدي: { $plan }، من { $from } حتى { $until }.
explain-with = ومعه: { $plans }.
explain-because-given = مدته جارية.
explain-because-not-yet = مدته لم تبدأ.
explain-because-expired = انقضت المدة التي أُهدي لها.
explain-because-revoked = استُرجع.
explain-because-unproved = لم يسجّل أحد الدخول بالبريد الذي دُفع به.
explain-because-not-begun = لم يبدأ.
explain-because-paid = مدفوع.
explain-because-trial = التجربة المجانية جارية.
explain-because-grace = فشلت دفعة، وأيام السماح جارية.
explain-because-ending = أُلغي، ويستمر حتى نهايته.
explain-because-grace-over = فشلت دفعة، وانقضت أيام السماح.
explain-because-over = انتهى.
explain-because-never-paid = لم تنجح الدفعة الأولى.
explain-because-unpaid = فشلت الدفعات نهائيًا.
explain-because-paused = متوقف مؤقتًا.
explain-because-refunded = أُعيد المال.
explain-because-disputed = الدفعة متنازع عليها لدى المصرف.
explain-because-no-plan = ما اشتُري ليس من اشتراكاتنا.
why-back = إلى المقال
why-ask = اسأل عن مقال
explain-metered = قُرئت ضمن الحصة المجانية منذ { $at }؛ وتُحتسب حتى { $until }.
explain-metered-left = فُتحت ضمن الحصة المجانية في { $at } وأُغلقت فورًا: لم تُحتسب.
explain-metered-undone = قُرئت ضمن الحصة المجانية في { $at } ثم أُلغيت في { $back }.
explain-gift-links = { $count ->
    [zero] لم يكن هناك رابط هدية صالح للمقالة.
    [one] كان هناك رابط هدية صالح للمقالة: كل من فتحه كان يستطيع قراءتها.
    [two] كان هناك رابطا هدية صالحان للمقالة: كل من فتح أحدهما كان يستطيع قراءتها.
    [few] كانت هناك { $count-text } روابط هدية صالحة للمقالة: كل من فتح أحدها كان يستطيع قراءتها.
    [many] كان هناك { $count-text } رابط هدية صالحًا للمقالة: كل من فتح أحدها كان يستطيع قراءتها.
   *[other] كان هناك { $count-text } رابط هدية صالح للمقالة: كل من فتح أحدها كان يستطيع قراءتها.
}
explain-institution = كان بإمكان أي شخص قراءتها من شبكة { $name }.
explain-story-alone = هذه المقالة وحدها
explain-redeemed = هدية مُستبدلة: { $plan }، في { $at }، حتى { $until }.
explain-seat = مقعد في مجموعة: { $plan }، منذ { $at }.
explain-because-no-seat = كانت مقاعد المجموعة أقل من أعضائها.
explain-because-left = كان المقعد قد تُرك أو سُحب.
