## Che cosa è successo qui
title-staff-audit = Che cosa è successo qui
audit-who = Chi
audit-what = Che cosa
audit-what-hint = Basta l’inizio, per esempio role o plan.
audit-subject = A chi o a che cosa
audit-from = Dal
audit-until = Al
audit-submit = Cerca
audit-when = Quando
audit-detail = Dettagli
audit-newest = Le più recenti
audit-older = Meno recenti
audit-none = Non è successo nulla del genere.
