## Suggestions pendant la frappe, meilleures recherches
suggest-count = { $count ->
    [0] Aucune suggestion
    [one] { $count-text } suggestion. Utilisez les flèches pour la choisir.
   *[other] { $count-text } suggestions. Utilisez les flèches pour choisir.
}
suggest-popular = Souvent recherché
search-perhaps = Vouliez-vous dire :
