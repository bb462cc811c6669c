## En todas partes
skip-to-content = Saltar al contenido
nav-search = Buscar
nav-account = Cuenta
nav-sign-in = Iniciar sesión
nav-subscribe = Suscribirse
nav-sections = Secciones
nav-archive = Archivo
nav-language = Idioma:
nav-feed = Canal Atom
nav-mailbox = Correo interceptado
reading-time = { $minutes-text } min de lectura
byline = Por { $names }
updated = Actualizado el { $date }
access-members = Para miembros
access-paid = Para suscriptores
access-plans = En algunas suscripciones
pager-label = Páginas
pager-previous = Anterior
pager-next = Siguiente
pager-position = Página { $page-text } de { $pages-text }

## Portada y listas
front-top = Lo más destacado
front-latest = Lo último
front-empty = Aquí todavía no se ha publicado nada.
listing-section = Sección
listing-tag = Tema
listing-author = Autoría
listing-month = Archivo
listing-count = { $count ->
    [one] { $count-text } artículo
   *[other] { $count-text } artículos
}
listing-empty = Aquí todavía no hay artículos.
title-archive = Archivo

## Artículo
article-available-in = Este artículo está disponible en { $list }.
article-tags = Temas
article-related = Relacionado
stale-label = Sobre esta traducción
stale-text = { $changed ->
    [one] { $changed-text } párrafo del original en { $language } ha cambiado desde esta traducción.
   *[other] { $changed-text } párrafos del original en { $language } han cambiado desde esta traducción.
}
stale-read = Leer el original
stale-passage = Pasaje { $number-text }
share-label = Compartir
share-mail = Correo
share-bluesky = Bluesky
share-whatsapp = WhatsApp
share-linkedin = LinkedIn
share-copy = Copiar enlace
share-copied = Enlace copiado
neighbours-label = Artículo anterior y siguiente
neighbours-older = Artículo anterior
neighbours-newer = Artículo siguiente

## Acceso reservado
wall-label-sign-in = Para miembros
wall-label-subscribe = Para suscriptores
wall-label-plan = En algunas suscripciones
wall-title-sign-in = Siga leyendo con una cuenta gratuita
wall-title-subscribe = ¿Quiere seguir leyendo?
wall-title-plan = ¿Quiere seguir leyendo?
wall-text-sign-in = Inicie sesión, o cree una cuenta solo con su dirección de correo, para leer este artículo hasta el final.
wall-text-subscribe = Suscríbase para leer este artículo hasta el final, y todos los demás, en todos los idiomas.
wall-text-plan = { $count ->
    [one] Este artículo está incluido en la suscripción { $plans }.
   *[other] Este artículo está incluido en estas suscripciones: { $plans }.
}
wall-sign-in-free = Iniciar sesión gratis
wall-subscribe = Suscribirse
wall-already = ¿Ya tiene suscripción?

## No en este idioma
title-elsewhere = No disponible en este idioma
elsewhere-text = Este artículo no se ha traducido al español. Puede leerlo en:

## Búsqueda
title-search = Buscar
search-label = ¿Qué busca?
search-submit = Buscar
search-count = { $count ->
    [0] Ningún resultado para «{ $query }».
    [one] { $count-text } artículo para «{ $query }»
   *[other] { $count-text } artículos para «{ $query }»
}
search-in-language = En { $language }
search-unavailable = La búsqueda no funciona en este momento. Todo lo demás sí; vuelva a intentarlo dentro de un rato.
search-nothing-hint = Revise la ortografía, pruebe con menos palabras o más generales, o empiece por uno de estos artículos.
search-instead = Ningún artículo contiene sus palabras tal como las escribió. Estos contienen:
search-narrow = Acotar
search-all = Quitar todos los filtros
search-order-relevance = Primero los más relevantes
search-order-date = Primero los más recientes
search-by-language = Idioma
search-by-section = Sección
search-by-tag = Etiqueta
search-by-author = Autor
search-by-access = Para quién
search-access-public = Para todos
search-from = Desde
search-until = Hasta
search-suggestions = Sugerencias
search-feed-title = Nuevos artículos sobre «{ $query }»
search-description = Buscar en los artículos de { $site }

## Suscripción
title-subscribe = Suscribirse
subscribe-heading = Hasta la última frase
subscribe-text = { $site } vive de quienes lo leen. Elija lo que le convenga.
subscribe-held = Su suscripción
subscribe-how = Cómo suscribirse
subscribe-contact = Escriba a { $address }: activaremos su suscripción y le avisaremos en cuanto esté lista.
subscribe-no-contact = De momento no es posible suscribirse en línea.

