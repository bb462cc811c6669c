## Redacción: búsqueda
title-admin-search = Búsqueda
title-admin-synonyms = Sinónimos
title-admin-pins = Artículos fijados
tab-searches = Qué se busca
taught-query = Palabras buscadas
taught-searches = Búsquedas
taught-pin = Fijar un artículo
taught-range = Periodo
taught-days = { $days ->
    [one] hoy
   *[other] { $days } días
}
taught-text = Búsquedas de nadie: solo se muestra lo que se ha preguntado tres veces o más, sin decir quién.
taught-without = Sin resultados
taught-without-none = Todo se encontró.
taught-top = Lo más buscado
taught-top-none = Nada se ha buscado lo bastante como para mostrarse.
taught-done-saved = Guardado. En diez segundos vale en todas las páginas.
taught-done-removed = Quitado. En diez segundos vale en todas las páginas.
taught-problem-word = Eso no se puede buscar. Indique de una a cinco palabras, 100 caracteres en total como máximo.
taught-problem-means = Indique qué significa la palabra.
taught-problem-many = Es demasiado: veinte como máximo para una palabra o búsqueda.
taught-problem-query = Eso no se puede buscar. Indique de una a cinco palabras, 100 caracteres en total como máximo.
taught-problem-story = Ningún artículo publicado tiene esta dirección.
synonyms-text = Quien busca una palabra encuentra también lo que significa. Las palabras entre comillas se buscan tal como están.
synonyms-word = Palabra
synonyms-means = Encuentra también
synonyms-means-hint = Varias, separadas por comas. Cada una puede tener hasta cinco palabras, como «tren de alta velocidad».
synonyms-both = Y a la inversa
synonyms-none = En este idioma no hay ninguna palabra guardada.
synonyms-new = Nuevo sinónimo
pins-text = Los artículos fijados aparecen primero en una búsqueda, estén o no sus palabras en ellos.
pins-none = En este idioma no hay ningún artículo fijado.
pins-new = Fijar un artículo
pins-pin = Fijar
pins-remove = Dejar de fijar «{ $name }»
pins-unpublished = no publicado
