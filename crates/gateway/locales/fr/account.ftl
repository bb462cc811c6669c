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
account-problem-staff = Vous travaillez ici. Demandez d’abord à un propriétaire de retirer votre rôle ; vous pourrez ensuite supprimer votre compte.
role-owner = Propriétaire
role-admin = Administration
role-editor = Rédaction
role-author = Auteur
role-translator = Traduction
