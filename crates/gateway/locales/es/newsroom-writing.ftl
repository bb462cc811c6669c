## Redacción: artículos
title-admin-stories = Artículos
title-admin-story = Resumen del artículo
title-admin-story-new = Artículo nuevo
title-admin-story-text = Escribir
title-admin-story-publish = Publicar
title-admin-story-revisions = Versiones
title-admin-stories-deleted = Artículos eliminados
title-admin-story-closed = Este artículo corresponde a otros
story-closed-text = Puede leer este artículo, pero solo otros pueden cambiarlo: su autor, la redacción o quienes traducen a este idioma.
stories-words = Título o dirección
stories-any = todos
stories-author = Autor
stories-stale = superados por el original
stories-mine = empezados por mí
stories-texts = Idiomas
stories-touched = Último cambio
stories-no-section = sin sección
stories-count = { $count ->
    [one] { $count-text } artículo
   *[other] { $count-text } artículos
}
stories-done-deleted = El artículo está eliminado. Los lectores ya no lo ven en ninguna parte.
stories-problem-none-chosen = Marque al menos un artículo.
stories-problem-no-deed = Elija qué hacer con los artículos marcados.
stories-problem-gone = Este artículo ya no se puede recuperar.
story-undo = Deshacer
story-title = Título
story-section = Sección
story-access = Lectores
story-access-public = todos
story-access-members = con sesión iniciada
story-access-paid = suscriptores
story-access-plans = ciertas suscripciones
story-plans = Estas suscripciones
story-kind = Tipo
story-kind-story = artículo
story-kind-page = página fija
story-source = Idioma del original
story-authors = Autores
story-tags = Temas
story-cover = Portada
story-cover-hint = El código de la imagen en la mediateca.
story-no-terms = Todavía no hay ninguno.
story-state-draft = borrador
story-state-in-review = pendiente de aprobación
story-state-scheduled = programado
story-state-published = publicado
story-state-withdrawn = retirado
story-state-none = aún sin escribir
story-stale = el original ha cambiado
story-ahead = versión más nueva sin publicar
story-begun-by = empezado por { $name }
story-facts = En todos los idiomas
story-begin = Empezar a escribir
story-new-title-hint = Puede cambiarlo en cualquier momento. De él sale la dirección propuesta.
story-duplicate = Duplicar
story-delete = Eliminar
story-delete-text = Un artículo eliminado desaparece al instante y se puede recuperar durante 30 días.
story-theirs = Otra persona ha cambiado entretanto el artículo. Su elección difiere en:
story-done-saved = Guardado.
story-done-waits = Guardado. El artículo saldrá cuando estén listos todos los idiomas elegidos.
story-done-launched = Todo estaba listo: el artículo está publicado en todos los idiomas elegidos.
story-done-duplicated = Esta es la copia. Nada de ella está publicado.
story-done-brought-back = El artículo ha vuelto tal como estaba.
story-problem-overtaken = Otra persona ha cambiado este artículo al mismo tiempo. No se ha guardado nada; su elección sigue aquí. Guarde de nuevo para sustituir la otra.
story-problem-access = Elija al menos una suscripción.
story-problem-source = Elija un idioma del sitio.
story-problem-term = Una sección, un tema o un autor elegido ya no existe.
story-problem-cover = No hay ninguna imagen con este código.

## Redacción: varios artículos a la vez
bulk-choose = Elegir
bulk-title = Hacer algo con los artículos marcados
bulk-text = Se hace artículo por artículo; después verá el resultado de cada uno.
bulk-publish = Publicar todos los idiomas
bulk-withdraw = Retirar
bulk-section = Mover a esta sección
bulk-tag-label = Tema
bulk-tag = Añadir este tema
bulk-access = Abrir a estos lectores
bulk-results = Lo que se ha hecho
bulk-result-done = hecho
bulk-result-nothing = nada que hacer
bulk-result-errors = sin publicar: la revisión encontró errores
bulk-result-refused = no permitido
bulk-result-overtaken = otra persona lo estaba cambiando

## Redacción: publicar juntos
launch-title = Idiomas juntos
launch-each = Publicar cada idioma cuando esté listo
launch-together = Esperar y publicar estos idiomas en el mismo instante:
launch-languages = Idiomas
launch-save = Guardar
launch-ready = listo
launch-not-ready = no está listo
launch-text = Este artículo sale en varios idiomas en el mismo instante, en cuanto todos estén listos.
launch-say-ready = Este idioma está listo
launch-take-back = Todavía no está listo

