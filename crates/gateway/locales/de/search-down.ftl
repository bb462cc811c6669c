## Where search is all there is, and it is down
error-503-title = Die Suche ist gestört
error-503-text = Die Suche ist gerade gestört. Alles andere läuft; bitte versuchen Sie es in Kürze noch einmal.
problem-503 = Suche nicht verfügbar
