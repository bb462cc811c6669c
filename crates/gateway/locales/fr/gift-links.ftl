## Sous un article, et au-dessus d’un article offert
notice-gift = Cet article vous est offert par l’un de nos abonnés.
gift-give-text = Offrez cet article : la personne qui reçoit le lien peut le lire jusqu’au bout pendant 30 jours.
gift-give = Créer un lien cadeau

## Liens cadeaux
title-gift-links = Liens cadeaux
gift-links-left = { $left ->
    [0] Vous avez créé vos { $limit-text } liens cadeaux du mois. Vous pourrez en créer d’autres dès le { $date }.
    [one] Vous pouvez encore créer { $left-text } lien cadeau avant le { $date }.
   *[other] Vous pouvez encore créer { $left-text } liens cadeaux avant le { $date }.
}
gift-links-off = Il n’est pas possible de créer de lien cadeau en ce moment.
gift-link-made = Votre lien cadeau
gift-link-address = Transmettez cette adresse
gift-link-how = Jusqu’au { $date }, toute personne qui l’ouvre peut lire l’article jusqu’au bout, dans toutes les langues.
gift-links-list = Vos liens
gift-links-empty = Vous n’avez pas encore créé de lien cadeau. Le bouton se trouve sous les articles réservés aux abonnés.
gift-link-state-open = ouvert jusqu’au { $date }
gift-link-state-expired = expiré le { $date }
gift-link-state-revoked = annulé
gift-link-uses = { $uses ->
    [0] pas encore ouvert
    [one] ouvert dans { $uses-text } navigateur
   *[other] ouvert dans { $uses-text } navigateurs
}
gift-link-show = Afficher
gift-link-show-label = Afficher le lien vers « { $title } »
gift-link-revoke = Annuler
gift-link-revoke-label = Annuler le lien vers « { $title } »
gift-links-done-revoked = Annulé. Le lien n’ouvre plus rien.
gift-links-problem-used-up = Vous avez créé tous vos liens cadeaux du mois. Vous pourrez en créer d’autres dès le { $date }.
gift-links-problem-not-yours = Seul un abonné dont la formule comprend l’article peut l’offrir.

## Un lien qui n’ouvre plus rien
gift-ended-title = Ce lien cadeau n’est plus valable
gift-ended-text = Un lien cadeau dure 30 jours, et la personne qui l’a créé peut l’annuler. Vous pouvez toujours lire le début de l’article.
gift-ended-story = Voir l’article
