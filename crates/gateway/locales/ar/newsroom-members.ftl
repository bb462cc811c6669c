## الأعضاء: القائمة وما يمكن فعله لأحدهم
members-beginning = يبدأ العنوان بـ
members-holds = لديه
members-holds-plan = خطة
members-holds-nothing = لا خطة
members-holds-staff = دور هنا
members-language = يقرأ
members-languages = اللغات
members-plans = الخطط
members-since = عضو منذ
members-export = تنزيل بصيغة CSV
members-first = إلى البداية
money-problem-members = أحد الاختيارات بلا معنى فلم يُؤخذ به.
member-reads = يقرأ { $languages }
member-sale-ends = ينتهي في { $date }.
member-sale-ended = انتهى في { $date }.
member-sale-resumes = يستمر في { $date }.
member-sale-change = تغيير الخطة
member-sale-end = إلغاء مع نهاية المدة
member-sale-end-now = إنهاء فوري
member-sale-end-now-sure = إنهاؤه الآن
member-sale-end-now-text = لن تكون القراءة ممكنة من هذه اللحظة ولا يُعاد شيء. استرداد المال في الأسفل.
member-sale-keep = ليستمر
member-sale-pause = إيقاف مؤقت
member-sale-pause-now = بدء الإيقاف
member-sale-months = الأشهر
member-sale-end-pause = إنهاء الإيقاف
member-change-text = يُسوّى الفرق فورًا ببطاقة العضو، وتخبره رسالة بذلك.
member-change-none = لا اشتراك يمكن تغييره.
money-done-refunded = المال في طريق العودة، ورسالة تخبر بذلك.
money-done-sale-end = أُلغي. تستمر القراءة حتى نهاية المدفوع.
money-done-sale-end-now = انتهى.
money-done-sale-keep = إنه مستمر.
money-done-sale-pause = أُوقف مؤقتًا.
money-done-sale-end-pause = انتهى الإيقاف المؤقت.
money-done-sale-changed = تغيّرت الخطة.
money-done-signed-out = تم تسجيل الخروج.
money-done-deleted = حُذف الحساب.
money-problem-sale-not-now = هذا غير ممكن في الحال الراهنة. لم يتغير شيء.
money-problem-sale-unknown = لا يوجد اشتراك أو دفعة أو فعل كهذا. لم يتغير شيء.
money-problem-sale-failed = لم يستطع Stripe ذلك. لم يتغير شيء، حاول مرة أخرى.
money-problem-sale-no-stripe = لم يُضبط حساب Stripe.
money-problem-refund-amount = أعد أكثر من لا شيء وبحد أقصى ما بقي من الدفعة.
money-problem-refund-reason = اذكر سبب إعادة المال.
money-problem-refund-stale = أُعيد جزء من هذه الدفعة في هذه الأثناء. انظر ما بقي وقرّر من جديد.
money-problem-delete-confirm = اكتب عنوان الحساب بدقة.
money-problem-member-is-staff = هذا حساب زميل. انزع دوره أولًا.
refund-title = إعادة المال
refund-open = استرداد…
refund-paid = دُفع في { $date }
refund-amount = المبلغ بعملة { $currency }
refund-left = بحد أقصى { $amount }.
refund-reason = السبب
refund-reason-requested-by-customer = بناءً على طلبه
refund-reason-duplicate = دُفع مرتين
refund-reason-fraudulent = دُفع ببطاقة شخص آخر
refund-submit = إعادة المبلغ
refund-text = الدفعة المُعادة كاملةً لا تفتح شيئًا بعد ذلك. ويستمر الاشتراك نفسه ما لم تُنهه.
member-sessions = الجلسات
member-session = منذ { $since }، آخر ظهور { $seen }
member-unknown-device = متصفح غير معروف
member-sign-out = تسجيل الخروج
member-sign-out-all = تسجيل الخروج من كل مكان
member-no-sessions = لا جلسات مفتوحة.
member-letters = الرسائل
member-letters-text = آخر ثلاثين يومًا. رموز الدخول محجوبة.
member-no-letters = لم يُرسل شيء في آخر ثلاثين يومًا.
letter-sent = أُرسلت
letter-waiting = تنتظر
letter-failed = أُهملت
member-delete = حذف هذا الحساب
member-delete-text = يُحذف كل ما يُعرف عن هذا الشخص هنا ولدى Stripe، وتنتهي اشتراكاته فورًا بلا استرداد. وتبقى المبالغ والتواريخ التي تحتاجها الدفاتر بلا اسم. لا يمكن التراجع عن ذلك.
member-delete-confirm = للتأكيد اكتب { $email }
member-delete-submit = حذف نهائي

