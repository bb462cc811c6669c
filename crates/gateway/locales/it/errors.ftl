## Errori
error-400-title = Richiesta incomprensibile
error-400-text = Non riusciamo a interpretare la richiesta.
error-401-title = Sessione terminata
error-401-text = Accedi di nuovo per continuare.
error-403-title = Non da lì
error-403-text = Questo modulo arrivava da un altro sito. Per la tua sicurezza non è stato fatto nulla.
error-404-title = Qui non c’è nulla
error-404-text = La pagina si è spostata o non è mai esistita. Forse ti può servire uno di questi articoli?
error-405-title = Non così
error-405-text = Questo indirizzo non si usa in questo modo.
error-410-title = Articolo ritirato
error-410-text = Questo articolo è stato ritirato e qui non si può più leggere.
error-413-title = Troppo pesante
error-413-text = È arrivato più di quanto possiamo accettare.
error-422-title = Non è quello che serve
error-422-text = Ciò che è stato inviato non è quello che ci si aspetta qui.
error-500-title = Qualcosa è andato storto da noi
error-500-text = L’errore è nostro ed è stato segnalato. Riprova tra poco.
error-request = Riferimento: { $id }
error-home = Alla prima pagina

## Errori delle interfacce (RFC 9457)
problem-400 = Richiesta non valida
problem-401 = Sessione terminata
problem-403 = Rifiutato
problem-404 = Non trovato
problem-405 = Metodo non consentito
problem-410 = Non più disponibile
problem-413 = Troppo grande
problem-422 = Contenuto inatteso
problem-500 = Errore interno
