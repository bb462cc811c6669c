## Rédaction : articles
title-admin-stories = Articles
title-admin-story = Vue d’ensemble de l’article
title-admin-story-new = Nouvel article
title-admin-story-text = Écrire
title-admin-story-publish = Publier
title-admin-story-revisions = Versions
title-admin-stories-deleted = Articles supprimés
title-admin-story-closed = Cet article n’est pas le vôtre
story-closed-text = Vous pouvez lire cet article, mais seuls d’autres peuvent le modifier : son auteur, la rédaction ou ceux qui traduisent dans cette langue.
stories-words = Titre ou adresse
stories-any = tous
stories-author = Auteur
stories-stale = dépassés par l’original
stories-mine = commencés par moi
stories-texts = Langues
stories-touched = Dernière modification
stories-no-section = sans rubrique
stories-count = { $count ->
    [one] { $count-text } article
   *[other] { $count-text } articles
}
stories-done-deleted = L’article est supprimé. Les lecteurs ne le voient plus nulle part.
stories-problem-none-chosen = Veuillez cocher au moins un article.
stories-problem-no-deed = Veuillez choisir ce qu’il faut faire des articles cochés.
stories-problem-gone = Cet article ne peut plus être récupéré.
story-undo = Annuler
story-title = Titre
story-section = Rubrique
story-access = Lecteurs
story-access-public = tout le monde
story-access-members = connectés
story-access-paid = abonnés
story-access-plans = certaines formules
story-plans = Ces formules
story-kind = Type
story-kind-story = article
story-kind-page = page fixe
story-source = Langue de l’original
story-authors = Auteurs
story-tags = Thèmes
story-cover = Image de couverture
story-cover-hint = Le code de l’image dans la médiathèque.
story-no-terms = Il n’y en a pas encore.
story-state-draft = brouillon
story-state-in-review = en attente de validation
story-state-scheduled = programmé
story-state-published = publié
story-state-withdrawn = retiré
story-state-none = pas encore écrit
story-stale = l’original a changé
story-ahead = version plus récente non publiée
story-begun-by = commencé par { $name }
story-facts = Dans toutes les langues
story-begin = Commencer à écrire
story-new-title-hint = Vous pourrez le changer à tout moment. Il sert à proposer l’adresse.
story-duplicate = Dupliquer
story-delete = Supprimer
story-delete-text = Un article supprimé disparaît aussitôt et peut être récupéré pendant 30 jours.
story-theirs = Quelqu’un d’autre a modifié l’article entre-temps. Voici où vos choix diffèrent :
story-done-saved = Enregistré.
story-done-waits = Enregistré. L’article paraîtra quand toutes les langues choisies seront prêtes.
story-done-launched = Tout était prêt : l’article est publié dans toutes les langues choisies.
story-done-duplicated = Voici la copie. Rien n’en est publié.
story-done-brought-back = L’article est de retour tel qu’il était.
story-problem-overtaken = Quelqu’un d’autre a modifié cet article en même temps que vous. Rien n’a été enregistré ; vos choix sont toujours là. Enregistrez de nouveau pour remplacer les siens.
story-problem-access = Veuillez choisir au moins une formule.
story-problem-source = Veuillez choisir une langue du site.
story-problem-term = Une rubrique, un thème ou un auteur choisi n’existe plus.
story-problem-cover = Aucune image ne porte ce code.

## Rédaction : plusieurs articles à la fois
bulk-choose = Choisir
bulk-title = Agir sur les articles cochés
bulk-text = Chaque article est traité séparément ; vous verrez ensuite le résultat pour chacun.
bulk-publish = Publier toutes les langues
bulk-withdraw = Retirer
bulk-section = Déplacer dans cette rubrique
bulk-tag-label = Thème
bulk-tag = Ajouter ce thème
bulk-access = Ouvrir à ces lecteurs
bulk-results = Ce qui a été fait
bulk-result-done = fait
bulk-result-nothing = rien à faire
bulk-result-errors = non publié : la vérification a trouvé des erreurs
bulk-result-refused = non autorisé
bulk-result-overtaken = quelqu’un d’autre était en train de le modifier

