## الحساب
title-account = حسابك
account-plans = اشتراكك
account-no-plan = ليس لديك اشتراك حاليًا.
account-plan-until = حتى { $date }
account-plan-for-good = بلا نهاية
account-plan-ended = انتهى
account-profile = الاسم واللغات
account-name = الاسم
account-languages = اللغات التي تقرأ بها
account-languages-text = بالترتيب الذي تفضّله: به نحدّد لغة ما نعرضه عليك ونقترحه ونرسله.
account-language-place = { $place ->
    [1] اللغة الأولى
   *[other] اللغة رقم { $place-text }
}
account-language-none = لا شيء
account-save = احفظ
account-sessions = أين سجّلت الدخول
account-device-unknown = متصفح غير معروف
account-session-current = هذا المتصفح
account-session-seen = آخر استعمال: { $date }
account-session-end = أنهِ الجلسة
account-sessions-end-others = أنهِ سائر الجلسات
account-sign-out = سجّل الخروج من هنا
account-data = بياناتك
account-export-text = نزّل كل ما نحفظه عنك في ملف JSON.
account-export = نزّل
account-delete-text = حذف الحساب يمحو نهائيًا كل ما نحفظه عنك، بما في ذلك الاشتراك.
account-delete-confirm = للتأكيد اكتب بريدك ({ $email })
account-delete = احذف الحساب
account-done-saved = حُفظ.
account-done-revoked = أُنهيت الجلسة.
account-problem-name = الاسم طويل جدًا أو فيه محارف لا يمكن عرضها.
account-problem-languages = اختر لغة واحدة على الأقل.
account-problem-confirm = هذا ليس بريد حسابك؛ لم يُحذف شيء.
account-problem-staff = أنت تعمل هنا. اطلب أولًا من أحد المالكين سحب دورك؛ ثم يمكنك حذف حسابك.
role-owner = المالك
role-admin = الإدارة
role-editor = التحرير
role-author = كاتب
role-translator = الترجمة
