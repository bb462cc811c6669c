## Redacción
title-admin = Redacción
admin-nav = Redacción
admin-welcome = Ha iniciado sesión como { $role }. Esto es lo que puede gestionar.
admin-role-owner = propietario
admin-role-admin = administrador
admin-role-editor = redactor
admin-role-author = autor
admin-role-translator = traductor

## Redacción: el dinero
title-admin-billing = Suscripciones y pagos
admin-who = Quién
admin-plan = Suscripción
admin-state = Estado
admin-since = Desde
admin-unproved = aún sin iniciar sesión
admin-sales-none = Todavía no se ha suscrito nadie.
admin-failing-none = Todos los pagos están en orden.
admin-event-kept = guardado
admin-event-applied = procesado
admin-event-waiting = en espera
admin-given-up = Abandonado
admin-given-up-text = Esto ha fallado demasiadas veces. Una vez resuelta la causa, vuelva a intentarlo.
admin-given-up-attempts = { $attempts ->
    [one] Un intento.
   *[other] { $attempts } intentos.
}
admin-replay = Reintentar
