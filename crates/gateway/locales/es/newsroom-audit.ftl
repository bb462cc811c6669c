## Qué ha pasado aquí
title-staff-audit = Qué ha pasado aquí
audit-who = Quién
audit-what = Qué
audit-what-hint = Basta el principio, por ejemplo role o plan.
audit-subject = A quién o a qué
audit-from = Desde
audit-until = Hasta
audit-submit = Buscar
audit-when = Cuándo
audit-detail = Detalles
audit-newest = Lo más reciente
audit-older = Anteriores
audit-none = No ha pasado nada parecido.
