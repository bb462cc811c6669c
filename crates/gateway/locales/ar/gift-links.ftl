## أسفل المقالة، وأعلى مقالة مهداة
notice-gift = أهداك أحد المشتركين هذه المقالة.
gift-give-text = أهدِ هذه المقالة: من يصله الرابط يستطيع قراءتها حتى نهايتها لمدة 30 يومًا.
gift-give = أنشئ رابط هدية

## روابط الهدايا
title-gift-links = روابط الهدايا
gift-links-left = { $left ->
    [0] أنشأتَ كل روابط الهدايا لهذا الشهر ({ $limit-text }). يمكنك إنشاء غيرها ابتداءً من { $date }.
    [one] يمكنك إنشاء رابط هدية واحد آخر قبل { $date }.
    [two] يمكنك إنشاء رابطَي هدية آخرين قبل { $date }.
    [few] يمكنك إنشاء { $left-text } روابط هدايا أخرى قبل { $date }.
    [many] يمكنك إنشاء { $left-text } رابط هدية آخر قبل { $date }.
   *[other] يمكنك إنشاء { $left-text } رابط هدية آخر قبل { $date }.
}
gift-links-off = لا يمكن إنشاء روابط هدايا حاليًا.
gift-link-made = رابط هديتك
gift-link-address = شارك هذا العنوان
gift-link-how = حتى { $date } يستطيع كل من يفتحه قراءة المقالة حتى نهايتها، بكل اللغات.
gift-links-list = روابطك
gift-links-empty = لم تنشئ رابط هدية بعد. تجد الزر أسفل مقالات المشتركين.
gift-link-state-open = مفتوح حتى { $date }
gift-link-state-expired = انتهى في { $date }
gift-link-state-revoked = ملغى
gift-link-uses = { $uses ->
    [0] لم يُفتح بعد
    [one] فُتح في متصفح واحد
    [two] فُتح في متصفحَين
    [few] فُتح في { $uses-text } متصفحات
    [many] فُتح في { $uses-text } متصفحًا
   *[other] فُتح في { $uses-text } متصفح
}
gift-link-show = اعرض
gift-link-show-label = اعرض رابط «{ $title }»
gift-link-revoke = ألغِ
gift-link-revoke-label = ألغِ رابط «{ $title }»
gift-links-done-revoked = أُلغي الرابط ولم يعد يفتح شيئًا.
gift-links-problem-used-up = أنشأتَ كل روابط الهدايا لهذا الشهر. يمكنك إنشاء غيرها ابتداءً من { $date }.
gift-links-problem-not-yours = لا يُهدي مقالةً إلا من يشملها اشتراكه.

## رابط لم يعد يفتح شيئًا
gift-ended-title = انتهى رابط الهدية هذا
gift-ended-text = تدوم روابط الهدايا 30 يومًا، ومن أنشأ رابطًا يستطيع إلغاءه. ما زال بإمكانك قراءة بداية المقالة.
gift-ended-story = إلى المقالة
