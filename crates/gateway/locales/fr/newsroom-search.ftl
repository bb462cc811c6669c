## Rédaction : recherche
title-admin-search = Recherche
title-admin-synonyms = Synonymes
title-admin-pins = Articles épinglés
tab-searches = Ce que l’on cherche
taught-query = Mots cherchés
taught-searches = Recherches
taught-pin = Épingler un article
taught-range = Période
taught-days = { $days ->
    [one] aujourd’hui
   *[other] { $days } jours
}
taught-text = Les recherches de personne : seul ce qui a été demandé trois fois ou plus est montré, sans dire par qui.
taught-without = Rien trouvé
taught-without-none = Tout a été trouvé.
taught-top = Le plus cherché
taught-top-none = Rien n’a été cherché assez souvent pour être montré.
taught-done-saved = Enregistré. Toutes les pages suivent en dix secondes.
taught-done-removed = Supprimé. Toutes les pages suivent en dix secondes.
taught-problem-word = Cela ne peut pas être cherché. Indiquez un à cinq mots, 100 caractères au plus.
taught-problem-means = Indiquez ce que le mot signifie.
taught-problem-many = C’est trop : vingt au plus pour un mot ou une recherche.
taught-problem-query = Cela ne peut pas être cherché. Indiquez un à cinq mots, 100 caractères au plus.
taught-problem-story = Aucun article publié n’a cette adresse.
synonyms-text = Qui cherche un mot trouve aussi ce qu’il signifie. Les mots entre guillemets sont cherchés tels quels.
synonyms-word = Mot
synonyms-means = Trouve aussi
synonyms-means-hint = Plusieurs, séparés par des virgules. Chacun peut avoir jusqu’à cinq mots, comme « chemin de fer ».
synonyms-both = Et réciproquement
synonyms-none = Aucun mot n’est enregistré dans cette langue.
synonyms-new = Nouveau synonyme
pins-text = Les articles épinglés viennent en premier pour une recherche, que ses mots y figurent ou non.
pins-none = Aucun article n’est épinglé dans cette langue.
pins-new = Épingler un article
pins-pin = Épingler
pins-remove = Ne plus épingler « { $name } »
pins-unpublished = non publié
