## Un solo artículo
title-single = Solo este artículo
single-buy = Comprar este artículo: { $amount }
single-text = El artículo es suyo para siempre, en todas las lenguas en que se publica. No hay nada que cancelar.
single-submit = Comprar por { $amount }
single-subscribe = O suscribirse y leerlo todo
single-paid-text = Su pago ha llegado. Falta un paso: inicie sesión como { $email } para que el artículo sea suyo y de nadie más.
single-expired-text = Este pago no se completó y no se ha cobrado nada.
single-back = Volver
title-stories = Artículos comprados
stories-yours = Suyos para siempre
stories-text = Puede leer estos artículos hasta la última frase en cualquier momento y en cada lengua.
stories-none = Todavía no ha comprado ningún artículo.
stories-gone = Este artículo ya no está publicado.
