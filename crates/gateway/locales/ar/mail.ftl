## البريد
mail-sign-in-subject = { $code } رمزك لـ { $site }
mail-sign-in-greeting = تريد تسجيل الدخول إلى { $site }.
mail-sign-in-link-text = افتح هذا الرابط في المتصفح الذي طلبته منه:
mail-sign-in-code-text = على جهاز آخر اكتب هذا الرمز:
mail-sign-in-expiry = كلاهما صالح مرة واحدة ولمدة { $minutes ->
    [few] { $minutes-text } دقائق
   *[other] { $minutes-text } دقيقة
}.
mail-sign-in-not-you = إن لم تكن أنت من طلبه فتجاهل هذه الرسالة؛ لن يحدث شيء.
