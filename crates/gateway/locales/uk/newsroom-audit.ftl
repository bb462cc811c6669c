## Що тут відбувалося
title-staff-audit = Що тут відбувалося
audit-who = Хто
audit-what = Що
audit-what-hint = Досить початку, як-от role чи plan.
audit-subject = Кому або чому
audit-from = Від
audit-until = До
audit-submit = Шукати
audit-when = Коли
audit-detail = Подробиці
audit-newest = Найновіше
audit-older = Давніше
audit-none = Нічого такого не відбувалося.
