## Rédaction
title-admin = Rédaction
admin-nav = Rédaction
admin-welcome = Vous êtes connecté en tant que { $role }. Voici ce dont vous pouvez vous occuper.
admin-role-owner = propriétaire
admin-role-admin = administrateur
admin-role-editor = rédacteur
admin-role-author = auteur
admin-role-translator = traducteur

## Rédaction : l’argent
title-admin-billing = Abonnements et paiements
admin-who = Qui
admin-plan = Formule
admin-state = État
admin-since = Depuis
admin-unproved = pas encore connecté
admin-sales-none = Personne ne s’est encore abonné.
admin-failing-none = Tous les paiements sont en ordre.
admin-event-kept = conservé
admin-event-applied = traité
admin-event-waiting = en attente
admin-given-up = Abandonné
admin-given-up-text = Cela a échoué trop souvent. Une fois la cause corrigée, relancez.
admin-given-up-attempts = { $attempts ->
    [one] { $attempts } essai.
   *[other] { $attempts } essais.
}
admin-replay = Relancer
