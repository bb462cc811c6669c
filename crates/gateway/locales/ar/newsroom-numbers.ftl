## أرقام غرفة التحرير
title-admin-numbers = الأرقام
title-admin-revenue = الإيرادات
numbers-readers = القرّاء
numbers-money = الإيرادات
numbers-range = الأيام
numbers-days = { $days ->
    [one] اليوم الأخير
    [two] آخر يومين
    [few] آخر { $days-text } أيام
   *[other] آخر { $days-text } يومًا
}
numbers-other = أيام أخرى
numbers-from = من
numbers-until = إلى
numbers-show = عرض
numbers-problem-range = اختر يومًا أول ويومًا أخيرًا لا يسبقه ولا يتجاوز اليوم، وثلاث سنوات على الأكثر.
numbers-compared = { $first } – { $last }، مقارنةً بـ { $before_first } – { $before_last }
numbers-percent = { $value }٪
numbers-change-up = أكثر بنسبة { $by-text }٪
numbers-change-down = أقل بنسبة { $by-text }٪
numbers-change-points-up = { $by ->
    [one] أكثر بنقطة مئوية
    [two] أكثر بنقطتين مئويتين
    [few] أكثر بـ { $by-text } نقاط مئوية
   *[other] أكثر بـ { $by-text } نقطة مئوية
}
numbers-change-points-down = { $by ->
    [one] أقل بنقطة مئوية
    [two] أقل بنقطتين مئويتين
    [few] أقل بـ { $by-text } نقاط مئوية
   *[other] أقل بـ { $by-text } نقطة مئوية
}
numbers-change-same = كما كان
numbers-change-new = لا شيء قبل ذلك
numbers-figure-reads = قراءات المقالات
numbers-figure-visitors = من الزوار
numbers-figure-members = من الأعضاء
numbers-figure-subscribers = من المشتركين
numbers-figure-walled = قرّاء بلغوا جدار الدفع
numbers-figure-monthly = الإيراد الشهري المتكرر
numbers-figure-paying = اشتراكات مدفوعة
numbers-figure-new = جديدة
numbers-figure-ended = منتهية
numbers-figure-churn = معدل الإلغاء
numbers-figure-trials = تجارب بدأت
numbers-figure-trials-paid = تجارب صارت مدفوعة
numbers-series-visitor = الزوار
numbers-series-member = الأعضاء
numbers-series-subscriber = المشتركون
numbers-series-new = جديدة
numbers-series-ended = منتهية
numbers-by-day = قراءات المقالات حسب اليوم
numbers-by-week = قراءات المقالات حسب الأسبوع
numbers-by-day-text = من { $first } إلى { $last } قُرئت المقالات { $reads ->
    [one] مرة واحدة
    [two] مرتين
    [few] { $reads-text } مرات
   *[other] { $reads-text } مرة
}. الأرقام في الجدول أدناه.
numbers-day = اليوم
numbers-week-of = أسبوع { $day }
numbers-as-table = في جدول
numbers-csv = تنزيل بصيغة CSV
numbers-funnel = من المقدمة إلى الاشتراك
numbers-funnel-text = يُحسب كل قارئ مرة في اليوم لكل مقالة. ويُحسب المشترك عند ذهابه إلى الدفع، بما في ذلك التجارب.
numbers-step-readers = القرّاء
numbers-step-walled = بلغوا جدار الدفع
numbers-step-opened = اطّلعوا على الخطط
numbers-step-subscribed = اشتركوا
numbers-of-before = { $value }٪ من الخطوة السابقة
numbers-languages = حسب اللغة
numbers-language = اللغة
numbers-stories = المقالات
numbers-story = المقالة
numbers-unpublished = لم تعد منشورة
numbers-more = في الملف المزيد.
numbers-nothing = لم يُقرأ شيء في هذه الأيام.
numbers-all-searches = كل عمليات البحث
numbers-how = يجري العدّ بلا ملفات تعريف ارتباط وبلا حفظ عناوين: يُميَّز قرّاء اليوم ببصمة يُتخلَّص من مفتاحها عند منتصف الليل. ولا تُحسب الزواحف المعروفة ولا الصفحات المحمّلة مسبقًا ولا زملاؤك.
numbers-monthly = الإيراد الشهري المتكرر بعملة { $currency }
numbers-monthly-chart = من { $from } في { $first } إلى { $to } في { $last }. الأرقام في الجدول أدناه.
numbers-movement = اشتراكات جديدة ومنتهية
numbers-movement-text = الجديدة فوق الخط والمنتهية تحته، من { $first } إلى { $last }. الأرقام في الجدول أدناه.
numbers-no-money = لم يكن أي اشتراك مدفوعًا في هذه الأيام.
numbers-money-how = الإيراد هو ما دُفع موزّعًا على المدة التي يغطيها: يُحسب سعر السنة جزءًا من اثني عشر في الشهر، وتُطرح الخصومات، ولا تُحسب التجارب، وما أُعيد كاملًا كأنه لم يكن. الضرائب مشمولة. ومعدل الإلغاء هو نسبة ما انتهى من الاشتراكات المدفوعة في اليوم الأول.
numbers-week = الأيام السبعة الأخيرة
