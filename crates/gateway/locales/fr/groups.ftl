## Groupes
title-group-offer = Pour les groupes
group-offer-text = Un abonnement pour plusieurs : vous payez les places et décidez qui les occupe.
group-price-month = { $amount } par mois et par place
group-price-year = { $amount } par an et par place
group-seats = Nombre de places
group-seats-label = Combien de places souhaitez-vous ?
group-at-least = { $count ->
    [one] { $count-text } place au moins
   *[other] { $count-text } places au moins
}
group-submit = Passer au paiement
group-submit-sign-in = Se connecter et continuer
group-none = Il n’y a pas d’abonnement de groupe pour le moment.
title-group = Votre groupe
group-taken = { $taken-text } places sur { $seats-text } sont occupées ou proposées.
group-ended = L’abonnement n’est pas en cours ; personne ne lit grâce à lui.
group-state-invited = invité
group-state-taken = occupée
group-state-standing = sans place libre
group-remove = Reprendre
group-remove-of = Reprendre la place de { $email }
group-invite = Proposer une place
group-invite-text = Nous envoyons un e-mail avec un lien. Seul le titulaire de l’adresse peut prendre la place ; elle est réservée pendant 30 jours.
group-invite-submit = Envoyer l’invitation
group-domain = Les collègues viennent d’eux-mêmes
group-domain-off = Qui se connecte avec une adresse chez { $domain } reçoit une place libre sans invitation.
group-domain-on = Qui se connecte avec une adresse chez { $domain } reçoit une place libre. Vous pouvez la reprendre à tout moment.
group-domain-open = Activer
group-domain-close = Désactiver
group-subscription = Paiement, factures, résiliation
group-change-due = { $seats ->
    [one] Pour { $seats-text } place, vous payez { $amount } maintenant, pour le reste de la période.
   *[other] Pour { $seats-text } places, vous payez { $amount } maintenant, pour le reste de la période.
}
group-change-credit = { $seats ->
    [one] Avec { $seats-text } place, { $amount } seront portés au crédit de votre prochaine facture.
   *[other] Avec { $seats-text } places, { $amount } seront portés au crédit de votre prochaine facture.
}
group-done-invited = L’invitation est en route.
group-done-removed = La place est de nouveau libre.
group-done-domain = Enregistré.
group-done-changed = Le nombre de places a été modifié.
group-done-accepted = La place est à vous. Vous pouvez désormais tout lire.
group-done-left = Vous avez laissé la place.
group-problem-email = Ce n’est pas une adresse e-mail. Elle devrait ressembler à nom@example.org.
group-problem-full = Toutes les places sont occupées ou proposées. Ajoutez des places ou reprenez-en une.
group-problem-seated = Cette adresse a déjà une place.
group-problem-ended = L’abonnement n’est pas en cours. Veuillez d’abord vérifier le paiement.
group-problem-seats = Veuillez choisir un nombre entre { $least-text } et { $most-text }.
group-problem-too-few = { $count ->
    [one] { $count-text } place est occupée ou proposée. Reprenez-la d’abord.
   *[other] { $count-text } places sont occupées ou proposées. Reprenez d’abord celles que vous voulez supprimer.
}
group-problem-not-shown = Le prix a changé entre-temps. Veuillez le consulter à nouveau.
group-problem-public = N’importe qui peut avoir une adresse chez ce fournisseur : le groupe ne peut donc pas lui être ouvert.
group-problem-too-many = Un très grand nombre d’invitations ont été envoyées aujourd’hui. Veuillez continuer demain.
group-problem-failed = Notre prestataire de paiement n’a pas pu le faire. Rien n’a été modifié ; veuillez réessayer ou vérifier votre carte.

## Places
title-seat = Une place pour vous
seat-text = { $from } vous propose une place ({ $plan }). Vous lisez tout et ne payez rien.
seat-accept = Prendre la place
seat-seen = La personne qui paie pour le groupe voit votre adresse e-mail, mais pas ce que vous lisez.
seat-state-sign-in = Connectez-vous avec l’adresse à laquelle l’invitation a été envoyée.
seat-state-other = Cette place est proposée à une autre adresse. Déconnectez-vous, puis connectez-vous avec l’adresse à laquelle l’invitation a été envoyée.
seat-state-gone = Cette invitation n’est plus valable.
seat-state-full = Toutes les places du groupe sont occupées. Adressez-vous à la personne qui vous a invité.
seat-own = Votre place
seat-from = Payée par { $from }
seat-leave = Laisser la place

## Courrier sur les places
mail-seat-subject = Une place pour vous chez { $site }
mail-seat-text = { $from } vous propose une place chez { $site } ({ $plan }) : vous lisez tout et ne payez rien.
mail-seat-how = Connectez-vous avec cette adresse e-mail ; la place vous est réservée pendant 30 jours. Si vous n’en voulez pas, vous n’avez rien à faire.
mail-seat-taken-subject = Votre place chez { $site } a pris fin
mail-seat-taken-text = { $from } a repris la place grâce à laquelle vous lisiez { $site }. Votre compte reste ; pour continuer à lire, vous pouvez vous abonner vous-même.