## Rédaction : publication groupée
launch-title = Langues ensemble
launch-each = Publier chaque langue dès qu’elle est prête
launch-together = Attendre, puis publier ces langues au même instant :
launch-languages = Langues
launch-save = Enregistrer
launch-ready = prête
launch-not-ready = pas prête
launch-text = Cet article paraît dans plusieurs langues au même instant, dès qu’elles sont toutes prêtes.
launch-say-ready = Cette langue est prête
launch-take-back = Finalement pas prête

## Rédaction : l’éditeur
writing-field-title = Titre
writing-field-standfirst = Chapeau
writing-field-body = Texte
writing-field-slug = Adresse
writing-field-seo_title = Titre pour les moteurs de recherche
writing-field-description = Description
writing-field-cover_alt = Ce que montre la couverture
writing-field-cover_caption = Légende de la couverture
writing-body-hint = Markdown. Ce qui suit cette ligne seule est réservé aux abonnés :
writing-words = Mots :
writing-minutes = Minutes :
writing-slug-hint = Laissez vide pour : { $slug }
writing-seo-title-hint = Seulement si le titre est trop long ou trop allusif pour une liste de résultats.
writing-description-hint = Une ou deux phrases, 160 caractères au plus.
writing-cover-alt-hint = Pour les personnes qui ne peuvent pas la voir.
writing-version = Version { $version }.
writing-live-version = Les lecteurs voient la version { $version }.
writing-save-over = Remplacer l’autre version
writing-publish = Enregistrer et publier…
writing-submit = Enregistrer et soumettre
writing-live = Voir sur le site
writing-read-only = Vous pouvez lire ce texte, mais pas le modifier.
writing-stale = L’original a changé depuis cette traduction.
writing-unsaved = Voici ce que vous avez écrit jusqu’au { $at } sans l’enregistrer.
writing-newer = Entre-temps, { $name } a enregistré la version { $version } ({ $at }). En enregistrant, vous verrez les deux.
writing-discard = Abandonner
writing-somebody = quelqu’un
writing-done-saved = Enregistré.
writing-done-discarded = Abandonné. Voici la version enregistrée.
writing-done-submitted = Enregistré et soumis. La rédaction va le relire.
writing-done-restored = Rétablie comme version la plus récente.
writing-problem-title = Veuillez lui donner un titre.
writing-problem-long = C’est plus long que ce que nous pouvons garder.
writing-problem-slug = Une adresse ne contient que des minuscules, des chiffres et des traits d’union isolés.
writing-problem-slug-missing = Le titre ne suggère aucune adresse ; veuillez en saisir une.
writing-problem-slug-reserved = Le site utilise lui-même cette adresse ; veuillez en choisir une autre.
writing-problem-slug-taken = Un autre article a cette adresse ; veuillez en choisir une autre.
writing-problem-source = Veuillez choisir une langue du site.
writing-problem-access = Veuillez choisir qui peut le lire.
writing-problem-section = Cette rubrique n’existe plus.
conflict-title = Deux personnes ont écrit en même temps
conflict-by = { $name } a enregistré la version { $version } le { $at }, pendant que vous écriviez.
conflict-text = Rien n’est perdu : votre texte est dans le formulaire ci-dessous, l’autre parmi les versions. Reprenez ce qu’il vous faut ; en enregistrant, le vôtre devient le plus récent.
conflict-theirs = l’autre
conflict-mine = le vôtre
preview-title = Aperçu
preview-as = Vu par
preview-visitor = un visiteur
preview-member = une personne connectée
preview-subscriber = un abonné
preview-open = Ouvrir l’aperçu
seo-title = Adresse et recherche
seo-search = Dans les résultats de recherche
seo-social = Lors d’un partage
diff-skipped = { $count ->
    [one] { $count-text } paragraphe inchangé
   *[other] { $count-text } paragraphes inchangés
}

