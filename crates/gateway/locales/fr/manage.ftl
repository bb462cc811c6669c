## Gérer l’abonnement
title-leave = Résilier votre abonnement
title-pause = Faire une pause
manage-back = Retour à votre abonnement
leave-heading = Résilier { $plan }
leave-text = Vous pouvez lire jusqu’au { $date }. Ensuite, plus rien n’est débité, et vous pouvez revenir à tout moment.
leave-reason-label = Voulez-vous nous dire pourquoi ? (facultatif)
leave-reason-none = Sans réponse
leave-reason-too-expensive = C’est trop cher
leave-reason-unused = Je ne lis pas assez souvent
leave-reason-missing-features = Il me manque quelque chose
leave-reason-switched-service = Je lis désormais autre chose
leave-reason-low-quality = Les articles ne me plaisent pas
leave-reason-too-complex = C’est trop compliqué
leave-reason-customer-service = J’ai été mal accompagné
leave-reason-other = Une autre raison
leave-submit = Résilier maintenant
leave-instead = Ce que vous pouvez faire à la place
leave-off-text = Restez, et payez moins. La réduction est déduite automatiquement.
leave-off-submit = Rester avec cette réduction
pause-text = { $plan } peut être suspendu quelque temps. Vous lisez jusqu’au { $date }, terme de la période payée ; ensuite, rien n’est débité jusqu’à la fin de la pause. L’abonnement reprend de lui-même, ou dès que vous le souhaitez.
pause-months-label = Pour combien de temps ?
pause-months = { $months ->
    [one] { $months-text } mois
   *[other] { $months-text } mois
}
pause-submit = Faire une pause
subscription-paused = Il est en pause.
subscription-paused-until = Il est en pause et reprend le { $date }.
subscription-next = Le { $date }, nous débiterons { $amount }.
subscription-discount = Réduction :
subscription-card = Payé avec { $card }, valable jusqu’en { $month }
subscription-end-pause = Reprendre maintenant
subscription-pause = Faire une pause
subscription-done-paused = Votre abonnement est en pause.
subscription-done-pause-ended = Votre abonnement reprend.
subscription-done-stayed = Heureux que vous restiez. La réduction s’applique dès le prochain paiement.
subscription-problem-not-now = Ce n’est pas possible dans l’état actuel de votre abonnement. Rien n’a été modifié.
off-percent = { $percent } % de réduction
off-amount = { $amount } de réduction
off-once = sur le prochain paiement
off-months = { $months ->
    [one] pendant { $months-text } mois
   *[other] pendant { $months-text } mois
}
off-forever = sans limite de durée
off-until = jusqu’au { $date }
change-credit = Vous ne payez rien maintenant. Il reste { $amount } de votre formule actuelle ; cette somme sera déduite de vos prochaines factures.
change-anew = Un certain temps s’est écoulé ; voici le montant actuel. Veuillez confirmer encore une fois.
subscribe-code = Votre code { $code } s’applique.
subscribe-problem-code = Ce code n’est pas valable, ou ne l’est plus. Vous pouvez vous abonner sans lui ou suivre un autre lien.
price-tax-included-vat = TVA comprise.
price-tax-included-gst = TPS comprise.
price-tax-included-sales-tax = Taxe de vente comprise.
price-tax-added-vat = TVA en sus.
price-tax-added-gst = TPS en sus.
price-tax-added-sales-tax = Taxe de vente en sus.
