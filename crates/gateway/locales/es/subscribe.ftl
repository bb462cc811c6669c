## Suscripción
title-subscribe = Suscribirse
subscribe-heading = Hasta la última frase
subscribe-text = { $site } vive de quienes lo leen. Elija lo que le convenga.
subscribe-held = Su suscripción
subscribe-how = Cómo suscribirse
subscribe-contact = Escriba a { $address }: activaremos su suscripción y le avisaremos en cuanto esté lista.
subscribe-no-contact = De momento no es posible suscribirse en línea.

## Precios y suscripciones
subscribe-every-label = Periodicidad del pago
subscribe-every-month = Mensual
subscribe-every-year = Anual
subscribe-currency-label = Moneda
price-month = { $amount } al mes
price-year = { $amount } al año
price-pass = { $days ->
    [one] { $amount } por un día
   *[other] { $amount } por { $days } días
}
price-trial = { $days ->
    [one] El primer día es gratis.
   *[other] Los primeros { $days } días son gratis.
}
price-monthly = Son { $amount } al mes.
price-tax-added = Impuestos no incluidos.
subscribe-buy = Suscribirse
subscribe-buy-trial = Probar gratis
subscribe-buy-pass = Comprar el pase
subscribe-how-text = El pago se hace en la página de nuestro proveedor y después sigue leyendo aquí mismo. Puede cancelar cuando quiera desde su cuenta; leerá hasta el final del período pagado.
subscribe-have = Ya tiene una suscripción.
subscribe-problem-price = Esta oferta ya no está disponible. Elija de nuevo, por favor.
subscribe-problem-failed = Nuestro proveedor de pagos no responde. No se ha cobrado nada; inténtelo de nuevo en un momento.
subscribe-done-paid-title = Gracias
subscribe-done-paid-text = Hemos recibido su pago. Falta un paso: inicie sesión como { $email } para que nadie más lea con su suscripción.
subscribe-done-paid-submit = Enviarme el código
subscribe-done-waiting-title = Un momento
subscribe-done-waiting-text = Esperamos la confirmación de nuestro proveedor de pagos. Esta página vuelve a comprobarlo sola.
subscribe-done-again = Volver a las opciones
subscribe-done-expired-title = Sin pagar
subscribe-done-expired-text = Este pago no se completó y no se ha cobrado nada. Puede elegir de nuevo.
title-subscription = Su suscripción y sus facturas
title-change = Cambiar de suscripción
subscription-why-not-begun = Todavía no ha empezado.
subscription-why-paid = Está pagada.
subscription-why-trial = Por ahora lee gratis.
subscription-why-grace = El último pago falló. Todavía puede leer; compruebe su tarjeta, por favor.
subscription-why-ending = Está cancelada.
subscription-why-grace-over = El último pago falló y el plazo ha terminado. Compruebe su tarjeta, por favor.
subscription-why-over = Ha terminado.
subscription-why-never-paid = El primer pago no se completó.
subscription-why-unpaid = Los pagos han fallado definitivamente.
subscription-why-paused = Está en pausa.
subscription-why-refunded = El dinero fue devuelto.
subscription-why-disputed = El pago ha sido impugnado ante el banco.
subscription-why-no-plan = No corresponde a ninguna de nuestras suscripciones actuales.
subscription-renews = El próximo pago será el { $date }.
subscription-ends = Puede leer hasta el { $date }.
subscription-ended = Terminó el { $date }.
subscription-change = Cambiar de suscripción
subscription-end = Cancelar la suscripción
subscription-resume = Mantener la suscripción
subscription-portal = Cambiar tarjeta y dirección
subscription-done-ended = Cancelada. Puede leer hasta el final del período pagado.
subscription-done-resumed = Su suscripción continúa.
subscription-done-changed = Su suscripción se ha cambiado.
subscription-problem-failed = Nuestro proveedor de pagos no ha podido hacerlo. No se ha cambiado nada; inténtelo de nuevo o compruebe su tarjeta.
subscription-invoices = Facturas
invoice-refunded = { $amount } devueltos
invoice-open = pendiente
invoice-void = anulada
invoice-show = Ver
change-due = Ahora paga { $amount }; lo que queda de su suscripción actual ya está descontado.
change-confirm = Cambiar ahora
change-choose = Ver cuánto cuesta ahora
