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

## Article
article-available-in = Cet article est disponible en { $list }.
article-tags = Sujets
article-related = À lire aussi
stale-label = À propos de cette traduction
stale-text = { $changed ->
    [one] { $changed-text } paragraphe de l’original en { $language } a changé depuis cette traduction.
   *[other] { $changed-text } paragraphes de l’original en { $language } ont changé depuis cette traduction.
}
stale-read = Lire l’original
stale-passage = Passage { $number-text }
share-label = Partager
share-mail = E-mail
share-bluesky = Bluesky
share-whatsapp = WhatsApp
share-linkedin = LinkedIn
share-copy = Copier le lien
share-copied = Lien copié
neighbours-label = Articles précédent et suivant
neighbours-older = Article précédent
neighbours-newer = Article suivant

## Accès réservé
wall-label-sign-in = Pour les membres
wall-label-subscribe = Pour les abonnés
wall-label-plan = Dans certaines formules
wall-title-sign-in = La suite avec un compte gratuit
wall-title-subscribe = Envie de lire la suite ?
wall-title-plan = Envie de lire la suite ?
wall-text-sign-in = Connectez-vous, ou créez un compte avec votre seule adresse e-mail, pour lire cet article jusqu’au bout.
wall-text-subscribe = Abonnez-vous pour lire cet article jusqu’au bout, et tous les autres, dans toutes les langues.
wall-text-plan = { $count ->
    [one] Cet article est compris dans la formule { $plans }.
   *[other] Cet article est compris dans les formules { $plans }.
}
wall-sign-in-free = Se connecter gratuitement
wall-subscribe = S’abonner
wall-already = Déjà abonné ?

## Pas dans cette langue
title-elsewhere = Indisponible dans cette langue
elsewhere-text = Cet article n’a pas été traduit en français. Vous pouvez le lire en :

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

## Abonnement
title-subscribe = S’abonner
subscribe-heading = Lire jusqu’à la dernière phrase
subscribe-text = { $site } vit de ses lectrices et de ses lecteurs. Choisissez ce qui vous convient.
subscribe-held = Votre formule
subscribe-how = Comment s’abonner
subscribe-contact = Écrivez à { $address } : nous ouvrons votre abonnement et vous prévenons dès qu’il est actif.
subscribe-no-contact = Il n’est pas possible de s’abonner en ligne pour le moment.

## Connexion
title-sign-in = Se connecter
sign-in-heading-ask = Se connecter
sign-in-heading-sent = Consultez votre messagerie
sign-in-heading-confirm = Vous y êtes presque
sign-in-heading-other-browser = Reprenez là où vous avez commencé
sign-in-text-ask = Nous vous envoyons un lien et un code. Pas besoin de mot de passe.
sign-in-text-sent = Nous vous avons envoyé un lien et un code à six chiffres, valables 15 minutes. Ouvrez le lien dans ce navigateur, ou saisissez le code ici.
sign-in-text-confirm = Vous vous connectez en tant que { $email }.
sign-in-text-other-browser = Le lien ne fonctionne que dans le navigateur qui l’a demandé. Ouvrez-le là, ou saisissez le code du message dans la page restée ouverte.
sign-in-email = Adresse e-mail
sign-in-submit = Envoyer le lien
sign-in-code = Code reçu par e-mail
sign-in-code-submit = Se connecter
sign-in-confirm = Se connecter
sign-in-no-account = Pas encore de compte ? Il se crée à la première connexion.
sign-in-again = Demander un nouveau message
sign-in-problem-email = Ce n’est pas une adresse e-mail. Elle doit ressembler à nom@example.org.
sign-in-problem-code = Ce code n’est pas le bon. Vérifiez le message, ou demandez-en un nouveau.
sign-in-problem-expired = Le lien ou le code a expiré. Veuillez demander un nouveau message.
sign-in-problem-used = Le lien ou le code a déjà servi. Veuillez demander un nouveau message.
sign-in-problem-too-many = Trop de messages ont été demandés. Veuillez réessayer dans une heure.
sign-in-problem-attempts = Trop de codes erronés. Utilisez le lien, ou demandez un nouveau message.

