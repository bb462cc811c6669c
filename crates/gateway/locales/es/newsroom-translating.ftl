## Redacción: traducción
title-admin-translate = Traducción
translate-lists = Qué hay que hacer
translate-list-missing = Faltan
translate-list-stale = Desactualizadas
translate-list-in-review = En revisión
translate-list-due = Asignadas
translate-list-all = Todas
translate-story = Artículo
translate-from = Del idioma
translate-standing = Estado
translate-changed = Original modificado
translate-unpublished = sin publicar
translate-none = Aquí no hay nada que hacer.
translate-stale = desactualizada
translate-ahead = versión más reciente sin publicar
translate-state-none = falta
translate-state-draft = borrador
translate-state-in-review = en revisión
translate-state-scheduled = programado
translate-state-published = publicado
translate-state-withdrawn = retirado
side-way = { $from } → { $into }
side-to-desk = A la mesa de traducción
side-progress = { $filled-text } de { $blocks-text } párrafos traducidos
side-open = { $count ->
    [one] 1 cambio del original está pendiente
   *[other] { $count-text } cambios del original están pendientes
}
side-none-open = al día con el original
side-save = Guardar
side-all-current = Guardar, todo está al día
side-ask-review = Guardar y pedir revisión
side-take-back = Guardar y seguir trabajando
side-lines = Título y descripciones
side-line-title = Título
side-line-standfirst = Entradilla
side-line-description = Descripción para buscadores
side-line-seo-title = Título para buscadores
side-line-cover-alt = Qué muestra la portada
side-line-cover-caption = Pie de la portada
side-slug = Dirección
side-slug-hint = La última parte de la dirección. Si queda vacía, se forma a partir del título.
side-body = Texto
side-block = { $place }: { $kind } en { $language }
side-paywall = Aquí termina la parte gratuita
side-diff = Qué ha cambiado en el original
side-theirs = Guardado entretanto por otra persona, comparado con su texto
side-current = Está al día
side-keep = Conservar este párrafo
side-kind-paragraph = Párrafo
side-kind-heading = Ladillo
side-kind-list = Lista
side-kind-figure = Imagen
side-kind-quote = Cita
side-kind-code = Código
side-kind-table = Tabla
side-kind-embed = Enlace incrustado
side-kind-rule = Separador
side-kind-note = Nota o definición
side-row-changed = cambiado en el original
side-row-new = nuevo en el original
side-row-missing = sin traducir
side-row-gone = quitado del original
side-row-own = solo en la traducción
side-row-kept = se conserva tal cual
side-done-saved = Guardado como nueva versión.
side-done-same = No ha cambiado nada, así que no había nada que guardar.
side-done-current = Guardado y anotado como al día.
side-done-review = Guardado. Ahora el texto espera la revisión.
side-done-back = Guardado. Se vuelve a trabajar en el texto.
side-problem-form = El formulario estaba incompleto y no se ha guardado nada. Vuelva a cargar la página.
side-problem-title = La traducción necesita un título.
side-problem-long = Los títulos, descripciones y pies pueden tener como máximo 2000 caracteres.
side-problem-slug = Esto no puede ser una dirección. Use palabras en minúsculas y cifras, unidas por guiones.
side-problem-taken = Otro texto en este idioma tiene ya esta dirección.
side-problem-stale = Otra persona ha guardado esta traducción entretanto. Su texto sigue aquí; donde ambos difieren, se muestran los dos. Guarde de nuevo para que valga el suyo.
side-done-imported = El archivo se ha incorporado como nueva versión.
side-problem-no-file = Elija un archivo.
side-problem-file-large = El archivo supera los 8 MiB.
side-problem-file-broken = El archivo no se puede leer: no es XML bien formado en UTF-8.
side-problem-file-entities = El archivo contiene un tipo de documento o entidades. Esos archivos no se leen.
side-problem-file-other = El archivo no es XLIFF 2.
side-problem-other-story = El archivo pertenece a otro artículo o a otro idioma, o no dice a cuál.
side-files = Para herramientas de traducción
side-files-text = Un archivo XLIFF 2.1 contiene el original y la traducción, párrafo a párrafo. Lo que vuelve se muestra antes de guardar nada.
side-export = Descargar XLIFF
side-file = Archivo traducido
side-import = Ver qué cambiaría
import-back = Volver a la traducción
import-older = El original ha cambiado desde que se creó este archivo. Lo afectado seguirá marcado como desactualizado.
import-text = Aún no se ha guardado nada. Desmarque lo que no quiera.
import-same = { $count ->
    [one] 1 texto ya está así.
   *[other] { $count-text } textos ya están así.
}
import-empty = { $count ->
    [one] 1 texto no está traducido.
   *[other] { $count-text } textos no están traducidos.
}
import-strangers = { $count ->
    [one] 1 texto pertenece a un párrafo que ya no existe; se omite.
   *[other] { $count-text } textos pertenecen a párrafos que ya no existen; se omiten.
}
import-take = Incorporar
import-diff = Qué cambiaría
import-edited = La traducción se ha modificado aquí entretanto.
import-moved = El original ha cambiado desde entonces.
import-lost = Falta en la traducción:
import-unknown = { $count ->
    [one] 1 código es desconocido y se ha omitido.
   *[other] { $count-text } códigos son desconocidos y se han omitido.
}
import-save = Guardar como nueva versión
import-nothing = El archivo no cambiaría nada.
side-done-signed = Guardado y aprobado.
machine-title = Borradores automáticos
machine-text = Una máquina puede hacer un borrador de lo que falta. Nunca escribe encima de lo que alguien ha escrito, y nada se publica antes de que alguien lo apruebe. Guarde antes de pedirlo.
machine-ask = Hacer borradores de lo que falta
machine-running = En curso: { $done-text } de { $total-text } textos.
machine-look = Ver cómo va
machine-ended = Los últimos borradores pedidos están hechos.
machine-refused = { $count ->
    [one] 1 texto perdió por el camino un enlace, una nota u otra marca y se ha omitido.
   *[other] { $count-text } textos perdieron por el camino un enlace, una nota u otra marca y se han omitido.
}
machine-made = automático
machine-sign = Aprobar
machine-sign-all = Guardar, aprobar todos los borradores
machine-unsigned = { $count ->
    [one] 1 borrador automático está sin aprobar
   *[other] { $count-text } borradores automáticos están sin aprobar
}
machine-problem-unreachable = El servicio de traducción no respondió. Se conserva lo que ya había hecho.
machine-problem-failing = El servicio de traducción está saturado. Se conserva lo que ya había hecho; inténtelo más tarde.
machine-problem-refusing = El servicio de traducción se niega: puede que la clave, la cuota o los idiomas no sean correctos.
machine-problem-unreadable = La respuesta del servicio de traducción no se entiende.
machine-problem-inside = No se pudieron guardar los borradores. Inténtelo de nuevo.
translate-assignee = Asignado a
translate-due = Plazo
translate-overdue = vencido
assign-title = Quién lo hace
assign-nobody = nadie todavía
assign-save = Asignar
side-done-assigned = Asignado.
side-problem-assignee = Elija a alguien que trabaje en este idioma.
side-problem-due = Esto no es una fecha.
title-admin-glossary = Glosario
glossary-text = Las palabras del periódico y su traducción, para cada par de idiomas. Quien traduce las ve debajo de cada párrafo que las contiene; los borradores automáticos las respetan donde el servicio lo permite.
glossary-from = desde: { $language }
glossary-none = Aún no hay ninguna palabra para estos idiomas.
glossary-new = Palabra nueva
glossary-source = Palabra ({ $language })
glossary-target = Traducción ({ $language })
glossary-done-saved = Guardado.
glossary-done-removed = Quitada.
glossary-problem-source = Indique una palabra de 100 caracteres como máximo.
glossary-problem-target = Indique su traducción, en 100 caracteres como máximo.
glossary-problem-full = Este glosario está lleno. Quite una palabra que ya no haga falta.
