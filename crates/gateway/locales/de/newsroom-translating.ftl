## Redaktion: Übersetzen
title-admin-translate = Übersetzen
translate-lists = Was zu tun ist
translate-list-missing = Fehlend
translate-list-stale = Veraltet
translate-list-in-review = Zur Prüfung
translate-list-due = Vergeben
translate-list-all = Alle
translate-story = Artikel
translate-from = Aus
translate-standing = Stand
translate-changed = Original geändert
translate-unpublished = nicht veröffentlicht
translate-none = Hier gibt es nichts zu tun.
translate-stale = veraltet
translate-ahead = neuere Fassung nicht veröffentlicht
translate-state-none = fehlt
translate-state-draft = Entwurf
translate-state-in-review = zur Prüfung
translate-state-scheduled = geplant
translate-state-published = veröffentlicht
translate-state-withdrawn = zurückgezogen
side-way = { $from } → { $into }
side-to-desk = Zur Übersetzungsübersicht
side-progress = { $filled-text } von { $blocks-text } Absätzen übersetzt
side-open = { $count ->
    [one] 1 Änderung am Original ist offen
   *[other] { $count-text } Änderungen am Original sind offen
}
side-none-open = auf dem Stand des Originals
side-save = Speichern
side-all-current = Speichern, alles ist aktuell
side-ask-review = Speichern und prüfen lassen
side-take-back = Speichern und weiterbearbeiten
side-lines = Titel und Beschreibungen
side-line-title = Titel
side-line-standfirst = Vorspann
side-line-description = Beschreibung für Suchmaschinen
side-line-seo-title = Titel für Suchmaschinen
side-line-cover-alt = Was das Titelbild zeigt
side-line-cover-caption = Bildunterschrift des Titelbilds
side-slug = Adresse
side-slug-hint = Der letzte Teil der Adresse. Bleibt das Feld leer, entsteht er aus dem Titel.
side-body = Text
side-block = { $place }: { $kind } auf { $language }
side-paywall = Hier endet der freie Teil
side-diff = Was sich am Original geändert hat
side-theirs = Inzwischen von jemand anderem gespeichert, mit Ihrem Text verglichen
side-current = Ist aktuell
side-keep = Absatz behalten
side-kind-paragraph = Absatz
side-kind-heading = Überschrift
side-kind-list = Liste
side-kind-figure = Bild
side-kind-quote = Zitat
side-kind-code = Code
side-kind-table = Tabelle
side-kind-embed = Eingebetteter Link
side-kind-rule = Trennlinie
side-kind-note = Fußnote oder Verweis
side-row-changed = im Original geändert
side-row-new = neu im Original
side-row-missing = nicht übersetzt
side-row-gone = im Original gestrichen
side-row-own = nur in der Übersetzung
side-row-kept = bleibt, wie es ist
side-done-saved = Als neue Fassung gespeichert.
side-done-same = Es wurde nichts geändert, also war nichts zu speichern.
side-done-current = Gespeichert und als aktuell vermerkt.
side-done-review = Gespeichert. Der Text wartet nun auf die Prüfung.
side-done-back = Gespeichert. Der Text ist wieder in Arbeit.
side-problem-form = Das Formular war unvollständig, deshalb wurde nichts gespeichert. Bitte laden Sie die Seite neu.
side-problem-title = Die Übersetzung braucht einen Titel.
side-problem-long = Titel, Beschreibungen und Bildunterschriften dürfen höchstens 2.000 Zeichen haben.
side-problem-slug = Das kann keine Adresse sein. Bitte nehmen Sie Wörter aus Kleinbuchstaben und Ziffern, mit Bindestrichen verbunden.
side-problem-taken = Ein anderer Text in dieser Sprache hat diese Adresse.
side-problem-stale = Inzwischen hat jemand anderes diese Übersetzung gespeichert. Ihr Text steht noch hier; wo sich beide unterscheiden, sehen Sie beide. Speichern Sie noch einmal, wenn Ihrer gelten soll.
side-done-imported = Die Datei wurde als neue Fassung übernommen.
side-problem-no-file = Bitte wählen Sie eine Datei.
side-problem-file-large = Die Datei ist größer als 8 MiB.
side-problem-file-broken = Die Datei lässt sich nicht lesen: Sie ist kein wohlgeformtes XML in UTF-8.
side-problem-file-entities = Die Datei enthält eine Dokumenttyp-Angabe oder Entitäten. Solche Dateien werden nicht gelesen.
side-problem-file-other = Die Datei ist kein XLIFF 2.
side-problem-other-story = Die Datei gehört zu einem anderen Artikel oder einer anderen Sprache oder sagt nicht, zu welchem.
side-files = Für Übersetzungswerkzeuge
side-files-text = Eine Datei in XLIFF 2.1 enthält Original und Übersetzung Absatz für Absatz. Was zurückkommt, wird gezeigt, bevor etwas gespeichert wird.
side-export = XLIFF herunterladen
side-file = Übersetzte Datei
side-import = Änderungen ansehen
import-back = Zurück zur Übersetzung
import-older = Das Original wurde geändert, seit es diese Datei gibt. Was davon betroffen ist, bleibt auch nach der Übernahme als veraltet markiert.
import-text = Noch ist nichts gespeichert. Wählen Sie ab, was Sie nicht übernehmen wollen.
import-same = { $count ->
    [one] 1 Text steht schon so da.
   *[other] { $count-text } Texte stehen schon so da.
}
import-empty = { $count ->
    [one] 1 Text ist nicht übersetzt.
   *[other] { $count-text } Texte sind nicht übersetzt.
}
import-strangers = { $count ->
    [one] 1 Text gehört zu einem Absatz, den es nicht mehr gibt; er entfällt.
   *[other] { $count-text } Texte gehören zu Absätzen, die es nicht mehr gibt; sie entfallen.
}
import-take = Übernehmen
import-diff = Was sich ändern würde
import-edited = Die Übersetzung wurde hier inzwischen geändert.
import-moved = Das Original hat sich seitdem geändert.
import-lost = Fehlt in der Übersetzung:
import-unknown = { $count ->
    [one] 1 Auszeichnung ist unbekannt und wurde weggelassen.
   *[other] { $count-text } Auszeichnungen sind unbekannt und wurden weggelassen.
}
import-save = Als neue Fassung speichern
import-nothing = Die Datei würde nichts ändern.
side-done-signed = Gespeichert und abgezeichnet.
machine-title = Maschinelle Entwürfe
machine-text = Eine Maschine kann entwerfen, was noch fehlt. Sie schreibt nie über, was jemand geschrieben hat, und nichts davon wird veröffentlicht, bevor es jemand abgezeichnet hat. Speichern Sie vorher.
machine-ask = Fehlendes entwerfen
machine-running = Wird entworfen: { $done-text } von { $total-text } Texten.
machine-look = Stand ansehen
machine-ended = Die zuletzt verlangten Entwürfe sind fertig.
machine-refused = { $count ->
    [one] 1 Text hat unterwegs einen Link, eine Fußnote oder eine andere Auszeichnung verloren und wurde weggelassen.
   *[other] { $count-text } Texte haben unterwegs einen Link, eine Fußnote oder eine andere Auszeichnung verloren und wurden weggelassen.
}
machine-made = maschinell
machine-sign = Abzeichnen
machine-sign-all = Speichern, alle Entwürfe abzeichnen
machine-unsigned = { $count ->
    [one] 1 maschineller Entwurf ist nicht abgezeichnet
   *[other] { $count-text } maschinelle Entwürfe sind nicht abgezeichnet
}
machine-problem-unreachable = Der Übersetzungsdienst hat nicht geantwortet. Was er vorher entworfen hat, ist da.
machine-problem-failing = Der Übersetzungsdienst ist überlastet. Was er vorher entworfen hat, ist da; bitte versuchen Sie es später noch einmal.
machine-problem-refusing = Der Übersetzungsdienst weigert sich: Schlüssel, Kontingent oder Sprachen stimmen womöglich nicht.
machine-problem-unreadable = Die Antwort des Übersetzungsdienstes ist nicht zu verstehen.
machine-problem-inside = Die Entwürfe ließen sich nicht speichern. Bitte versuchen Sie es noch einmal.
translate-assignee = Vergeben an
translate-due = Fällig
translate-overdue = überfällig
assign-title = Wer es macht
assign-nobody = noch niemand
assign-save = Vergeben
side-done-assigned = Vergeben.
side-problem-assignee = Bitte wählen Sie jemanden, der in dieser Sprache arbeitet.
side-problem-due = Das ist kein Datum.
title-admin-glossary = Glossar
glossary-text = Die Wörter der Zeitung und wie sie übersetzt werden, für jedes Sprachenpaar. Wer übersetzt, sieht sie unter jedem Absatz, in dem sie stehen; maschinelle Entwürfe halten sich daran, wo der Dienst das kann.
glossary-from = aus: { $language }
glossary-none = Für diese Sprachen ist noch kein Wort eingetragen.
glossary-new = Neues Wort
glossary-source = Wort ({ $language })
glossary-target = Übersetzung ({ $language })
glossary-done-saved = Gespeichert.
glossary-done-removed = Entfernt.
glossary-problem-source = Bitte geben Sie ein Wort an, höchstens 100 Zeichen lang.
glossary-problem-target = Bitte geben Sie die Übersetzung an, höchstens 100 Zeichen lang.
glossary-problem-full = Dieses Glossar ist voll. Bitte entfernen Sie ein Wort, das niemand mehr braucht.