## Inicio de sesión
title-sign-in = Iniciar sesión
sign-in-heading-ask = Iniciar sesión
sign-in-heading-sent = Revise su correo
sign-in-heading-confirm = Ya casi está
sign-in-heading-other-browser = Continúe donde empezó
sign-in-text-ask = Le enviaremos un enlace y un código. No necesita contraseña.
sign-in-text-sent = Le hemos enviado un enlace y un código de seis cifras, válidos durante 15 minutos. Abra el enlace en este navegador o escriba aquí el código.
sign-in-text-confirm = Va a iniciar sesión como { $email }.
sign-in-text-other-browser = El enlace solo funciona en el navegador que lo pidió. Ábralo allí o escriba el código del mensaje en la página que sigue abierta.
sign-in-email = Dirección de correo
sign-in-submit = Enviar enlace
sign-in-code = Código del mensaje
sign-in-code-submit = Iniciar sesión
sign-in-confirm = Iniciar sesión
sign-in-no-account = ¿Aún no tiene cuenta? Se crea al iniciar sesión por primera vez.
sign-in-again = Pedir otro mensaje
sign-in-problem-email = Esto no es una dirección de correo. Debería parecerse a nombre@example.org.
sign-in-problem-code = El código no es correcto. Revise el mensaje o pida otro.
sign-in-problem-expired = El enlace o el código ha caducado. Pida otro mensaje.
sign-in-problem-used = El enlace o el código ya se ha usado. Pida otro mensaje.
sign-in-problem-too-many = Se han pedido demasiados mensajes. Vuelva a intentarlo dentro de una hora.
sign-in-problem-attempts = Demasiados códigos erróneos. Use el enlace o pida otro mensaje.

## Cuenta
title-account = Su cuenta
account-plans = Su suscripción
account-no-plan = En este momento no tiene suscripción.
account-plan-until = hasta el { $date }
account-plan-for-good = sin fecha de fin
account-plan-ended = terminada
account-profile = Nombre e idiomas
account-name = Nombre
account-languages = Idiomas que lee
account-languages-text = En el orden que prefiera: decide en qué idioma le mostramos, ofrecemos y enviamos los artículos.
account-language-place = { $place ->
    [1] Primer idioma
   *[other] { $place-text }.º idioma
}
account-language-none = ninguno
account-save = Guardar
account-sessions = Dónde tiene la sesión iniciada
account-device-unknown = Navegador desconocido
account-session-current = este navegador
account-session-seen = Último uso: { $date }
account-session-end = Cerrar sesión
account-sessions-end-others = Cerrar las demás sesiones
account-sign-out = Cerrar sesión aquí
account-data = Sus datos
account-export-text = Descargue en un archivo JSON todo lo que guardamos sobre usted.
account-export = Descargar
account-delete-text = Al eliminar la cuenta se borra para siempre todo lo que guardamos sobre usted, incluida la suscripción.
account-delete-confirm = Para confirmarlo, escriba su dirección ({ $email })
account-delete = Eliminar la cuenta
account-done-saved = Guardado.
account-done-revoked = Sesión cerrada.
account-problem-name = El nombre es demasiado largo o contiene caracteres que no se pueden mostrar.
account-problem-languages = Elija al menos un idioma.
account-problem-confirm = No es la dirección de su cuenta; no se ha eliminado nada.
role-owner = Propietario
role-admin = Administración
role-editor = Redacción
role-author = Autoría
role-translator = Traducción

## Demo
title-mailbox = Correo interceptado
mailbox-text = Esto es una demostración: el correo no se envía, se muestra aquí.
mailbox-empty = Todavía no hay correo.

## Errores
error-400-title = No se entiende
error-400-text = No podemos interpretar la petición.
error-403-title = Desde ahí no
error-403-text = Este formulario venía de otro sitio. Por su seguridad no se ha hecho nada.
error-404-title = Aquí no hay nada
error-404-text = La página se ha mudado o nunca existió. ¿Quizá le sirva alguno de estos artículos?
error-405-title = Así no
error-405-text = Esta dirección no se usa de este modo.
error-410-title = Artículo retirado
error-410-text = Este artículo se ha retirado y ya no puede leerse aquí.
error-413-title = Demasiado
error-413-text = Se ha enviado más de lo que podemos aceptar.
error-500-title = Algo ha fallado aquí
error-500-text = El error es nuestro y ya está avisado. Vuelva a intentarlo dentro de un rato.
error-request = Referencia: { $id }
error-home = Ir a la portada

## Correo
mail-sign-in-subject = { $code } es su código para { $site }
mail-sign-in-greeting = Quiere iniciar sesión en { $site }.
mail-sign-in-link-text = Abra este enlace en el navegador en el que lo pidió:
mail-sign-in-code-text = En otro dispositivo, escriba este código:
mail-sign-in-expiry = Ambos valen una sola vez, durante { $minutes ->
    [one] { $minutes-text } minuto
   *[other] { $minutes-text } minutos
}.
mail-sign-in-not-you = Si no ha sido usted, no haga caso de este mensaje; no pasará nada.

## Errores de las interfaces (RFC 9457)
problem-400 = Petición no válida
problem-403 = Rechazado
problem-404 = No encontrado
problem-405 = Método no permitido
problem-410 = Ya no disponible
problem-413 = Demasiado grande
problem-500 = Error interno

## Prices and subscriptions
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

## Newsroom: the money
title-admin-billing = Suscripciones y pagos
admin-who = Quién
admin-plan = Suscripción
admin-state = Estado
admin-since = Desde
admin-unproved = aún sin iniciar sesión
admin-sales-label = Suscripciones
admin-sales = Últimos cambios
admin-sales-none = Todavía no se ha suscrito nadie.
admin-failing = Pagos fallidos
admin-failing-none = Todos los pagos están en orden.
admin-prices = Suscripciones y precios
admin-price-retired = ya no se ofrece
admin-events = Lo que ha enviado Stripe
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
admin-replayed = Se está volviendo a intentar.
