## إدارة الاشتراك
title-leave = إلغاء اشتراكك
title-pause = إيقاف مؤقت
manage-back = العودة إلى اشتراكك
leave-heading = إلغاء «{ $plan }»
leave-text = يمكنك القراءة حتى { $date }. بعد ذلك لا يُخصم أي مبلغ، ويمكنك العودة متى شئت.
leave-reason-label = هل تخبرنا بالسبب؟ (اختياري)
leave-reason-none = بلا إجابة
leave-reason-too-expensive = السعر مرتفع
leave-reason-unused = لا أقرأ كثيرًا
leave-reason-missing-features = ينقصني شيء
leave-reason-switched-service = أقرأ الآن شيئًا آخر
leave-reason-low-quality = لا تعجبني المقالات
leave-reason-too-complex = الأمر معقد
leave-reason-customer-service = لم أُعامَل جيدًا
leave-reason-other = سبب آخر
leave-submit = إلغاء الآن
leave-instead = ما يمكنك فعله بدلًا من ذلك
leave-off-text = ابقَ معنا وادفع أقل. يُحتسب الخصم تلقائيًا.
leave-off-submit = البقاء مع هذا الخصم
pause-text = يمكن إيقاف «{ $plan }» لبعض الوقت. تقرأ حتى { $date }، أي نهاية المدة المدفوعة، ثم لا يُخصم شيء حتى ينتهي الإيقاف. ويُستأنف تلقائيًا أو متى أردت.
pause-months-label = كم المدة؟
pause-months = { $months ->
    [zero] بلا أشهر
    [one] شهر واحد
    [two] شهران
    [few] { $months-text } أشهر
    [many] { $months-text } شهرًا
   *[other] { $months-text } شهر
}
pause-submit = إيقاف مؤقت
subscription-paused = متوقف مؤقتًا.
subscription-paused-until = متوقف مؤقتًا ويُستأنف في { $date }.
subscription-next = سنخصم { $amount } في { $date }.
subscription-discount = الخصم:
subscription-card = يُدفع بالبطاقة { $card }، صالحة حتى { $month }
subscription-end-pause = استئناف الآن
subscription-pause = إيقاف مؤقت
subscription-done-paused = اشتراكك متوقف مؤقتًا.
subscription-done-pause-ended = يستمر اشتراكك.
subscription-done-stayed = يسعدنا بقاؤك. يسري الخصم من الدفعة التالية.
subscription-problem-not-now = لا يمكن ذلك في وضع اشتراكك الحالي. لم يتغير شيء.
off-percent = خصم { $percent }٪
off-amount = خصم { $amount }
off-once = على الدفعة التالية
off-months = { $months ->
    [zero] بلا أشهر
    [one] لمدة شهر
    [two] لمدة شهرين
    [few] لمدة { $months-text } أشهر
    [many] لمدة { $months-text } شهرًا
   *[other] لمدة { $months-text } شهر
}
off-forever = دائمًا
off-until = حتى { $date }
change-credit = لا تدفع شيئًا الآن. بقي من اشتراكك الحالي { $amount }، ويُخصم من فواتيرك التالية.
change-anew = مرّ بعض الوقت، وهذا هو المبلغ الآن. يُرجى التأكيد مرة أخرى.
subscribe-code = رمزك { $code } سارٍ.
subscribe-problem-code = هذا الرمز غير صالح أو لم يعد صالحًا. يمكنك الاشتراك من دونه أو اتباع رابط آخر.
price-tax-included-vat = يشمل ضريبة القيمة المضافة.
price-tax-included-gst = يشمل ضريبة السلع والخدمات.
price-tax-included-sales-tax = يشمل ضريبة المبيعات.
price-tax-added-vat = لا يشمل ضريبة القيمة المضافة.
price-tax-added-gst = لا يشمل ضريبة السلع والخدمات.
price-tax-added-sales-tax = لا يشمل ضريبة المبيعات.
