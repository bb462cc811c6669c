## Mitglieder: die Liste, und was man für eines tun kann
members-beginning = Adresse beginnt mit
members-holds = Hat
members-holds-plan = ein Abo
members-holds-nothing = kein Abo
members-holds-staff = eine Rolle hier
members-language = Liest
members-languages = Sprachen
members-plans = Abos
members-since = Mitglied seit
members-export = Als CSV herunterladen
members-first = Zum Anfang
money-problem-members = Eine der Angaben ergibt keinen Sinn und wird nicht beachtet.
member-reads = Liest { $languages }
member-sale-ends = Endet am { $date }.
member-sale-ended = Endete am { $date }.
member-sale-resumes = Geht am { $date } weiter.
member-sale-change = Abo wechseln
member-sale-end = Zum Ende der Laufzeit kündigen
member-sale-end-now = Sofort beenden
member-sale-end-now-sure = Jetzt beenden
member-sale-end-now-text = Ab sofort ist nichts mehr zu lesen, und nichts wird erstattet. Erstattungen gibt es weiter unten.
member-sale-keep = Weiterlaufen lassen
member-sale-pause = Pausieren
member-sale-pause-now = Pause beginnen
member-sale-months = Monate
member-sale-end-pause = Pause beenden
member-change-text = Der Unterschied wird sofort über die Karte des Mitglieds abgerechnet, und eine E-Mail sagt es ihm.
member-change-none = Es gibt kein Abo, das sich wechseln ließe.
money-done-refunded = Das Geld ist auf dem Rückweg; eine E-Mail sagt Bescheid.
money-done-sale-end = Gekündigt. Gelesen wird bis zum Ende des Bezahlten.
money-done-sale-end-now = Es ist beendet.
money-done-sale-keep = Es läuft weiter.
money-done-sale-pause = Es pausiert.
money-done-sale-end-pause = Die Pause ist vorbei.
money-done-sale-changed = Das Abo wurde gewechselt.
money-done-signed-out = Abgemeldet.
money-done-deleted = Das Konto wurde gelöscht.
money-problem-sale-not-now = Das geht nicht, wie es jetzt steht. Es wurde nichts geändert.
money-problem-sale-unknown = Dieses Abo, diese Zahlung oder diese Handlung gibt es nicht. Es wurde nichts geändert.
money-problem-sale-failed = Stripe konnte das nicht. Es wurde nichts geändert; bitte versuchen Sie es noch einmal.
money-problem-sale-no-stripe = Es ist kein Stripe-Konto eingerichtet.
money-problem-refund-amount = Erstatten Sie mehr als nichts und höchstens, was von der Zahlung übrig ist.
money-problem-refund-reason = Sagen Sie, warum das Geld zurückgeht.
money-problem-refund-stale = Von dieser Zahlung wurde inzwischen etwas erstattet. Sehen Sie, was übrig ist, und entscheiden Sie neu.
money-problem-delete-confirm = Tippen Sie die Adresse des Kontos genau ab.
money-problem-member-is-staff = Das ist das Konto eines Kollegen. Nehmen Sie ihm zuerst die Rolle.
refund-title = Geld erstatten
refund-open = Erstatten …
refund-paid = bezahlt am { $date }
refund-amount = Betrag in { $currency }
refund-left = Höchstens { $amount }.
refund-reason = Grund
refund-reason-requested-by-customer = Darum gebeten
refund-reason-duplicate = Doppelt bezahlt
refund-reason-fraudulent = Mit fremder Karte bezahlt
refund-submit = Erstatten
refund-text = Ganz erstattet, öffnet eine Zahlung nichts mehr. Das Abo selbst läuft weiter, wenn Sie es nicht beenden.
member-sessions = Angemeldet
member-session = Seit { $since }, zuletzt gesehen { $seen }
member-unknown-device = Unbekannter Browser
member-sign-out = Abmelden
member-sign-out-all = Überall abmelden
member-no-sessions = Nirgends angemeldet.
member-letters = E-Mails
member-letters-text = Die letzten dreißig Tage. Codes zum Anmelden sind weggelassen.
member-no-letters = In den letzten dreißig Tagen ging nichts hinaus.
letter-sent = gesendet
letter-waiting = wartet
letter-failed = aufgegeben
member-delete = Dieses Konto löschen
member-delete-text = Alles über das Mitglied wird gelöscht, hier und bei Stripe, und seine Abos enden sofort ohne Erstattung. Beträge und Daten, die die Bücher brauchen, bleiben ohne Namen. Das lässt sich nicht rückgängig machen.
member-delete-confirm = Tippen Sie zur Bestätigung { $email }
member-delete-submit = Endgültig löschen

