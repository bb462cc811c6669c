## Erreurs
error-400-title = Demande incompréhensible
error-400-text = Nous n’arrivons pas à interpréter cette demande.
error-401-title = Session terminée
error-401-text = Reconnectez-vous pour continuer.
error-403-title = Provenance refusée
error-403-text = Ce formulaire venait d’un autre site. Pour votre sécurité, rien n’a été fait.
error-404-title = Il n’y a rien ici
error-404-text = La page a déménagé, ou n’a jamais existé. Peut-être l’un de ces articles ?
error-405-title = Pas de cette façon
error-405-text = Cette adresse ne s’utilise pas ainsi.
error-410-title = Article retiré
error-410-text = Cet article a été retiré et ne peut plus être lu ici.
error-413-title = Envoi trop lourd
error-413-text = L’envoi dépasse ce que nous pouvons accepter.
error-422-title = Envoi inattendu
error-422-text = Ce qui a été envoyé n’est pas ce qui est attendu ici.
error-500-title = Un problème est survenu chez nous
error-500-text = L’erreur vient de nous et elle est signalée. Veuillez réessayer dans un instant.
error-request = Référence : { $id }
error-home = Aller à la une

## Erreurs des interfaces (RFC 9457)
problem-400 = Requête invalide
problem-401 = Session terminée
problem-403 = Refusé
problem-404 = Introuvable
problem-405 = Méthode non autorisée
problem-410 = Supprimé
problem-413 = Trop volumineux
problem-422 = Envoi inattendu
problem-500 = Erreur interne
