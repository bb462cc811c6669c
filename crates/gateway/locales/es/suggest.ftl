## Sugerencias al escribir, búsquedas mejores
suggest-count = { $count ->
    [0] Sin sugerencias
    [one] { $count-text } sugerencia. Use las flechas para elegirla.
   *[other] { $count-text } sugerencias. Use las flechas para elegir.
}
suggest-popular = Búsqueda frecuente
search-perhaps = Quizás quiso decir:
