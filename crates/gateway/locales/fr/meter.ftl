## Un article ouvert sans abonnement
notice-label = À quel titre vous lisez cet article
notice-institution = Vous lisez grâce à l’accès de { $name }.
notice-metered = { $left ->
    [0] C’est votre dernier article gratuit ce mois-ci. D’autres vous attendent dès le { $date }.
    [one] Vous pouvez encore lire { $left-text } article gratuitement ce mois-ci.
   *[other] Vous pouvez encore lire { $left-text } articles gratuitement ce mois-ci.
}
notice-ledger = Ce qui a compté

## Accès réservé
wall-meter-used-up = { $limit ->
    [one] Vous avez lu votre article gratuit du mois. Le prochain sera gratuit dès le { $date }.
   *[other] Vous avez lu vos { $limit-text } articles gratuits du mois. D’autres seront gratuits dès le { $date }.
}
wall-meter-offer = { $limit ->
    [one] Un article par mois est gratuit.
   *[other] { $limit-text } articles par mois sont gratuits.
}
wall-meter-read = Lire cet article gratuitement
wall-meter-no-cookie = Pour compter vos articles gratuits, votre navigateur doit conserver un cookie. Il ne dit rien de vous. Veuillez l’autoriser pour ce site et rouvrir l’article.

## Ce qui a compté
title-meter = Vos articles gratuits
meter-left = { $left ->
    [0] Vous avez lu vos articles gratuits du mois. Vous en aurez { $limit-text } nouveaux le { $date }.
    [one] Vous pouvez encore lire gratuitement { $left-text } article réservé aux abonnés avant le { $date }.
   *[other] Vous pouvez encore lire gratuitement { $left-text } articles réservés aux abonnés avant le { $date }.
}
meter-rule = Un article ne compte qu’une fois, quelle que soit la langue et autant de fois que vous le lisiez, et pas du tout si vous le quittez au bout de quelques secondes.
meter-undo-rule = Vous pouvez annuler la lecture d’un article par mois.
meter-undo-used = Vous avez déjà annulé une lecture ce mois-ci.
meter-off = Aucun article n’est gratuit en ce moment.
meter-reads = { $count ->
    [0] Aucun article ne compte ce mois-ci
    [one] { $count-text } article compte ce mois-ci
   *[other] { $count-text } articles comptent ce mois-ci
}
meter-empty = Vous n’avez pas encore lu d’article gratuit ce mois-ci.
meter-state-counts = compte
meter-state-bounce = quitté aussitôt, ne compte pas
meter-state-undone = annulé, ne compte pas
meter-story-gone = Un article qui n’est plus publié
meter-undo = Annuler
meter-undo-label = Annuler la lecture de « { $title } »
meter-done-undone = Annulé. L’article ne compte plus.
meter-problem-undo = Cette lecture n’a pas pu être annulée : c’est possible une fois par mois, et tant qu’elle compte.
