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

## Demo
title-mailbox = Correo interceptado
mailbox-text = Esto es una demostración: el correo no se envía, se muestra aquí.
mailbox-html = En HTML
mailbox-empty = Todavía no hay correo.
