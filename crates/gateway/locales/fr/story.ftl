## Article
article-available-in = Cet article est disponible en { $list }.
article-passages = Retrouver un passage dans une autre langue
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
