## Bajo un artículo, y sobre un artículo regalado
notice-gift = Este artículo se lo regala alguien que está suscrito.
gift-give-text = Regale este artículo: quien reciba el enlace podrá leerlo hasta el final durante 30 días.
gift-give = Crear un enlace regalo

## Enlaces regalo
title-gift-links = Enlaces regalo
gift-links-left = { $left ->
    [0] Ya ha creado los { $limit-text } enlaces regalo de este mes. Podrá crear más a partir del { $date }.
    [one] Antes del { $date } puede crear { $left-text } enlace regalo más.
   *[other] Antes del { $date } puede crear { $left-text } enlaces regalo más.
}
gift-links-off = En este momento no se pueden crear enlaces regalo.
gift-link-made = Su enlace regalo
gift-link-address = Comparta esta dirección
gift-link-how = Hasta el { $date }, cualquiera que la abra podrá leer el artículo hasta el final, en todos los idiomas.
gift-links-list = Sus enlaces
gift-links-empty = Todavía no ha creado ningún enlace regalo. El botón está bajo los artículos para suscriptores.
gift-link-state-open = abierto hasta el { $date }
gift-link-state-expired = caducó el { $date }
gift-link-state-revoked = anulado
gift-link-uses = { $uses ->
    [0] aún sin abrir
    [one] abierto en { $uses-text } navegador
   *[other] abierto en { $uses-text } navegadores
}
gift-link-show = Mostrar
gift-link-show-label = Mostrar el enlace a «{ $title }»
gift-link-revoke = Anular
gift-link-revoke-label = Anular el enlace a «{ $title }»
gift-links-done-revoked = Anulado. El enlace ya no abre nada.
gift-links-problem-used-up = Ya ha creado todos los enlaces regalo de este mes. Podrá crear más a partir del { $date }.
gift-links-problem-not-yours = Solo puede regalar un artículo quien lo tiene incluido en su suscripción.

## Un enlace que ya no abre nada
gift-ended-title = Este enlace regalo ya no es válido
gift-ended-text = Los enlaces regalo duran 30 días, y quien creó uno puede anularlo. Todavía puede leer el comienzo del artículo.
gift-ended-story = Ir al artículo
