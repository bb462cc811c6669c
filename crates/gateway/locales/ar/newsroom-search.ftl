## غرفة الأخبار: البحث
title-admin-search = البحث
title-admin-synonyms = المترادفات
title-admin-pins = مقالات مثبّتة
tab-searches = ما يبحث عنه القراء
taught-query = كلمات البحث
taught-searches = عمليات البحث
taught-pin = ثبّت مقالًا
taught-range = المدة
taught-days = { $days ->
    [zero] { $days } يوم
    [one] اليوم
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}
taught-text = ليست عمليات بحث شخص بعينه: لا يُعرض إلا ما سُئل عنه ثلاث مرات فأكثر، من دون ذكر من سأل.
taught-without = بلا نتائج
taught-without-none = وُجد كل شيء.
taught-top = الأكثر بحثًا
taught-top-none = لم يُبحث عن شيء بما يكفي ليُعرض هنا.
taught-done-saved = حُفظ. يسري على كل الصفحات خلال عشر ثوانٍ.
taught-done-removed = أُزيل. يسري على كل الصفحات خلال عشر ثوانٍ.
taught-problem-word = لا يمكن البحث عن ذلك. اكتب من كلمة إلى خمس كلمات، لا تتجاوز 100 حرف معًا.
taught-problem-means = اذكر ما تعنيه الكلمة.
taught-problem-many = هذا أكثر من اللازم: عشرون على الأكثر لكلمة أو بحث.
taught-problem-query = لا يمكن البحث عن ذلك. اكتب من كلمة إلى خمس كلمات، لا تتجاوز 100 حرف معًا.
taught-problem-story = لا مقال منشور بهذا العنوان.
synonyms-text = من يبحث عن كلمة يجد ما تعنيه أيضًا. الكلمات بين علامتي اقتباس يُبحث عنها كما هي.
synonyms-word = الكلمة
synonyms-means = تجد أيضًا
synonyms-means-hint = عدة كلمات تفصل بينها فواصل. لكلٍّ منها حتى خمس كلمات، مثل «الأمم المتحدة».
synonyms-both = والعكس أيضًا
synonyms-none = لم تُسجَّل أي كلمة بهذه اللغة.
synonyms-new = مترادف جديد
pins-text = المقالات المثبّتة تأتي أولًا في البحث، سواء وردت كلماته فيها أم لا.
pins-none = لا مقال مثبّت بهذه اللغة.
pins-new = تثبيت مقال
pins-pin = ثبّت
pins-remove = ألغِ تثبيت «{ $name }»
pins-unpublished = غير منشور
