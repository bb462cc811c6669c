## Un artículo abierto sin suscripción
notice-label = Cómo está leyendo este artículo
notice-institution = Está leyendo con el acceso de { $name }.
notice-metered = { $left ->
    [0] Es el último de sus artículos gratuitos de este mes. Habrá más a partir del { $date }.
    [one] Este mes puede leer gratis { $left-text } artículo más.
   *[other] Este mes puede leer gratis { $left-text } artículos más.
}
notice-ledger = Lo que ha contado

## Acceso reservado
wall-meter-used-up = { $limit ->
    [one] Ya ha leído el artículo gratuito de este mes. El próximo será gratuito a partir del { $date }.
   *[other] Ya ha leído los { $limit-text } artículos gratuitos de este mes. Habrá más a partir del { $date }.
}
wall-meter-offer = { $limit ->
    [one] Un artículo al mes es gratuito.
   *[other] { $limit-text } artículos al mes son gratuitos.
}
wall-meter-read = Leer gratis este artículo
wall-meter-no-cookie = Para contar sus artículos gratuitos, el navegador tiene que guardar una cookie. No dice nada de usted. Permítala en este sitio y vuelva a abrir el artículo.

## Lo que ha contado
title-meter = Sus artículos gratuitos
meter-left = { $left ->
    [0] Ya ha leído los artículos gratuitos de este mes. El { $date } tendrá { $limit-text } nuevos.
    [one] Antes del { $date } puede leer gratis { $left-text } artículo más para suscriptores.
   *[other] Antes del { $date } puede leer gratis { $left-text } artículos más para suscriptores.
}
meter-rule = Un artículo cuenta una sola vez, en el idioma que sea y por muchas veces que lo lea, y no cuenta si lo deja a los pocos segundos.
meter-undo-rule = Puede anular la lectura de un artículo al mes.
meter-undo-used = Este mes ya ha anulado una lectura.
meter-off = En este momento no hay artículos gratuitos.
meter-reads = { $count ->
    [0] Este mes no cuenta ningún artículo
    [one] { $count-text } artículo cuenta este mes
   *[other] { $count-text } artículos cuentan este mes
}
meter-empty = Este mes todavía no ha leído ningún artículo gratuito.
meter-state-counts = cuenta
meter-state-bounce = lo dejó enseguida, no cuenta
meter-state-undone = anulado, no cuenta
meter-story-gone = Un artículo que ya no está publicado
meter-undo = Anular
meter-undo-label = Anular la lectura de «{ $title }»
meter-done-undone = Anulado. El artículo ya no cuenta.
meter-problem-undo = No se ha podido anular esta lectura: solo se puede una vez al mes y mientras cuente.
