## Un seul article
title-single = Cet article seulement
single-buy = Acheter cet article : { $amount }
single-text = L’article est à vous pour toujours, dans toutes les langues où il paraît. Il n’y a rien à résilier.
single-submit = Acheter pour { $amount }
single-subscribe = Ou s’abonner et tout lire
single-paid-text = Votre paiement est arrivé. Il reste une étape : connectez-vous en tant que { $email }, afin que l’article soit à vous et à personne d’autre.
single-expired-text = Ce paiement n’a pas abouti et rien n’a été débité.
single-back = Retour
title-stories = Articles achetés
stories-yours = À vous pour toujours
stories-text = Vous pouvez lire ces articles jusqu’à la dernière phrase, à tout moment et dans chaque langue.
stories-none = Vous n’avez pas encore acheté d’article.
stories-gone = Cet article n’est plus publié.
