## Grupos
title-group-offer = Para grupos
group-offer-text = Una suscripción para varias personas: usted paga las plazas y decide quién las ocupa.
group-price-month = { $amount } al mes por plaza
group-price-year = { $amount } al año por plaza
group-seats = Número de plazas
group-seats-label = ¿Cuántas plazas desea?
group-at-least = { $count ->
    [one] Una plaza como mínimo
   *[other] { $count-text } plazas como mínimo
}
group-submit = Continuar al pago
group-submit-sign-in = Iniciar sesión y continuar
group-none = En este momento no hay suscripciones para grupos.
title-group = Su grupo
group-taken = { $taken-text } de { $seats-text } plazas están ocupadas u ofrecidas.
group-ended = La suscripción no está activa en este momento; nadie lee con ella.
group-state-invited = con invitación
group-state-taken = ocupada
group-state-standing = sin plaza libre
group-remove = Retirar
group-remove-of = Retirar la plaza de { $email }
group-invite = Ofrecer una plaza
group-invite-text = Enviamos un correo con un enlace. Solo quien tiene esa dirección puede aceptar la plaza; queda reservada 30 días.
group-invite-submit = Enviar la invitación
group-domain = Los compañeros se unen por su cuenta
group-domain-off = Quien inicia sesión con una dirección de { $domain } recibe una plaza libre sin invitación.
group-domain-on = Quien inicia sesión con una dirección de { $domain } recibe una plaza libre. Puede retirarla en cualquier momento.
group-domain-open = Activar
group-domain-close = Desactivar
group-subscription = Pago, facturas, cancelación
group-change-due = { $seats ->
    [one] Por una plaza paga ahora { $amount }, por el resto del período.
   *[other] Por { $seats-text } plazas paga ahora { $amount }, por el resto del período.
}
group-change-credit = { $seats ->
    [one] Con una plaza se le abonan { $amount } en la próxima factura.
   *[other] Con { $seats-text } plazas se le abonan { $amount } en la próxima factura.
}
group-done-invited = La invitación está en camino.
group-done-removed = La plaza vuelve a estar libre.
group-done-domain = Guardado.
group-done-changed = Se ha cambiado el número de plazas.
group-done-accepted = La plaza es suya. Ya puede leerlo todo.
group-done-left = Ha dejado la plaza.
group-problem-email = Esto no es una dirección de correo. Debería parecerse a nombre@example.org.
group-problem-full = Todas las plazas están ocupadas u ofrecidas. Añada plazas o retire una.
group-problem-seated = Esta dirección ya tiene una plaza.
group-problem-ended = La suscripción no está activa en este momento. Compruebe primero el pago.
group-problem-seats = Elija un número de { $least-text } a { $most-text }.
group-problem-too-few = { $count ->
    [one] Una plaza está ocupada u ofrecida. Retírela primero.
   *[other] { $count-text } plazas están ocupadas u ofrecidas. Retire primero las que no quiera conservar.
}
group-problem-not-shown = El precio ha cambiado entretanto. Véalo una vez más.
group-problem-public = Cualquiera puede tener una dirección de este proveedor, por lo que el grupo no se le puede abrir.
group-problem-too-many = Hoy ya se han enviado muchísimas invitaciones. Continúe mañana.
group-problem-failed = Nuestro proveedor de pagos no pudo hacerlo. No ha cambiado nada; inténtelo de nuevo o compruebe su tarjeta.

## Plazas
title-seat = Una plaza para usted
seat-text = { $from } le ofrece una plaza ({ $plan }). Lo lee todo y no paga nada.
seat-accept = Aceptar la plaza
seat-seen = Quien paga el grupo ve su dirección de correo, pero no lo que usted lee.
seat-state-sign-in = Inicie sesión con la dirección a la que se envió la invitación.
seat-state-other = Esta plaza se ofrece a otra dirección. Cierre la sesión e iníciela con la dirección a la que se envió la invitación.
seat-state-gone = Esta invitación ya no es válida.
seat-state-full = Todas las plazas del grupo están ocupadas. Pregunte a quien le invitó.
seat-own = Su plaza
seat-from = La paga { $from }
seat-leave = Dejar la plaza

## Correo sobre plazas
mail-seat-subject = Una plaza para usted en { $site }
mail-seat-text = { $from } le ofrece una plaza en { $site } ({ $plan }): lo lee todo y no paga nada.
mail-seat-how = Inicie sesión con esta dirección de correo; la plaza queda reservada para usted 30 días. Si no la quiere, no tiene que hacer nada.
mail-seat-taken-subject = Su plaza en { $site } ha terminado
mail-seat-taken-text = { $from } ha retirado la plaza con la que usted leía { $site }. Su cuenta sigue; si desea continuar leyendo, puede suscribirse por su cuenta.
