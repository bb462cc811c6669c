## Los miembros: la lista y lo que se puede hacer por uno
members-beginning = La dirección empieza por
members-holds = Tiene
members-holds-plan = un plan
members-holds-nothing = ningún plan
members-holds-staff = un rol aquí
members-language = Lee
members-languages = Idiomas
members-plans = Planes
members-since = Miembro desde el
members-export = Descargar en CSV
members-first = Al principio
money-problem-members = Una de las opciones no tiene sentido y no se tiene en cuenta.
member-reads = Lee { $languages }
member-sale-ends = Termina el { $date }.
member-sale-ended = Terminó el { $date }.
member-sale-resumes = Continúa el { $date }.
member-sale-change = Cambiar de plan
member-sale-end = Cancelar al final del periodo
member-sale-end-now = Terminar de inmediato
member-sale-end-now-sure = Terminar ahora
member-sale-end-now-text = Desde este momento no puede leer y no se devuelve nada. Los reembolsos se hacen más abajo.
member-sale-keep = Dejar que continúe
member-sale-pause = Pausar
member-sale-pause-now = Empezar la pausa
member-sale-months = Meses
member-sale-end-pause = Terminar la pausa
member-change-text = La diferencia se liquida enseguida con su tarjeta y se le avisa por correo.
member-change-none = No hay ninguna suscripción que se pueda cambiar.
money-done-refunded = El dinero está en camino; un correo se lo dice.
money-done-sale-end = Cancelada. Lee hasta el final de lo pagado.
money-done-sale-end-now = Ha terminado.
money-done-sale-keep = Continúa.
money-done-sale-pause = Está en pausa.
money-done-sale-end-pause = La pausa ha terminado.
money-done-sale-changed = El plan se ha cambiado.
money-done-signed-out = Se ha cerrado la sesión.
money-done-deleted = La cuenta se ha eliminado.
money-problem-sale-not-now = No es posible en el estado actual. No se ha cambiado nada.
money-problem-sale-unknown = No existe esa suscripción, ese pago o ese acto. No se ha cambiado nada.
money-problem-sale-failed = Stripe no pudo hacerlo. No se ha cambiado nada; inténtelo de nuevo.
money-problem-sale-no-stripe = No hay ninguna cuenta de Stripe configurada.
money-problem-refund-amount = Devuelva más que nada y como máximo lo que queda del pago.
money-problem-refund-reason = Diga por qué se devuelve el dinero.
money-problem-refund-stale = Mientras tanto se ha devuelto parte de este pago. Mire lo que queda y decida de nuevo.
money-problem-delete-confirm = Escriba exactamente la dirección de la cuenta.
money-problem-member-is-staff = Es la cuenta de un compañero. Quítele primero el rol.
refund-title = Devolver dinero
refund-open = Devolver…
refund-paid = pagado el { $date }
refund-amount = Importe en { $currency }
refund-left = Como máximo { $amount }.
refund-reason = Motivo
refund-reason-requested-by-customer = Lo ha pedido
refund-reason-duplicate = Se pagó dos veces
refund-reason-fraudulent = Pagado con la tarjeta de otra persona
refund-submit = Devolver
refund-text = Devuelto por completo, un pago ya no abre nada. La suscripción continúa si no la termina.
member-sessions = Sesiones
member-session = Desde el { $since }, vista por última vez { $seen }
member-unknown-device = Navegador desconocido
member-sign-out = Cerrar sesión
member-sign-out-all = Cerrar todas las sesiones
member-no-sessions = No hay ninguna sesión abierta.
member-letters = Correos
member-letters-text = Los últimos treinta días. Los códigos de acceso se ocultan.
member-no-letters = En los últimos treinta días no se envió nada.
letter-sent = enviado
letter-waiting = en espera
letter-failed = abandonado
member-delete = Eliminar esta cuenta
member-delete-text = Se elimina todo lo que se sabe de esta persona, aquí y en Stripe, y sus suscripciones terminan enseguida sin devolución. Los importes y fechas que necesita la contabilidad quedan, sin nombre. No se puede deshacer.
member-delete-confirm = Para confirmar, escriba { $email }
member-delete-submit = Eliminar para siempre

## Miembros desde un archivo
members-import = Importar miembros
title-admin-import = Importar miembros
import-file = Un archivo de miembros
import-another = Otro archivo
import-members-text = Primero se lee y se comprueba el archivo; nada cambia hasta que lo diga. Quien ya tiene cuenta la conserva como está y solo recibe los planes del archivo; el mismo archivo dos veces no hace daño. Nadie recibe correos.
import-choose = Archivo CSV
import-hint = La primera línea nombra las columnas: email y, si quiere, name, languages (como de en), plans, from y until (días como 2026-12-31). Como máximo 4 MB, en UTF-8.
import-check = Comprobar el archivo
import-state-checked = Comprobado
import-state-running = Importando
import-state-stopped = Interrumpido
import-state-done = Importado
import-lines = { $count ->
    [one] { $count-text } miembro en el archivo
   *[other] { $count-text } miembros en el archivo
}
import-new = { $count ->
    [one] { $count-text } cuenta nueva
   *[other] { $count-text } cuentas nuevas
}
import-known = { $count ->
    [one] { $count-text } ya tiene cuenta
   *[other] { $count-text } ya tienen cuenta
}
import-plans = { $count ->
    [one] se regala { $count-text } plan
   *[other] se regalan { $count-text } planes
}
import-progress = { $done-text } de { $lines-text } hechos.
import-made = Cuentas nuevas: { $made-text }. Planes regalados: { $granted-text }.
import-run = { $count ->
    [one] Importar { $count-text } miembro
   *[other] Importar { $count-text } miembros
}
import-wrong = { $count ->
    [one] { $count-text } línea queda fuera
   *[other] { $count-text } líneas quedan fuera
}
import-line = Línea
import-what = Qué está mal
import-problem-text = No es texto en UTF-8. { $what }
import-problem-columns = La primera línea debe nombrar las columnas, entre ellas email. Se conocen { $what }.
import-problem-twice = La dirección ya está en la línea { $what }.
import-problem-email = «{ $what }» no es una dirección de correo.
import-problem-name = «{ $what }» no es un nombre: como máximo 120 caracteres en una línea.
import-problem-languages = «{ $what }» no es una lista de idiomas como de en.
import-problem-plan = No hay ningún plan «{ $what }».
import-problem-date = «{ $what }» no es un día como 2026-12-31.
import-problem-order = El último día, { $what }, es anterior al primero.
import-problem-no-plan = Hay días, pero ningún plan. { $what }
import-refused-file = Elija un archivo que no esté vacío.
import-refused-size = El archivo es demasiado grande; 4 MB como máximo.
import-refused-utf-8 = El archivo no está en UTF-8. En su hoja de cálculo guárdelo como «CSV UTF-8».
