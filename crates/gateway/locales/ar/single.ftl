## مقال واحد
title-single = هذا المقال وحده
single-buy = اشترِ هذا المقال: { $amount }
single-text = يصبح المقال لك دائمًا، بجميع اللغات التي يصدر بها. لا شيء عليك إلغاؤه.
single-submit = اشترِ مقابل { $amount }
single-subscribe = أو اشترك واقرأ كل شيء
single-paid-text = وصلت دفعتك. بقيت خطوة واحدة: سجّل الدخول باسم { $email } ليكون المقال لك وحدك.
single-expired-text = لم تكتمل عملية الدفع ولم يُخصم أي مبلغ.
single-back = رجوع
title-stories = المقالات التي اشتريتها
stories-yours = لك دائمًا
stories-text = يمكنك قراءة هذه المقالات حتى آخر جملة في أي وقت وبكل لغة.
stories-none = لم تشترِ أي مقال بعد.
stories-gone = لم يعد هذا المقال منشورًا.
