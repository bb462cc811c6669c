## Konto
title-account = Ihr Konto
account-plans = Ihr Abonnement
account-no-plan = Sie haben zurzeit kein Abonnement.
account-plan-until = bis { $date }
account-plan-for-good = unbefristet
account-plan-ended = beendet
account-profile = Name und Sprachen
account-name = Name
account-languages = Sprachen, die Sie lesen
account-languages-text = In der Reihenfolge, die Ihnen am liebsten ist: Danach richtet sich, was wir Ihnen zeigen, anbieten und schicken.
account-language-place = { $place ->
    [1] Erste Sprache
   *[other] { $place-text }. Sprache
}
account-language-none = keine
account-save = Speichern
account-sessions = Wo Sie angemeldet sind
account-device-unknown = Unbekannter Browser
account-session-current = dieser Browser
account-session-seen = Zuletzt benutzt: { $date }
account-session-end = Abmelden
account-sessions-end-others = Überall sonst abmelden
account-sign-out = Hier abmelden
account-data = Ihre Daten
account-export-text = Laden Sie alles herunter, was wir über Sie speichern, als JSON-Datei.
account-export = Herunterladen
account-delete-text = Mit dem Konto wird alles gelöscht, was wir über Sie speichern, endgültig und mitsamt dem Abonnement.
account-delete-confirm = Geben Sie zur Bestätigung Ihre Adresse ein ({ $email })
account-delete = Konto löschen
account-done-saved = Gespeichert.
account-done-revoked = Dort abgemeldet.
account-problem-name = Der Name ist zu lang oder enthält Zeichen, die sich nicht darstellen lassen.
account-problem-languages = Bitte wählen Sie mindestens eine Sprache.
account-problem-confirm = Das ist nicht die Adresse Ihres Kontos; es wurde nichts gelöscht.
account-problem-staff = Sie arbeiten hier. Bitten Sie zuerst einen Eigentümer, Ihre Rolle zu entziehen; dann können Sie Ihr Konto löschen.
role-owner = Inhaber
role-admin = Administration
role-editor = Redaktion
role-author = Autor
role-translator = Übersetzung
