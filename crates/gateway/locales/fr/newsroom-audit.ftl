## Ce qui s’est passé ici
title-staff-audit = Ce qui s’est passé ici
audit-who = Qui
audit-what = Quoi
audit-what-hint = Le début suffit, par exemple role ou plan.
audit-subject = À qui ou à quoi
audit-from = Du
audit-until = Au
audit-submit = Chercher
audit-when = Quand
audit-detail = Détails
audit-newest = Le plus récent
audit-older = Plus ancien
audit-none = Rien de tel ne s’est passé.
