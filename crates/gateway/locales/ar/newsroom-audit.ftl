## ما جرى هنا
title-staff-audit = ما جرى هنا
audit-who = من
audit-what = ماذا
audit-what-hint = تكفي البداية، مثل role أو plan.
audit-subject = لمن أو لماذا
audit-from = من يوم
audit-until = إلى يوم
audit-submit = ابحث
audit-when = متى
audit-detail = التفاصيل
audit-newest = الأحدث
audit-older = الأقدم
audit-none = لم يجرِ شيء من هذا.
