## Profilo
title-account = Il tuo profilo
account-plans = Il tuo abbonamento
account-no-plan = Al momento non hai un abbonamento.
account-plan-until = fino al { $date }
account-plan-for-good = senza scadenza
account-plan-ended = terminato
account-profile = Nome e lingue
account-name = Nome
account-languages = Lingue che leggi
account-languages-text = Nell’ordine che preferisci: decide in quale lingua ti mostriamo, proponiamo e inviamo gli articoli.
account-language-place = { $place ->
    [1] Prima lingua
   *[other] { $place-text }ª lingua
}
account-language-none = nessuna
account-save = Salva
account-sessions = Dove hai effettuato l’accesso
account-device-unknown = Browser sconosciuto
account-session-current = questo browser
account-session-seen = Ultimo uso: { $date }
account-session-end = Disconnetti
account-sessions-end-others = Disconnetti tutti gli altri
account-sign-out = Esci qui
account-data = I tuoi dati
account-export-text = Scarica in un file JSON tutto ciò che conserviamo su di te.
account-export = Scarica
account-delete-text = Eliminando il profilo si cancella per sempre tutto ciò che conserviamo su di te, abbonamento compreso.
account-delete-confirm = Per confermare, digita il tuo indirizzo ({ $email })
account-delete = Elimina il profilo
account-done-saved = Salvato.
account-done-revoked = Disconnesso.
account-problem-name = Il nome è troppo lungo o contiene caratteri che non si possono mostrare.
account-problem-languages = Scegli almeno una lingua.
account-problem-confirm = Non è l’indirizzo del tuo profilo; non è stato eliminato nulla.
account-problem-staff = Lavori qui. Chiedi prima a un proprietario di togliere il tuo ruolo; poi potrai eliminare l’account.
role-owner = Proprietario
role-admin = Amministrazione
role-editor = Redazione
role-author = Autore
role-translator = Traduzione