## Redacción: el editor
writing-field-title = Título
writing-field-standfirst = Entradilla
writing-field-body = Texto
writing-field-slug = Dirección
writing-field-seo_title = Título para buscadores
writing-field-description = Descripción
writing-field-cover_alt = Lo que muestra la portada
writing-field-cover_caption = Pie de la portada
writing-body-hint = Markdown. Lo que sigue a esta línea sola es para suscriptores:
writing-words = Palabras:
writing-minutes = Minutos:
writing-slug-hint = Déjelo vacío para: { $slug }
writing-seo-title-hint = Solo si el título es demasiado largo o juguetón para una lista de resultados.
writing-description-hint = Una o dos frases, hasta 160 caracteres.
writing-cover-alt-hint = Para quienes no pueden verla.
writing-version = Versión { $version }.
writing-live-version = Los lectores ven la versión { $version }.
writing-save-over = Sustituir la otra versión
writing-publish = Guardar y publicar…
writing-submit = Guardar y entregar
writing-live = Verlo en el sitio
writing-read-only = Puede leer este texto, pero no cambiarlo.
writing-stale = El original ha cambiado desde esta traducción.
writing-unsaved = Esto es lo que escribió hasta el { $at } sin guardarlo.
writing-newer = Entretanto, { $name } ha guardado la versión { $version } ({ $at }). Al guardar verá ambas.
writing-discard = Descartar
writing-somebody = alguien
writing-done-saved = Guardado.
writing-done-discarded = Descartado. Esta es la versión guardada.
writing-done-submitted = Guardado y entregado. La redacción lo revisará.
writing-done-restored = Restaurada como versión más nueva.
writing-problem-title = Póngale un título.
writing-problem-long = Es más largo de lo que podemos guardar.
writing-problem-slug = En una dirección solo caben minúsculas, cifras y guiones sueltos.
writing-problem-slug-missing = El título no da para una dirección; escriba una.
writing-problem-slug-reserved = El propio sitio usa esta dirección; elija otra.
writing-problem-slug-taken = Otro artículo tiene esta dirección; elija otra.
writing-problem-source = Elija un idioma del sitio.
writing-problem-access = Elija quién puede leerlo.
writing-problem-section = Esta sección ya no existe.
conflict-title = Dos personas han escrito a la vez
conflict-by = { $name } guardó la versión { $version } ({ $at }) mientras usted escribía.
conflict-text = Nada se ha perdido: su texto está en el formulario de abajo; el otro, entre las versiones. Tome lo que necesite; al guardar, el suyo será el más nuevo.
conflict-theirs = el otro
conflict-mine = el suyo
preview-title = Vista previa
preview-as = Como lo ve
preview-visitor = un visitante
preview-member = alguien con sesión iniciada
preview-subscriber = un suscriptor
preview-open = Abrir la vista previa
seo-title = Dirección y búsqueda
seo-search = En los resultados de búsqueda
seo-social = Al compartir
diff-skipped = { $count ->
    [one] { $count-text } párrafo sin cambios
   *[other] { $count-text } párrafos sin cambios
}

## Redacción: publicar
publish-back = Volver al texto
publish-sound = La revisión no ha encontrado nada.
publish-errors = Hay que corregirlo antes
publish-warnings = Conviene mirarlo
publish-confirm = Lo he mirado; publicar de todos modos
publish-now = Ahora
publish-now-submit = Publicar ahora
publish-updated = Decir a los lectores que se ha actualizado hoy
publish-later = Más tarde
publish-at = Fecha y hora
publish-zone = En la zona horaria del sitio: { $zone }. Allí son { $now }.
publish-schedule = Programar
publish-withdraw-published = Retirar
publish-withdraw-scheduled = Anular la programación
publish-withdraw-in-review = Devolver a borrador
publish-done-published = Publicado. Los lectores ya lo ven.
publish-done-scheduled = Programado. Saldrá por sí solo.
publish-done-withdrawn = Retirado.
publish-done-ready = Anotado como listo. Espera a los demás idiomas.
publish-done-not-ready = Ya no figura como listo.
publish-done-launched = Todos los idiomas estaban listos: ya están publicados.
publish-problem-errors = Antes hay que corregir algunas cosas.
publish-problem-warnings = Mire los avisos y confírmelos.
publish-problem-time = Eso no es una fecha con hora.
publish-problem-past = Ese momento ya ha pasado.
publish-problem-gap = Esa hora no existe: entonces se adelantan los relojes. Elija una anterior o posterior.
publish-problem-published = Ya está publicado. Retírelo antes de programarlo.
publish-problem-act = Elija qué hacer.
check-there = Ir allí
check-at-line = Línea { $line }
check-no-text = No hay texto.
check-no-alt = Una imagen no tiene descripción para quienes no pueden verla.
check-no-cover-alt = La portada no tiene descripción para quienes no pueden verla.
check-no-picture = Esta imagen no está en la mediateca y no se mostrará.
check-broken-link = Este enlace lleva a una página de este sitio que no existe.
check-empty-note = Una nota al pie está vacía.
check-missing-note = Ninguna nota corresponde a esta llamada.
check-all-in-teaser = El artículo no es para todos, pero todos pueden leerlo entero: nada sigue al adelanto.
check-marker-for-nothing = Hay una línea de pago, pero el artículo es para todos.
check-short-teaser = { $count ->
    [one] El adelanto solo tiene { $count-text } palabra. ¿Quién se suscribiría por eso?
   *[other] El adelanto solo tiene { $count-text } palabras. ¿Quién se suscribiría por eso?
}
check-long-title = El título tiene { $count-text } caracteres; los buscadores muestran unos 70.
check-long-description = La descripción tiene { $count-text } caracteres; se muestran unos 160.
check-no-description = Falta una descripción para buscadores y enlaces compartidos.

## Redacción: versiones
revision = Versión
revision-from = de
revision-to = a
revision-at = Guardada
revision-by = Por
revision-nobody = importación
revision-live = la ven los lectores
revision-compare = Comparar
revision-difference = De la versión { $from } a la { $to }
revision-removed = quitado
revision-added = añadido
revision-same = Dicen lo mismo.
revision-restore = Restaurar la versión { $version }

## Redacción: artículos eliminados
deleted-text = Los artículos eliminados se guardan { $days } días. Después desaparecen para siempre.
deleted-none = No se ha eliminado nada.
deleted-at = Eliminado el { $at }; se guarda hasta el { $until }
deleted-bring-back = Recuperar
