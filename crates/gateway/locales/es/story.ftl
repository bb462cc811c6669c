## Artículo
article-available-in = Este artículo está disponible en { $list }.
article-passages = Encontrar un pasaje en otro idioma
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
