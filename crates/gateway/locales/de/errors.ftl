## Fehler
error-400-title = Das ergab keinen Sinn
error-400-text = Die Anfrage lässt sich nicht verstehen.
error-401-title = Abgemeldet
error-401-text = Melden Sie sich wieder an; dann geht es weiter.
error-403-title = Nicht von dort
error-403-text = Dieses Formular kam von einer anderen Website. Zu Ihrer Sicherheit ist nichts geschehen.
error-404-title = Hier ist nichts
error-404-text = Die Seite ist umgezogen, oder es gab sie nie. Vielleicht hilft einer dieser Artikel?
error-405-title = So nicht
error-405-text = Diese Adresse lässt sich so nicht benutzen.
error-410-title = Zurückgezogen
error-410-text = Dieser Artikel wurde zurückgezogen und kann hier nicht mehr gelesen werden.
error-413-title = Zu viel
error-413-text = Es wurde mehr geschickt, als wir annehmen können.
error-422-title = Das passt nicht
error-422-text = Was geschickt wurde, ist nicht, was hier erwartet wird.
error-500-title = Hier ist etwas schiefgegangen
error-500-text = Der Fehler liegt bei uns und ist gemeldet. Bitte versuchen Sie es in Kürze noch einmal.
error-request = Kennung: { $id }
error-home = Zur Startseite

## Fehler der Schnittstellen (RFC 9457)
problem-400 = Ungültige Anfrage
problem-401 = Abgemeldet
problem-403 = Abgelehnt
problem-404 = Nicht gefunden
problem-405 = Methode nicht erlaubt
problem-410 = Nicht mehr vorhanden
problem-413 = Zu groß
problem-422 = Nicht das Erwartete
problem-500 = Interner Fehler
