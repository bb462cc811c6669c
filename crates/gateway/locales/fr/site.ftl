## Partout
skip-to-content = Aller au contenu
nav-search = Recherche
nav-account = Compte
nav-sign-in = Se connecter
nav-subscribe = S’abonner
nav-sections = Rubriques
nav-archive = Archives
nav-language = Langue :
nav-feed = Flux Atom
nav-mailbox = Courrier intercepté
reading-time = { $minutes-text } min de lecture
byline = Par { $names }
updated = Mis à jour le { $date }
access-members = Pour les membres
access-paid = Pour les abonnés
access-plans = Dans certaines formules
pager-label = Pages
pager-previous = Précédent
pager-next = Suivant
pager-position = Page { $page-text } sur { $pages-text }

## Une et listes
front-top = À la une
front-latest = Dernières parutions
front-empty = Rien n’a encore été publié ici.
listing-section = Rubrique
listing-tag = Sujet
listing-author = Auteur
listing-month = Archives
listing-count = { $count ->
    [one] { $count-text } article
   *[other] { $count-text } articles
}
listing-empty = Il n’y a pas encore d’article ici.
title-archive = Archives

## Démo
title-mailbox = Courrier intercepté
mailbox-text = Ceci est une démonstration : le courrier n’est pas envoyé, il s’affiche ici.
mailbox-html = En HTML
mailbox-empty = Pas encore de courrier.