## Mitglieder aus einer Datei
members-import = Mitglieder importieren
title-admin-import = Mitglieder importieren
import-file = Eine Datei mit Mitgliedern
import-another = Eine andere Datei
import-members-text = Zuerst wird die Datei gelesen und geprüft; geändert wird nichts, bevor Sie es sagen. Wer schon ein Konto hat, behält es, wie es ist, und bekommt nur die Abos aus der Datei; dieselbe Datei zweimal schadet nicht. Niemand bekommt eine E-Mail.
import-choose = CSV-Datei
import-hint = Die erste Zeile nennt die Spalten: email, und wenn Sie mögen name, languages (etwa de en), plans, from und until (Tage wie 2026-12-31). Höchstens 4 MB, in UTF-8.
import-check = Datei prüfen
import-state-checked = Geprüft
import-state-running = Wird importiert
import-state-stopped = Unterbrochen
import-state-done = Importiert
import-lines = { $count ->
    [one] { $count-text } Mitglied in der Datei
   *[other] { $count-text } Mitglieder in der Datei
}
import-new = { $count ->
    [one] { $count-text } neues Konto
   *[other] { $count-text } neue Konten
}
import-known = { $count ->
    [one] { $count-text } hat schon ein Konto
   *[other] { $count-text } haben schon ein Konto
}
import-plans = { $count ->
    [one] { $count-text } Abo wird geschenkt
   *[other] { $count-text } Abos werden geschenkt
}
import-progress = { $done-text } von { $lines-text } fertig.
import-made = Neue Konten: { $made-text }. Geschenkte Abos: { $granted-text }.
import-run = { $count ->
    [one] { $count-text } Mitglied importieren
   *[other] { $count-text } Mitglieder importieren
}
import-wrong = { $count ->
    [one] { $count-text } Zeile bleibt weg
   *[other] { $count-text } Zeilen bleiben weg
}
import-line = Zeile
import-what = Was nicht stimmt
import-problem-text = Das ist kein Text in UTF-8. { $what }
import-problem-columns = Die erste Zeile muss die Spalten nennen, darunter email. Bekannt sind { $what }.
import-problem-twice = Die Adresse steht schon in Zeile { $what }.
import-problem-email = „{ $what }“ ist keine E-Mail-Adresse.
import-problem-name = „{ $what }“ ist kein Name: höchstens 120 Zeichen in einer Zeile.
import-problem-languages = „{ $what }“ ist keine Liste von Sprachen wie de en.
import-problem-plan = Ein Abo „{ $what }“ gibt es nicht.
import-problem-date = „{ $what }“ ist kein Tag wie 2026-12-31.
import-problem-order = Der letzte Tag, { $what }, liegt vor dem ersten.
import-problem-no-plan = Es gibt Tage, aber kein Abo. { $what }
import-refused-file = Wählen Sie eine Datei, die nicht leer ist.
import-refused-size = Die Datei ist zu groß; 4 MB sind das Höchste.
import-refused-utf-8 = Die Datei ist nicht in UTF-8. Speichern Sie sie in Ihrer Tabelle als „CSV UTF-8“.
