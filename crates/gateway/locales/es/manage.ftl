## Gestionar la suscripción
title-leave = Cancelar su suscripción
title-pause = Hacer una pausa
manage-back = Volver a su suscripción
leave-heading = Cancelar { $plan }
leave-text = Puede leer hasta el { $date }. Después no se cobra nada más, y puede volver cuando quiera.
leave-reason-label = ¿Quiere decirnos por qué? (opcional)
leave-reason-none = Sin respuesta
leave-reason-too-expensive = Es demasiado cara
leave-reason-unused = Leo muy poco
leave-reason-missing-features = Echo algo en falta
leave-reason-switched-service = Ahora leo otra cosa
leave-reason-low-quality = No me gustan los artículos
leave-reason-too-complex = Es demasiado complicado
leave-reason-customer-service = No me han atendido bien
leave-reason-other = Otro motivo
leave-submit = Cancelar ahora
leave-instead = Qué puede hacer en su lugar
leave-off-text = Quédese y pague menos. El descuento se aplica solo.
leave-off-submit = Quedarme con este descuento
pause-text = { $plan } puede quedar en pausa un tiempo. Lee hasta el { $date }, el final del período pagado; después no se cobra nada hasta que termine la pausa. Continúa por sí sola o cuando usted quiera.
pause-months-label = ¿Cuánto tiempo?
pause-months = { $months ->
    [one] { $months-text } mes
   *[other] { $months-text } meses
}
pause-submit = Hacer una pausa
subscription-paused = Está en pausa.
subscription-paused-until = Está en pausa y continúa el { $date }.
subscription-next = El { $date } cobraremos { $amount }.
subscription-discount = Descuento:
subscription-card = Pagada con { $card }, válida hasta { $month }
subscription-end-pause = Continuar ahora
subscription-pause = Hacer una pausa
subscription-done-paused = Su suscripción está en pausa.
subscription-done-pause-ended = Su suscripción continúa.
subscription-done-stayed = Nos alegra que se quede. El descuento se aplica desde el próximo pago.
subscription-problem-not-now = No es posible en el estado actual de su suscripción. No se ha cambiado nada.
off-percent = { $percent } % de descuento
off-amount = { $amount } de descuento
off-once = en el próximo pago
off-months = { $months ->
    [one] durante { $months-text } mes
   *[other] durante { $months-text } meses
}
off-forever = para siempre
off-until = hasta el { $date }
change-credit = Ahora no paga nada. Le quedan { $amount } de su suscripción actual, que se descontarán de las próximas facturas.
change-anew = Ha pasado un tiempo; este es el importe actual. Confírmelo otra vez, por favor.
subscribe-code = Su código { $code } es válido.
subscribe-problem-code = Este código no es válido o ya no lo es. Puede suscribirse sin él o seguir otro enlace.
price-tax-included-vat = IVA incluido.
price-tax-included-gst = GST incluido.
price-tax-included-sales-tax = Impuesto sobre ventas incluido.
price-tax-added-vat = IVA no incluido.
price-tax-added-gst = GST no incluido.
price-tax-added-sales-tax = Impuesto sobre ventas no incluido.
