## What happened here
title-staff-audit = What happened here
audit-who = Who
audit-what = What
audit-what-hint = The beginning is enough, such as role or plan.
audit-subject = To whom or what
audit-from = From
audit-until = Until
audit-submit = Search
audit-when = When
audit-detail = Details
audit-newest = The newest
audit-older = Older
audit-none = Nothing of the kind has happened.