## أعضاء من ملف
members-import = استيراد أعضاء
title-admin-import = استيراد أعضاء
import-file = ملف أعضاء
import-another = ملف آخر
import-members-text = يُقرأ الملف ويُفحص أولًا، ولا يتغير شيء قبل أن تقول. من لديه حساب يبقى كما هو ويُمنح خطط الملف فقط، والملف نفسه مرتين لا يضر. ولا تُرسل رسالة إلى أحد.
import-choose = ملف CSV
import-hint = يسمّي السطر الأول الأعمدة: email وإن شئت name وlanguages (مثل de en) وplans وfrom وuntil (أيام مثل 2026-12-31). بحد أقصى 4 ميغابايت وبترميز UTF-8.
import-check = فحص الملف
import-state-checked = فُحص
import-state-running = قيد الاستيراد
import-state-stopped = توقف
import-state-done = اكتمل الاستيراد
import-lines = { $count ->
    [one] عضو واحد في الملف
    [two] عضوان في الملف
    [few] { $count-text } أعضاء في الملف
   *[other] { $count-text } عضوًا في الملف
}
import-new = { $count ->
    [one] حساب جديد واحد
    [two] حسابان جديدان
    [few] { $count-text } حسابات جديدة
   *[other] { $count-text } حسابًا جديدًا
}
import-known = { $count ->
    [one] لدى واحد حساب بالفعل
    [two] لدى اثنين حسابان بالفعل
   *[other] لدى { $count-text } حسابات بالفعل
}
import-plans = { $count ->
    [one] تُمنح خطة واحدة
    [two] تُمنح خطتان
    [few] تُمنح { $count-text } خطط
   *[other] تُمنح { $count-text } خطة
}
import-progress = أُنجز { $done-text } من { $lines-text }.
import-made = الحسابات الجديدة: { $made-text }. الخطط الممنوحة: { $granted-text }.
import-run = { $count ->
    [one] استيراد عضو واحد
    [two] استيراد عضوين
    [few] استيراد { $count-text } أعضاء
   *[other] استيراد { $count-text } عضوًا
}
import-wrong = { $count ->
    [one] سطر واحد متروك
    [two] سطران متروكان
    [few] { $count-text } أسطر متروكة
   *[other] { $count-text } سطرًا متروكًا
}
import-line = السطر
import-what = الخطأ
import-problem-text = هذا ليس نصًا بترميز UTF-8. { $what }
import-problem-columns = يجب أن يسمّي السطر الأول الأعمدة ومنها email. المعروف منها { $what }.
import-problem-twice = العنوان موجود في السطر { $what }.
import-problem-email = «{ $what }» ليس عنوان بريد إلكتروني.
import-problem-name = «{ $what }» ليس اسمًا: 120 محرفًا على الأكثر في سطر واحد.
import-problem-languages = «{ $what }» ليست قائمة لغات مثل de en.
import-problem-plan = لا توجد خطة «{ $what }».
import-problem-date = «{ $what }» ليس يومًا مثل 2026-12-31.
import-problem-order = اليوم الأخير { $what } يسبق الأول.
import-problem-no-plan = هناك أيام بلا خطة. { $what }
import-refused-file = اختر ملفًا غير فارغ.
import-refused-size = الملف كبير جدًا، والحد 4 ميغابايت.
import-refused-utf-8 = الملف ليس بترميز UTF-8. احفظه من جدولك بصيغة «CSV UTF-8».
