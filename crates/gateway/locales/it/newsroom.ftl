## Redazione
title-admin = Redazione
admin-nav = Redazione
admin-welcome = Ha effettuato l’accesso come { $role }. Ecco di che cosa può occuparsi.
admin-role-owner = proprietario
admin-role-admin = amministratore
admin-role-editor = redattore
admin-role-author = autore
admin-role-translator = traduttore

## Redazione: il denaro
title-admin-billing = Abbonamenti e pagamenti
admin-who = Chi
admin-plan = Abbonamento
admin-state = Stato
admin-since = Dal
admin-unproved = non ha ancora effettuato l’accesso
admin-sales-none = Nessuno si è ancora abbonato.
admin-failing-none = Tutti i pagamenti sono in regola.
admin-event-kept = conservato
admin-event-applied = elaborato
admin-event-waiting = in attesa
admin-given-up = Abbandonato
admin-given-up-text = Questo non è riuscito troppe volte. Risolta la causa, si può riprovare.
admin-given-up-attempts = { $attempts ->
    [one] Un tentativo.
   *[other] { $attempts } tentativi.
}
admin-replay = Riprova
