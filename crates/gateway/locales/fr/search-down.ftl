## Where search is all there is, and it is down
error-503-title = La recherche est indisponible
error-503-text = La recherche est momentanément indisponible. Tout le reste fonctionne ; veuillez réessayer dans un instant.
problem-503 = Recherche indisponible
