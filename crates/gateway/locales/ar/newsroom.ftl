## غرفة الأخبار
title-admin = غرفة الأخبار
admin-nav = غرفة الأخبار
admin-welcome = سجّلت الدخول بصفة { $role }. إليك ما يمكنك العناية به.
admin-role-owner = مالك
admin-role-admin = مدير
admin-role-editor = محرّر
admin-role-author = كاتب
admin-role-translator = مترجم

## غرفة الأخبار: المال
title-admin-billing = الاشتراكات والمدفوعات
admin-who = المشترك
admin-plan = الاشتراك
admin-state = الحالة
admin-since = منذ
admin-unproved = لم يسجّل الدخول بعد
admin-sales-none = لم يشترك أحد بعد.
admin-failing-none = كل المدفوعات سليمة.
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
