## Was hier geschah
title-staff-audit = Was hier geschah
audit-who = Wer
audit-what = Was
audit-what-hint = Der Anfang genügt, etwa role oder plan.
audit-subject = Wem oder was
audit-from = Von
audit-until = Bis
audit-submit = Suchen
audit-when = Wann
audit-detail = Einzelheiten
audit-newest = Das Neueste
audit-older = Älteres
audit-none = Nichts dergleichen ist geschehen.