## Compte
title-account = Votre compte
account-plans = Votre abonnement
account-no-plan = Vous n’avez pas d’abonnement en ce moment.
account-plan-until = jusqu’au { $date }
account-plan-for-good = sans limite de durée
account-plan-ended = terminé
account-profile = Nom et langues
account-name = Nom
account-languages = Langues que vous lisez
account-languages-text = Dans l’ordre de vos préférences : il décide de la langue dans laquelle nous vous montrons, proposons et envoyons les articles.
account-language-place = { $place ->
    [1] Première langue
   *[other] { $place-text }e langue
}
account-language-none = aucune
account-save = Enregistrer
account-sessions = Où vous êtes connecté
account-device-unknown = Navigateur inconnu
account-session-current = ce navigateur
account-session-seen = Dernière utilisation : { $date }
account-session-end = Déconnecter
account-sessions-end-others = Déconnecter tous les autres
account-sign-out = Se déconnecter ici
account-data = Vos données
account-export-text = Téléchargez tout ce que nous conservons à votre sujet, dans un fichier JSON.
account-export = Télécharger
account-delete-text = Supprimer votre compte efface définitivement tout ce que nous conservons à votre sujet, abonnement compris.
account-delete-confirm = Pour confirmer, saisissez votre adresse ({ $email })
account-delete = Supprimer le compte
account-done-saved = Enregistré.
account-done-revoked = Déconnecté.
account-problem-name = Ce nom est trop long ou contient des caractères impossibles à afficher.
account-problem-languages = Veuillez choisir au moins une langue.
account-problem-confirm = Ce n’est pas l’adresse de votre compte ; rien n’a été supprimé.
role-owner = Propriétaire
role-admin = Administration
role-editor = Rédaction
role-author = Auteur
role-translator = Traduction

## Démo
title-mailbox = Courrier intercepté
mailbox-text = Ceci est une démonstration : le courrier n’est pas envoyé, il s’affiche ici.
mailbox-empty = Pas encore de courrier.

## Erreurs
error-400-title = Demande incompréhensible
error-400-text = Nous n’arrivons pas à interpréter cette demande.
error-403-title = Provenance refusée
error-403-text = Ce formulaire venait d’un autre site. Pour votre sécurité, rien n’a été fait.
error-404-title = Il n’y a rien ici
error-404-text = La page a déménagé, ou n’a jamais existé. Peut-être l’un de ces articles ?
error-405-title = Pas de cette façon
error-405-text = Cette adresse ne s’utilise pas ainsi.
error-410-title = Article retiré
error-410-text = Cet article a été retiré et ne peut plus être lu ici.
error-413-title = Envoi trop lourd
error-413-text = L’envoi dépasse ce que nous pouvons accepter.
error-500-title = Un problème est survenu chez nous
error-500-text = L’erreur vient de nous et elle est signalée. Veuillez réessayer dans un instant.
error-request = Référence : { $id }
error-home = Aller à la une

## Courrier
mail-sign-in-subject = { $code } est votre code pour { $site }
mail-sign-in-greeting = Vous souhaitez vous connecter à { $site }.
mail-sign-in-link-text = Ouvrez ce lien dans le navigateur où vous l’avez demandé :
mail-sign-in-code-text = Sur un autre appareil, saisissez ce code :
mail-sign-in-expiry = L’un et l’autre servent une seule fois, pendant { $minutes ->
    [one] { $minutes-text } minute
   *[other] { $minutes-text } minutes
}.
mail-sign-in-not-you = Si ce n’était pas vous, ignorez ce message ; il ne se passera rien.

## Erreurs des interfaces (RFC 9457)
problem-400 = Requête invalide
problem-403 = Refusé
problem-404 = Introuvable
problem-405 = Méthode non autorisée
problem-410 = Supprimé
problem-413 = Trop volumineux
problem-500 = Erreur interne

