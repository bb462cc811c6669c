## Rédaction : traduction
title-admin-translate = Traduction
translate-lists = Ce qu’il y a à faire
translate-list-missing = À traduire
translate-list-stale = À actualiser
translate-list-in-review = En relecture
translate-list-due = Attribuées
translate-list-all = Toutes
translate-story = Article
translate-from = Langue source
translate-standing = État
translate-changed = Original modifié
translate-unpublished = non publié
translate-none = Il n’y a rien à faire ici.
translate-stale = à actualiser
translate-ahead = version plus récente non publiée
translate-state-none = à traduire
translate-state-draft = brouillon
translate-state-in-review = en relecture
translate-state-scheduled = programmé
translate-state-published = publié
translate-state-withdrawn = retiré
side-way = { $from } → { $into }
side-to-desk = Vers le bureau des traductions
side-progress = { $filled-text } paragraphes traduits sur { $blocks-text }
side-open = { $count ->
    [one] { $count-text } modification de l’original à traiter
   *[other] { $count-text } modifications de l’original à traiter
}
side-none-open = à jour avec l’original
side-save = Enregistrer
side-all-current = Enregistrer, tout est à jour
side-ask-review = Enregistrer et demander une relecture
side-take-back = Enregistrer et reprendre le travail
side-lines = Titre et descriptions
side-line-title = Titre
side-line-standfirst = Chapeau
side-line-description = Description pour les moteurs de recherche
side-line-seo-title = Titre pour les moteurs de recherche
side-line-cover-alt = Ce que montre l’image principale
side-line-cover-caption = Légende de l’image principale
side-slug = Adresse
side-slug-hint = La dernière partie de l’adresse. Laissée vide, elle est formée à partir du titre.
side-body = Texte
side-block = { $place } : { $kind } en { $language }
side-paywall = La partie gratuite s’arrête ici
side-diff = Ce qui a changé dans l’original
side-theirs = Enregistré entre-temps par quelqu’un d’autre, comparé à votre texte
side-current = C’est à jour
side-keep = Garder ce paragraphe
side-kind-paragraph = Paragraphe
side-kind-heading = Intertitre
side-kind-list = Liste
side-kind-figure = Image
side-kind-quote = Citation
side-kind-code = Code
side-kind-table = Tableau
side-kind-embed = Lien intégré
side-kind-rule = Séparateur
side-kind-note = Note ou définition
side-row-changed = modifié dans l’original
side-row-new = nouveau dans l’original
side-row-missing = non traduit
side-row-gone = supprimé de l’original
side-row-own = seulement dans la traduction
side-row-kept = conservé tel quel
side-done-saved = Enregistré comme nouvelle version.
side-done-same = Rien n’a changé, il n’y avait donc rien à enregistrer.
side-done-current = Enregistré et noté comme étant à jour.
side-done-review = Enregistré. Le texte attend maintenant une relecture.
side-done-back = Enregistré. Le texte est de nouveau en cours.
side-problem-form = Le formulaire était incomplet, rien n’a été enregistré. Veuillez recharger la page.
side-problem-title = Il faut un titre à la traduction.
side-problem-long = Les titres, descriptions et légendes sont limités à 2 000 caractères.
side-problem-slug = Ceci ne peut pas être une adresse. Utilisez des mots en minuscules et des chiffres, reliés par des traits d’union.
side-problem-taken = Un autre texte dans cette langue a déjà cette adresse.
side-problem-stale = Quelqu’un d’autre a enregistré cette traduction entre-temps. Votre texte est toujours là ; là où les deux diffèrent, les deux sont affichés. Enregistrez de nouveau pour que le vôtre le remplace.
side-done-imported = Le fichier a été repris comme nouvelle version.
side-problem-no-file = Veuillez choisir un fichier.
side-problem-file-large = Le fichier dépasse 8 Mio.
side-problem-file-broken = Le fichier est illisible : ce n’est pas du XML bien formé en UTF-8.
side-problem-file-entities = Le fichier contient un type de document ou des entités. De tels fichiers ne sont pas lus.
side-problem-file-other = Le fichier n’est pas au format XLIFF 2.
side-problem-other-story = Le fichier appartient à un autre article ou à une autre langue, ou ne dit pas auquel.
side-files = Pour les outils de traduction
side-files-text = Un fichier XLIFF 2.1 contient l’original et la traduction, paragraphe par paragraphe. Ce qui revient est montré avant tout enregistrement.
side-export = Télécharger le fichier XLIFF
side-file = Fichier traduit
side-import = Voir ce qui changerait
import-back = Retour à la traduction
import-older = L’original a changé depuis la création de ce fichier. Ce qui est concerné restera signalé comme à actualiser.
import-text = Rien n’est encore enregistré. Décochez ce que vous ne voulez pas.
import-same = { $count ->
    [one] { $count-text } texte y est déjà.
   *[other] { $count-text } textes y sont déjà.
}
import-empty = { $count ->
    [one] { $count-text } texte n’est pas traduit.
   *[other] { $count-text } textes ne sont pas traduits.
}
import-strangers = { $count ->
    [one] { $count-text } texte appartient à un paragraphe qui n’existe plus ; il est laissé de côté.
   *[other] { $count-text } textes appartiennent à des paragraphes qui n’existent plus ; ils sont laissés de côté.
}
import-take = Reprendre
import-diff = Ce qui changerait
import-edited = La traduction a été modifiée ici entre-temps.
import-moved = L’original a changé depuis.
import-lost = Manque dans la traduction :
import-unknown = { $count ->
    [one] { $count-text } code est inconnu et a été omis.
   *[other] { $count-text } codes sont inconnus et ont été omis.
}
import-save = Enregistrer comme nouvelle version
import-nothing = Le fichier ne changerait rien.
side-done-signed = Enregistré et validé.
machine-title = Ébauches automatiques
machine-text = Une machine peut ébaucher ce qui manque encore. Elle n’écrase jamais ce que quelqu’un a écrit, et rien n’est publié avant d’avoir été validé par quelqu’un. Enregistrez d’abord.
machine-ask = Ébaucher ce qui manque
machine-running = Ébauche en cours : { $done-text } textes sur { $total-text }.
machine-look = Voir où elle en est
machine-ended = Les dernières ébauches demandées sont faites.
machine-refused = { $count ->
    [one] { $count-text } texte a perdu en route un lien, une note ou une autre marque et a été laissé de côté.
   *[other] { $count-text } textes ont perdu en route un lien, une note ou une autre marque et ont été laissés de côté.
}
machine-made = automatique
machine-sign = Valider
machine-sign-all = Enregistrer, valider toutes les ébauches
machine-unsigned = { $count ->
    [one] { $count-text } ébauche automatique n’est pas validée
   *[other] { $count-text } ébauches automatiques ne sont pas validées
}
machine-problem-unreachable = Le service de traduction n’a pas répondu. Ce qu’il avait ébauché est conservé.
machine-problem-failing = Le service de traduction est surchargé. Ce qu’il avait ébauché est conservé ; réessayez plus tard.
machine-problem-refusing = Le service de traduction refuse : la clé, le quota ou les langues sont peut-être en cause.
machine-problem-unreadable = La réponse du service de traduction est illisible.
machine-problem-inside = Les ébauches n’ont pas pu être enregistrées. Veuillez réessayer.
translate-assignee = Attribué à
translate-due = Échéance
translate-overdue = en retard
assign-title = Qui s’en charge
assign-nobody = personne encore
assign-save = Attribuer
side-done-assigned = Attribution enregistrée.
side-problem-assignee = Veuillez choisir quelqu’un qui travaille dans cette langue.
side-problem-due = Ce n’est pas une date.
title-admin-glossary = Glossaire
glossary-text = Les mots du journal et leur traduction, pour chaque paire de langues. Qui traduit les voit sous chaque paragraphe qui les contient ; les ébauches automatiques s’y tiennent là où le service le permet.
glossary-from = depuis : { $language }
glossary-none = Aucun mot n’est encore inscrit pour ces langues.
glossary-new = Nouveau mot
glossary-source = Mot ({ $language })
glossary-target = Traduction ({ $language })
glossary-done-saved = Enregistré.
glossary-done-removed = Retiré.
glossary-problem-source = Veuillez indiquer un mot de 100 caractères au plus.
glossary-problem-target = Veuillez indiquer sa traduction, en 100 caractères au plus.
glossary-problem-full = Ce glossaire est plein. Retirez-en un mot devenu inutile.
