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