## Prices and subscriptions
subscribe-every-label = Périodicité du paiement
subscribe-every-month = Mensuel
subscribe-every-year = Annuel
subscribe-currency-label = Devise
price-month = { $amount } par mois
price-year = { $amount } par an
price-pass = { $days ->
    [one] { $amount } pour un jour
   *[other] { $amount } pour { $days } jours
}
price-trial = { $days ->
    [one] Le premier jour est gratuit.
   *[other] Les { $days } premiers jours sont gratuits.
}
price-monthly = Soit { $amount } par mois.
price-tax-added = Hors taxes.
subscribe-buy = S’abonner
subscribe-buy-trial = Essayer gratuitement
subscribe-buy-pass = Acheter le pass
subscribe-how-text = Vous payez sur la page de notre prestataire de paiement, puis reprenez votre lecture ici même. Vous pouvez résilier à tout moment dans votre compte ; vous lisez jusqu’au terme de la période payée.
subscribe-have = Vous êtes abonné.
subscribe-problem-price = Cette offre n’est plus disponible. Veuillez choisir à nouveau.
subscribe-problem-failed = Notre prestataire de paiement ne répond pas. Rien n’a été débité ; veuillez réessayer dans un instant.
subscribe-done-paid-title = Merci
subscribe-done-paid-text = Votre paiement est arrivé. Il reste une étape : connectez-vous en tant que { $email }, afin que personne d’autre ne lise avec votre abonnement.
subscribe-done-paid-submit = M’envoyer le code
subscribe-done-waiting-title = Un instant
subscribe-done-waiting-text = Nous attendons la confirmation de notre prestataire de paiement. Cette page vérifie d’elle-même.
subscribe-done-again = Retour aux formules
subscribe-done-expired-title = Paiement non effectué
subscribe-done-expired-text = Ce paiement n’a pas abouti et rien n’a été débité. Vous pouvez choisir à nouveau.
title-subscription = Votre abonnement et vos factures
title-change = Changer de formule
subscription-why-not-begun = Il n’a pas encore commencé.
subscription-why-paid = Il est payé.
subscription-why-trial = Vous lisez pour l’instant gratuitement.
subscription-why-grace = Le dernier paiement a échoué. Vous lisez encore ; veuillez vérifier votre carte.
subscription-why-ending = Il est résilié.
subscription-why-grace-over = Le dernier paiement a échoué et le délai est écoulé. Veuillez vérifier votre carte.
subscription-why-over = Il est terminé.
subscription-why-never-paid = Le premier paiement n’a pas abouti.
subscription-why-unpaid = Les paiements ont définitivement échoué.
subscription-why-paused = Il est suspendu.
subscription-why-refunded = L’argent a été remboursé.
subscription-why-disputed = Le paiement a été contesté auprès de la banque.
subscription-why-no-plan = Il ne correspond à aucune de nos formules actuelles.
subscription-renews = Le prochain paiement est prévu le { $date }.
subscription-ends = Vous lisez jusqu’au { $date }.
subscription-ended = Il a pris fin le { $date }.
subscription-change = Changer de formule
subscription-end = Résilier l’abonnement
subscription-resume = Garder l’abonnement
subscription-portal = Modifier la carte et l’adresse
subscription-done-ended = Résilié. Vous lisez jusqu’au terme de la période payée.
subscription-done-resumed = Votre abonnement continue.
subscription-done-changed = Votre formule a été changée.
subscription-problem-failed = Notre prestataire de paiement n’a pas pu le faire. Rien n’a été modifié ; veuillez réessayer ou vérifier votre carte.
subscription-invoices = Factures
invoice-refunded = { $amount } remboursés
invoice-open = à payer
invoice-void = annulée
invoice-show = Afficher
change-due = Vous payez { $amount } maintenant ; le reste de votre formule actuelle est déjà déduit.
change-confirm = Changer maintenant
change-choose = Voir le montant à payer maintenant

## Newsroom: the money
title-admin-billing = Abonnements et paiements
admin-who = Qui
admin-plan = Formule
admin-state = État
admin-since = Depuis
admin-unproved = pas encore connecté
admin-sales-label = Abonnements
admin-sales = Derniers changements
admin-sales-none = Personne ne s’est encore abonné.
admin-failing = Paiements en échec
admin-failing-none = Tous les paiements sont en ordre.
admin-prices = Formules et prix
admin-price-retired = plus proposé
admin-events = Ce que Stripe a envoyé
admin-event-kept = conservé
admin-event-applied = traité
admin-event-waiting = en attente
admin-given-up = Abandonné
admin-given-up-text = Cela a échoué trop souvent. Une fois la cause corrigée, relancez.
admin-given-up-attempts = { $attempts ->
    [one] { $attempts } essai.
   *[other] { $attempts } essais.
}
admin-replay = Relancer
admin-replayed = Nouvel essai en cours.
