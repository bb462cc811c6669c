## Las cifras de la redacción
title-admin-numbers = Cifras
title-admin-revenue = Ingresos
numbers-readers = Lectores
numbers-money = Ingresos
numbers-range = Días
numbers-days = { $days ->
    [one] Último día
   *[other] Últimos { $days-text } días
}
numbers-other = Otros días
numbers-from = Desde
numbers-until = Hasta
numbers-show = Mostrar
numbers-problem-range = Elija un primer día y un último día que no sea anterior, no después de hoy y tres años como máximo.
numbers-compared = { $first } – { $last }, comparado con { $before_first } – { $before_last }
numbers-percent = { $value } %
numbers-change-up = { $by-text } % más
numbers-change-down = { $by-text } % menos
numbers-change-points-up = { $by ->
    [one] { $by-text } punto más
   *[other] { $by-text } puntos más
}
numbers-change-points-down = { $by ->
    [one] { $by-text } punto menos
   *[other] { $by-text } puntos menos
}
numbers-change-same = como antes
numbers-change-new = antes ninguno
numbers-figure-reads = Artículos leídos
numbers-figure-visitors = por visitantes
numbers-figure-members = por miembros
numbers-figure-subscribers = por suscriptores
numbers-figure-walled = Lectores ante el muro de pago
numbers-figure-monthly = Ingresos mensuales recurrentes
numbers-figure-paying = Suscripciones pagadas
numbers-figure-new = Nuevas
numbers-figure-ended = Terminadas
numbers-figure-churn = Abandono
numbers-figure-trials = Pruebas iniciadas
numbers-figure-trials-paid = Pruebas que se pagaron
numbers-series-visitor = Visitantes
numbers-series-member = Miembros
numbers-series-subscriber = Suscriptores
numbers-series-new = Nuevas
numbers-series-ended = Terminadas
numbers-by-day = Artículos leídos por día
numbers-by-week = Artículos leídos por semana
numbers-by-day-text = Del { $first } al { $last } se leyeron artículos { $reads ->
    [one] una vez
   *[other] { $reads-text } veces
}. La tabla de abajo tiene las cifras.
numbers-day = Día
numbers-week-of = Semana del { $day }
numbers-as-table = Como tabla
numbers-csv = Descargar en CSV
numbers-funnel = Del avance a la suscripción
numbers-funnel-text = Cada lector cuenta una vez al día por artículo. Quien se suscribe cuenta cuando va a pagar, también con prueba.
numbers-step-readers = Lectores
numbers-step-walled = Ante el muro de pago
numbers-step-opened = Vieron los planes
numbers-step-subscribed = Se suscribieron
numbers-of-before = { $value } % del paso anterior
numbers-languages = Por idioma
numbers-language = Idioma
numbers-stories = Artículos
numbers-story = Artículo
numbers-unpublished = Ya no está publicado
numbers-more = Hay más en el archivo.
numbers-nothing = No se leyó nada en estos días.
numbers-all-searches = Todas las búsquedas
numbers-how = Se cuenta sin cookies y sin guardar direcciones: los lectores de un día se distinguen con un hash cuya clave se tira a medianoche. Los rastreadores conocidos, las páginas precargadas y sus compañeros no cuentan.
numbers-monthly = Ingresos mensuales recurrentes en { $currency }
numbers-monthly-chart = De { $from } el { $first } a { $to } el { $last }. La tabla de abajo tiene las cifras.
numbers-movement = Suscripciones que llegaron y se fueron
numbers-movement-text = Las nuevas sobre la línea, las terminadas debajo, del { $first } al { $last }. La tabla de abajo tiene las cifras.
numbers-no-money = Ninguna suscripción estaba pagada en estos días.
numbers-money-how = Los ingresos son lo pagado, repartido en el tiempo que paga: un precio anual cuenta un doceavo al mes, los descuentos se restan, las pruebas no cuentan y lo devuelto por completo nunca estuvo. Impuestos incluidos. El abandono es la parte de las suscripciones pagadas el primer día que han terminado.
numbers-week = Los últimos siete días
