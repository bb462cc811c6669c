## Redaktion
title-admin = Redaktion
admin-nav = Redaktion
admin-welcome = Sie sind als { $role } angemeldet. Darum können Sie sich hier kümmern.
admin-role-owner = Eigentümer
admin-role-admin = Administrator
admin-role-editor = Redakteur
admin-role-author = Autor
admin-role-translator = Übersetzer

## Redaktion: das Geld
title-admin-billing = Abos und Zahlungen
admin-who = Wer
admin-plan = Abo
admin-state = Stand
admin-since = Seit
admin-unproved = noch nicht angemeldet
admin-sales-none = Noch hat niemand abonniert.
admin-failing-none = Alle Zahlungen sind in Ordnung.
admin-event-kept = abgelegt
admin-event-applied = verarbeitet
admin-event-waiting = wartet
admin-given-up = Aufgegeben
admin-given-up-text = Das ist zu oft fehlgeschlagen. Ist die Ursache behoben, versuchen Sie es neu.
admin-given-up-attempts = { $attempts ->
    [one] Einmal versucht.
   *[other] { $attempts }-mal versucht.
}
admin-replay = Neu versuchen
