## Where search is all there is, and it is down
error-503-title = La búsqueda no funciona
error-503-text = La búsqueda no funciona en este momento. Todo lo demás sí; vuelva a intentarlo dentro de un rato.
problem-503 = Búsqueda no disponible
