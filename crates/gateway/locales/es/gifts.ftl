## Regalar una suscripción
title-gift = Regalar una suscripción
gift-text = Paga una sola vez y termina por sí misma. Recibe el código al momento; si lo prefiere, lo enviamos por correo el día que elija.
gift-what = ¿Qué desea regalar?
gift-offer = { $months ->
    [one] { $plan }, un mes
   *[other] { $plan }, { $months-text } meses
}
gift-giver = Su nombre
gift-recipient = Nombre de la persona a quien se la regala
gift-message = Unas palabras suyas (opcional)
gift-how = ¿Cómo debe llegar?
gift-how-mail = Por correo, el día que elija
gift-how-self = Entrego el código yo mismo
gift-email = Su dirección de correo
gift-date = Día
gift-language = Lengua del correo
gift-submit = Continuar al pago
gift-none = En este momento no hay suscripciones para regalar.
gift-have-code = ¿Ha recibido un código?
gift-problem-offer = Esta oferta ya no está disponible. Elija de nuevo.
gift-problem-names = Indique los dos nombres, con 80 caracteres como máximo.
gift-problem-message = Su mensaje es demasiado largo. Hay sitio para 600 caracteres.
gift-problem-email = Esto no es una dirección de correo. Debería parecerse a nombre@example.org.
gift-problem-date = Elija un día entre hoy y dentro de un año.
gift-problem-again = Este regalo ya está pagado. Si desea hacer otro, envíe el formulario una vez más.
gift-problem-failed = Nuestro proveedor de pagos no responde. No se ha cobrado nada; inténtelo de nuevo en un momento.
gift-paid-title = Su regalo está listo
gift-paid-text = Este es el código para { $name }. Se puede canjear una vez.
gift-paid-mail = Lo enviaremos a { $email } el { $date }.
gift-paid-self = Escríbalo en una tarjeta o reenvíe el enlace.
gift-code = Código
gift-link = Enlace:
gift-until = El código se puede canjear hasta el { $date }.
gift-sign-in = Inicie sesión como { $email } para ver en cualquier momento si se ha canjeado.
gift-state-unpaid = sin pagar
gift-state-ready = sin canjear
gift-state-redeemed = canjeado
gift-state-void = reembolsado
gift-state-expired = caducado
title-gifts = Regalos
gifts-given = Sus regalos
gifts-none = Todavía no ha regalado nada.
gifts-for = Para { $name }
gifts-sent = Enviado a { $email } el { $date }.

## Canjear un código
title-redeem = Canjear un código
redeem-text = Escriba el código de la tarjeta o del correo.
redeem-sign-in = Antes inicia sesión, para que el regalo sea suyo.
redeem-submit = Canjear
redeem-submit-sign-in = Iniciar sesión y canjear
redeem-problem-code = Este código no es correcto. Compruebe cada letra y cada cifra.
redeem-problem-too-many = Demasiados códigos erróneos. Inténtelo de nuevo en una hora.
redeem-problem-used = Este código ya se ha canjeado.
redeem-problem-void = Este regalo se ha retirado y ya no se puede canjear.
redeem-problem-expired = Este código ha caducado.
redeem-problem-subscribed = Tiene una suscripción que se renueva, y el regalo se perdería. Cancele primero la suscripción y el regalo empezará cuando termine; o pase el código a otra persona. Sigue siendo válido.
redeem-problem-for-good = Ya puede leerlo todo sin límite de tiempo. Pase el código a otra persona; sigue siendo válido.
redeem-done-title = Es suya
redeem-done-text = { $plan }: del { $from } al { $until }. Termina por sí misma.
redeem-giver = Un regalo de { $name }
redeem-read = Empezar a leer

## Correo sobre regalos
mail-gift-subject = { $giver } le regala { $site }
mail-gift-text = Hola, { $name }: { $giver } le regala una suscripción a { $site }: { $what }. Para canjearla, siga el enlace o escriba este código:
mail-gift-redeem = Canjear el regalo
mail-gift-no-renewal = Termina por sí misma. No hay nada que pagar ni que cancelar.
mail-gift-paid-subject = Su regalo para { $name }
mail-gift-paid-text = Gracias. Su regalo para { $name } está pagado: { $what }.
