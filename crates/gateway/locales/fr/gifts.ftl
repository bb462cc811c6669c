## Offrir un abonnement
title-gift = Offrir un abonnement
gift-text = Vous payez une fois, et il prend fin de lui-même. Vous recevez le code aussitôt ; nous pouvons aussi l’envoyer par e-mail, le jour de votre choix.
gift-what = Que souhaitez-vous offrir ?
gift-offer = { $months ->
    [one] { $plan }, { $months-text } mois
   *[other] { $plan }, { $months-text } mois
}
gift-giver = Votre nom
gift-recipient = Nom de la personne à qui vous l’offrez
gift-message = Quelques mots de votre part (facultatif)
gift-how = Comment doit-il arriver ?
gift-how-mail = Par e-mail, le jour de votre choix
gift-how-self = Je remets le code moi-même
gift-email = Son adresse e-mail
gift-date = Jour
gift-language = Langue de l’e-mail
gift-submit = Passer au paiement
gift-none = Il n’y a pas d’abonnement à offrir pour le moment.
gift-have-code = Vous avez reçu un code ?
gift-problem-offer = Cette offre n’est plus disponible. Veuillez choisir à nouveau.
gift-problem-names = Veuillez indiquer les deux noms, en 80 caractères au plus.
gift-problem-message = Votre message est trop long. Il y a de la place pour 600 caractères.
gift-problem-email = Ce n’est pas une adresse e-mail. Elle devrait ressembler à nom@example.org.
gift-problem-date = Veuillez choisir un jour entre aujourd’hui et dans un an.
gift-problem-again = Ce cadeau est déjà payé. Pour en faire un autre, envoyez le formulaire encore une fois.
gift-problem-failed = Notre prestataire de paiement ne répond pas. Rien n’a été débité ; veuillez réessayer dans un instant.
gift-paid-title = Votre cadeau est prêt
gift-paid-text = Voici le code pour { $name }. Il s’utilise une fois.
gift-paid-mail = Nous l’enverrons à { $email } le { $date }.
gift-paid-self = Écrivez-le sur une carte ou transmettez le lien.
gift-code = Code
gift-link = Lien :
gift-until = Le code peut être utilisé jusqu’au { $date }.
gift-sign-in = Connectez-vous en tant que { $email } pour voir à tout moment s’il a été utilisé.
gift-state-unpaid = non payé
gift-state-ready = pas encore utilisé
gift-state-redeemed = utilisé
gift-state-void = remboursé
gift-state-expired = expiré
title-gifts = Cadeaux
gifts-given = Vos cadeaux
gifts-none = Vous n’avez encore rien offert.
gifts-for = Pour { $name }
gifts-sent = Envoyé à { $email } le { $date }.

## Utiliser un code
title-redeem = Utiliser un code
redeem-text = Saisissez le code de la carte ou de l’e-mail.
redeem-sign-in = Vous vous connectez d’abord, pour que le cadeau soit à vous.
redeem-submit = Utiliser le code
redeem-submit-sign-in = Se connecter et utiliser le code
redeem-problem-code = Ce code n’est pas le bon. Veuillez vérifier chaque lettre et chaque chiffre.
redeem-problem-too-many = Trop de codes erronés. Veuillez réessayer dans une heure.
redeem-problem-used = Ce code a déjà été utilisé.
redeem-problem-void = Ce cadeau a été repris et ne peut plus être utilisé.
redeem-problem-expired = Ce code a expiré.
redeem-problem-subscribed = Vous avez un abonnement qui se renouvelle, et le cadeau serait perdu. Résiliez d’abord l’abonnement : le cadeau commencera quand il prendra fin. Ou transmettez le code ; il reste valable.
redeem-problem-for-good = Vous lisez déjà tout, sans limite de durée. Transmettez le code ; il reste valable.
redeem-done-title = Il est à vous
redeem-done-text = { $plan } : du { $from } au { $until }. Il prend fin de lui-même.
redeem-giver = Un cadeau de { $name }
redeem-read = Commencer à lire

## Courrier sur les cadeaux
mail-gift-subject = { $giver } vous offre { $site }
mail-gift-text = Bonjour { $name }, { $giver } vous offre un abonnement à { $site } : { $what }. Pour en profiter, suivez le lien ou saisissez ce code :
mail-gift-redeem = Utiliser le cadeau
mail-gift-no-renewal = Il prend fin de lui-même. Il n’y a rien à payer ni à résilier.
mail-gift-paid-subject = Votre cadeau pour { $name }
mail-gift-paid-text = Merci. Votre cadeau pour { $name } est payé : { $what }.
