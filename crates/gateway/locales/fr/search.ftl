## Recherche
title-search = Recherche
search-label = Que cherchez-vous ?
search-submit = Rechercher
search-count = { $count ->
    [0] Aucun résultat pour « { $query } ».
    [one] { $count-text } article pour « { $query } »
   *[other] { $count-text } articles pour « { $query } »
}
search-in-language = En { $language }
search-unavailable = La recherche est momentanément indisponible. Tout le reste fonctionne ; veuillez réessayer dans un instant.
search-nothing-hint = Vérifiez l’orthographe, essayez des mots moins nombreux ou plus généraux, ou commencez par l’un de ces articles.
search-instead = Aucun article ne contient vos mots tels quels. Ceux-ci contiennent :
search-narrow = Affiner
search-all = Supprimer tous les filtres
search-order-relevance = Les plus pertinents d’abord
search-order-date = Les plus récents d’abord
search-by-language = Langue
search-by-section = Rubrique
search-by-tag = Mot-clé
search-by-author = Auteur
search-by-access = Pour qui
search-access-public = Pour tous
search-from = Du
search-until = Au
search-suggestions = Suggestions
search-feed-title = Nouveaux articles pour « { $query } »
search-description = Rechercher dans les articles de { $site }
