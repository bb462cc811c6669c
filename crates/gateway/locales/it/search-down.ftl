## Where search is all there is, and it is down
error-503-title = La ricerca non funziona
error-503-text = La ricerca al momento non funziona. Tutto il resto sì; riprova tra poco.
problem-503 = Ricerca non disponibile
