## Abonnement
title-subscribe = S’abonner
subscribe-heading = Lire jusqu’à la dernière phrase
subscribe-text = { $site } vit de ses lectrices et de ses lecteurs. Choisissez ce qui vous convient.
subscribe-held = Votre formule
subscribe-how = Comment s’abonner
subscribe-contact = Écrivez à { $address } : nous ouvrons votre abonnement et vous prévenons dès qu’il est actif.
subscribe-no-contact = Il n’est pas possible de s’abonner en ligne pour le moment.

## Prix et abonnements
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
