## Errores
error-400-title = No se entiende
error-400-text = No podemos interpretar la petición.
error-401-title = Sesión cerrada
error-401-text = Vuelva a iniciar sesión para continuar.
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
error-422-title = No es lo esperado
error-422-text = Lo enviado no es lo que se espera aquí.
error-500-title = Algo ha fallado aquí
error-500-text = El error es nuestro y ya está avisado. Vuelva a intentarlo dentro de un rato.
error-request = Referencia: { $id }
error-home = Ir a la portada

## Errores de las interfaces (RFC 9457)
problem-400 = Petición no válida
problem-401 = Sesión cerrada
problem-403 = Rechazado
problem-404 = No encontrado
problem-405 = Método no permitido
problem-410 = Ya no disponible
problem-413 = Demasiado grande
problem-422 = Contenido inesperado
problem-500 = Error interno