## Rédaction : publier
publish-back = Retour au texte
publish-sound = La vérification n’a rien trouvé.
publish-errors = À corriger d’abord
publish-warnings = À regarder
publish-confirm = J’ai regardé ; publier quand même
publish-now = Maintenant
publish-now-submit = Publier maintenant
publish-updated = Indiquer aux lecteurs une mise à jour aujourd’hui
publish-later = Plus tard
publish-at = Date et heure
publish-zone = Dans le fuseau horaire du site : { $zone }. Il y est { $now }.
publish-schedule = Programmer
publish-withdraw-published = Retirer
publish-withdraw-scheduled = Annuler la programmation
publish-withdraw-in-review = Remettre en brouillon
publish-done-published = Publié. Les lecteurs le voient désormais.
publish-done-scheduled = Programmé. La publication se fera d’elle-même.
publish-done-withdrawn = Retiré.
publish-done-ready = Noté comme prêt. Il attend les autres langues.
publish-done-not-ready = N’est plus noté comme prêt.
publish-done-launched = Toutes les langues étaient prêtes : elles sont publiées.
publish-problem-errors = Certains points doivent d’abord être corrigés.
publish-problem-warnings = Veuillez regarder les avertissements et les confirmer.
publish-problem-time = Ce n’est pas une date avec une heure.
publish-problem-past = Ce moment est déjà passé.
publish-problem-gap = Cette heure n’existe pas : on avance alors les horloges. Choisissez-en une avant ou après.
publish-problem-published = Il est déjà publié. Retirez-le avant de le programmer.
publish-problem-act = Veuillez choisir ce qu’il faut faire.
check-there = Y aller
check-at-line = Ligne { $line }
check-no-text = Il n’y a pas de texte.
check-no-alt = Une image n’a pas de description pour les personnes qui ne peuvent pas la voir.
check-no-cover-alt = La couverture n’a pas de description pour les personnes qui ne peuvent pas la voir.
check-no-picture = Cette image n’est pas dans la médiathèque et ne sera pas affichée.
check-broken-link = Ce lien mène à une page de ce site qui n’existe pas.
check-empty-note = Une note de bas de page est vide.
check-missing-note = Aucune note ne correspond à cet appel.
check-all-in-teaser = L’article n’est pas pour tout le monde, mais chacun peut le lire en entier : rien ne suit l’accroche.
check-marker-for-nothing = Il y a une ligne d’accès payant, mais l’article est pour tout le monde.
check-short-teaser = { $count ->
    [one] L’accroche n’a que { $count-text } mot. Qui s’abonnerait pour cela ?
   *[other] L’accroche n’a que { $count-text } mots. Qui s’abonnerait pour cela ?
}
check-long-title = Le titre compte { $count-text } caractères ; les moteurs de recherche en montrent environ 70.
check-long-description = La description compte { $count-text } caractères ; environ 160 sont affichés.
check-no-description = Il manque une description pour les moteurs de recherche et les partages.

## Rédaction : versions
revision = Version
revision-from = de
revision-to = à
revision-at = Enregistrée
revision-by = Par
revision-nobody = import
revision-live = vue par les lecteurs
revision-compare = Comparer
revision-difference = De la version { $from } à la version { $to }
revision-removed = retiré
revision-added = ajouté
revision-same = Elles disent la même chose.
revision-restore = Rétablir la version { $version }

## Rédaction : articles supprimés
deleted-text = Les articles supprimés sont gardés { $days } jours. Ensuite, ils disparaissent pour de bon.
deleted-none = Rien n’a été supprimé.
deleted-at = Supprimé le { $at } ; gardé jusqu’au { $until }
deleted-bring-back = Récupérer
