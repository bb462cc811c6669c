## Les membres : la liste, et ce qu’on peut faire pour l’un d’eux
members-beginning = L’adresse commence par
members-holds = Possède
members-holds-plan = une formule
members-holds-nothing = aucune formule
members-holds-staff = un rôle ici
members-language = Lit
members-languages = Langues
members-plans = Formules
members-since = Membre depuis le
members-export = Télécharger en CSV
members-first = Au début
money-problem-members = L’un des choix n’a pas de sens ; il n’est pas pris en compte.
member-reads = Lit { $languages }
member-sale-ends = Se termine le { $date }.
member-sale-ended = Terminé le { $date }.
member-sale-resumes = Reprend le { $date }.
member-sale-change = Changer de formule
member-sale-end = Résilier à la fin de la période
member-sale-end-now = Mettre fin immédiatement
member-sale-end-now-sure = Y mettre fin maintenant
member-sale-end-now-text = La lecture cesse à l’instant et rien n’est remboursé. Les remboursements se font plus bas.
member-sale-keep = Le laisser continuer
member-sale-pause = Suspendre
member-sale-pause-now = Commencer la pause
member-sale-months = Mois
member-sale-end-pause = Mettre fin à la pause
member-change-text = La différence est réglée aussitôt avec sa carte, et un e-mail l’en informe.
member-change-none = Aucun abonnement ne peut être changé.
money-done-refunded = L’argent est en route ; un e-mail l’annonce.
money-done-sale-end = Résilié. La lecture continue jusqu’à la fin de ce qui est payé.
money-done-sale-end-now = C’est terminé.
money-done-sale-keep = Il continue.
money-done-sale-pause = Il est suspendu.
money-done-sale-end-pause = La pause est finie.
money-done-sale-changed = La formule a été changée.
money-done-signed-out = Déconnexion faite.
money-done-deleted = Le compte a été supprimé.
money-problem-sale-not-now = Ce n’est pas possible dans l’état actuel. Rien n’a été changé.
money-problem-sale-unknown = Cet abonnement, ce paiement ou cet acte n’existe pas. Rien n’a été changé.
money-problem-sale-failed = Stripe n’a pas pu le faire. Rien n’a été changé ; veuillez réessayer.
money-problem-sale-no-stripe = Aucun compte Stripe n’est configuré.
money-problem-refund-amount = Remboursez plus que rien et au plus ce qui reste du paiement.
money-problem-refund-reason = Dites pourquoi l’argent est rendu.
money-problem-refund-stale = Une partie de ce paiement a été remboursée entre-temps. Voyez ce qui reste et décidez à nouveau.
money-problem-delete-confirm = Tapez exactement l’adresse du compte.
money-problem-member-is-staff = C’est le compte d’un collègue. Retirez-lui d’abord son rôle.
refund-title = Rembourser
refund-open = Rembourser…
refund-paid = payé le { $date }
refund-amount = Montant en { $currency }
refund-left = Au plus { $amount }.
refund-reason = Motif
refund-reason-requested-by-customer = À sa demande
refund-reason-duplicate = Payé deux fois
refund-reason-fraudulent = Payé avec la carte d’autrui
refund-submit = Rembourser
refund-text = Remboursé en entier, un paiement n’ouvre plus rien. L’abonnement lui-même continue si vous n’y mettez pas fin.
member-sessions = Connexions
member-session = Depuis le { $since }, vu le { $seen }
member-unknown-device = Navigateur inconnu
member-sign-out = Déconnecter
member-sign-out-all = Déconnecter partout
member-no-sessions = Connecté nulle part.
member-letters = E-mails
member-letters-text = Les trente derniers jours. Les codes de connexion sont masqués.
member-no-letters = Rien n’a été envoyé ces trente derniers jours.
letter-sent = envoyé
letter-waiting = en attente
letter-failed = abandonné
member-delete = Supprimer ce compte
member-delete-text = Tout ce qu’on sait de cette personne est supprimé, ici et chez Stripe, et ses abonnements cessent aussitôt sans remboursement. Les montants et dates nécessaires aux comptes restent, sans nom. C’est irréversible.
member-delete-confirm = Pour confirmer, tapez { $email }
member-delete-submit = Supprimer définitivement

## Des membres depuis un fichier
members-import = Importer des membres
title-admin-import = Importer des membres
import-file = Un fichier de membres
import-another = Un autre fichier
import-members-text = Le fichier est d’abord lu et vérifié ; rien ne change avant que vous le disiez. Qui a déjà un compte le garde tel quel et reçoit seulement les formules du fichier ; le même fichier deux fois ne fait aucun mal. Personne ne reçoit d’e-mail.
import-choose = Fichier CSV
import-hint = La première ligne nomme les colonnes : email et, si vous voulez, name, languages (comme de en), plans, from et until (des jours comme 2026-12-31). 4 Mo au plus, en UTF-8.
import-check = Vérifier le fichier
import-state-checked = Vérifié
import-state-running = Importation en cours
import-state-stopped = Interrompu
import-state-done = Importé
import-lines = { $count ->
    [one] { $count-text } membre dans le fichier
   *[other] { $count-text } membres dans le fichier
}
import-new = { $count ->
    [one] { $count-text } nouveau compte
   *[other] { $count-text } nouveaux comptes
}
import-known = { $count ->
    [one] { $count-text } a déjà un compte
   *[other] { $count-text } ont déjà un compte
}
import-plans = { $count ->
    [one] { $count-text } formule offerte
   *[other] { $count-text } formules offertes
}
import-progress = { $done-text } sur { $lines-text } faits.
import-made = Nouveaux comptes : { $made-text }. Formules offertes : { $granted-text }.
import-run = { $count ->
    [one] Importer { $count-text } membre
   *[other] Importer { $count-text } membres
}
import-wrong = { $count ->
    [one] { $count-text } ligne est laissée de côté
   *[other] { $count-text } lignes sont laissées de côté
}
import-line = Ligne
import-what = Ce qui ne va pas
import-problem-text = Ce n’est pas du texte en UTF-8. { $what }
import-problem-columns = La première ligne doit nommer les colonnes, dont email. Sont connues { $what }.
import-problem-twice = L’adresse est déjà à la ligne { $what }.
import-problem-email = « { $what } » n’est pas une adresse e-mail.
import-problem-name = « { $what } » n’est pas un nom : 120 caractères au plus sur une ligne.
import-problem-languages = « { $what } » n’est pas une liste de langues comme de en.
import-problem-plan = Il n’y a pas de formule « { $what } ».
import-problem-date = « { $what } » n’est pas un jour comme 2026-12-31.
import-problem-order = Le dernier jour, { $what }, précède le premier.
import-problem-no-plan = Il y a des jours mais pas de formule. { $what }
import-refused-file = Choisissez un fichier qui n’est pas vide.
import-refused-size = Le fichier est trop gros ; 4 Mo au plus.
import-refused-utf-8 = Le fichier n’est pas en UTF-8. Dans votre tableur, enregistrez-le en « CSV UTF-8 ».
