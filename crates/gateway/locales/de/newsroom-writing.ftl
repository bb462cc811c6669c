## Redaktion: Artikel
title-admin-stories = Artikel
title-admin-story = Artikel im Überblick
title-admin-story-new = Neuer Artikel
title-admin-story-text = Schreiben
title-admin-story-publish = Veröffentlichen
title-admin-story-revisions = Fassungen
title-admin-stories-deleted = Gelöschte Artikel
title-admin-story-closed = Diesen Artikel ändern andere
story-closed-text = Sie können diesen Artikel lesen, aber ändern können ihn nur andere: wer ihn schreibt, die Redaktion oder wer in diese Sprache übersetzt.
stories-words = Titel oder Adresse
stories-any = alle
stories-author = Autor
stories-stale = vom Original überholt
stories-mine = von mir begonnen
stories-texts = Sprachen
stories-touched = Letzte Änderung
stories-no-section = ohne Ressort
stories-count = { $count ->
    [one] { $count-text } Artikel
   *[other] { $count-text } Artikel
}
stories-done-deleted = Der Artikel ist gelöscht. Leser sehen ihn nirgends mehr.
stories-problem-none-chosen = Bitte kreuzen Sie mindestens einen Artikel an.
stories-problem-no-deed = Bitte wählen Sie, was mit den angekreuzten Artikeln geschehen soll.
stories-problem-gone = Dieser Artikel lässt sich nicht mehr zurückholen.
story-undo = Rückgängig machen
story-title = Titel
story-section = Ressort
story-access = Leser
story-access-public = alle
story-access-members = Angemeldete
story-access-paid = Abonnenten
story-access-plans = bestimmte Abos
story-plans = Diese Abos
story-kind = Art
story-kind-story = Artikel
story-kind-page = feste Seite
story-source = Sprache des Originals
story-authors = Autoren
story-tags = Themen
story-cover = Titelbild
story-cover-hint = Die Kennung des Bildes aus der Mediathek.
story-no-terms = Noch gibt es keine.
story-state-draft = Entwurf
story-state-in-review = wartet auf Freigabe
story-state-scheduled = geplant
story-state-published = veröffentlicht
story-state-withdrawn = zurückgezogen
story-state-none = noch nicht geschrieben
story-stale = Original hat sich geändert
story-ahead = neuere Fassung noch unveröffentlicht
story-begun-by = begonnen von { $name }
story-facts = In allen Sprachen
story-begin = Mit dem Schreiben beginnen
story-new-title-hint = Sie können ihn jederzeit ändern. Aus ihm entsteht ein Vorschlag für die Adresse.
story-duplicate = Duplizieren
story-delete = Löschen
story-delete-text = Ein gelöschter Artikel verschwindet sofort und lässt sich 30 Tage lang zurückholen.
story-theirs = Jemand anderes hat den Artikel inzwischen geändert. Hier weichen Sie davon ab:
story-done-saved = Gespeichert.
story-done-waits = Gespeichert. Der Artikel erscheint, sobald alle gewählten Sprachen fertig sind.
story-done-launched = Alles war fertig: Der Artikel ist in allen gewählten Sprachen erschienen.
story-done-duplicated = Das ist die Kopie. Nichts davon ist veröffentlicht.
story-done-brought-back = Der Artikel ist wieder da, wie er war.
story-problem-overtaken = Jemand anderes hat diesen Artikel gleichzeitig geändert. Es wurde nichts gespeichert; Ihre Auswahl steht noch hier. Wenn Sie erneut speichern, ersetzt sie die andere.
story-problem-access = Bitte wählen Sie mindestens ein Abo.
story-problem-source = Bitte wählen Sie eine Sprache der Website.
story-problem-term = Ein gewähltes Ressort, Thema oder ein gewählter Autor besteht nicht mehr.
story-problem-cover = Zu dieser Kennung gibt es kein Bild.

## Redaktion: mehrere Artikel auf einmal
bulk-choose = Auswahl
bulk-title = Etwas mit den angekreuzten Artikeln tun
bulk-text = Es geschieht Artikel für Artikel; danach sehen Sie, was aus jedem geworden ist.
bulk-publish = Alle Sprachen veröffentlichen
bulk-withdraw = Zurückziehen
bulk-section = In dieses Ressort verschieben
bulk-tag-label = Thema
bulk-tag = Dieses Thema hinzufügen
bulk-access = Für diese Leser öffnen
bulk-results = Was geschehen ist
bulk-result-done = erledigt
bulk-result-nothing = nichts zu tun
bulk-result-errors = nicht veröffentlicht: Die Prüfung hat Fehler gefunden
bulk-result-refused = nicht erlaubt
bulk-result-overtaken = wurde gerade von jemand anderem geändert

## Redaktion: gemeinsam veröffentlichen
launch-title = Sprachen gemeinsam
launch-each = Jede Sprache veröffentlichen, sobald sie fertig ist
launch-together = Warten und diese Sprachen im selben Augenblick veröffentlichen:
launch-languages = Sprachen
launch-save = Speichern
launch-ready = fertig
launch-not-ready = nicht fertig
launch-text = Dieser Artikel erscheint in mehreren Sprachen zugleich, sobald alle fertig sind.
launch-say-ready = Diese Sprache ist fertig
launch-take-back = Doch nicht fertig

## Redaktion: der Editor
writing-field-title = Titel
writing-field-standfirst = Vorspann
writing-field-body = Text
writing-field-slug = Adresse
writing-field-seo_title = Titel für Suchmaschinen
writing-field-description = Beschreibung
writing-field-cover_alt = Was das Titelbild zeigt
writing-field-cover_caption = Zeile unter dem Titelbild
writing-body-hint = Markdown. Was auf diese Zeile folgt, ist für Abonnenten:
writing-words = Wörter:
writing-minutes = Minuten:
writing-slug-hint = Leer lassen für: { $slug }
writing-seo-title-hint = Nur, wenn der Titel für eine Trefferliste zu lang oder zu verspielt ist.
writing-description-hint = Ein, zwei Sätze, bis zu 160 Zeichen.
writing-cover-alt-hint = Für Menschen, die es nicht sehen können.
writing-version = Fassung { $version }.
writing-live-version = Leser sehen Fassung { $version }.
writing-save-over = Fassung der anderen ersetzen
writing-publish = Speichern und veröffentlichen …
writing-submit = Speichern und vorlegen
writing-live = Auf der Website ansehen
writing-read-only = Sie können diesen Text lesen, aber nicht ändern.
writing-stale = Das Original hat sich seit dieser Übersetzung geändert.
writing-unsaved = Das haben Sie bis { $at } geschrieben und nicht gespeichert.
writing-newer = Inzwischen hat { $name } Fassung { $version } gespeichert ({ $at }). Beim Speichern sehen Sie beide.
writing-discard = Verwerfen
writing-somebody = jemand
writing-done-saved = Gespeichert.
writing-done-discarded = Verworfen. Das ist die gespeicherte Fassung.
writing-done-submitted = Gespeichert und vorgelegt. Die Redaktion sieht es sich an.
writing-done-restored = Als neueste Fassung wiederhergestellt.
writing-problem-title = Bitte geben Sie ihm einen Titel.
writing-problem-long = Das ist länger, als wir aufnehmen können.
writing-problem-slug = In einer Adresse können nur Kleinbuchstaben, Ziffern und einzelne Bindestriche stehen.
writing-problem-slug-missing = Aus dem Titel ergibt sich keine Adresse; bitte geben Sie eine an.
writing-problem-slug-reserved = Diese Adresse braucht die Website selbst; bitte wählen Sie eine andere.
writing-problem-slug-taken = Diese Adresse hat schon ein anderer Artikel; bitte wählen Sie eine andere.
writing-problem-source = Bitte wählen Sie eine Sprache der Website.
writing-problem-access = Bitte wählen Sie, wer ihn lesen darf.
writing-problem-section = Dieses Ressort besteht nicht mehr.
conflict-title = Zwei haben gleichzeitig geschrieben
conflict-by = { $name } hat um { $at } Fassung { $version } gespeichert, während Sie schrieben.
conflict-text = Nichts ist verloren: Ihr Text steht unten im Formular, der andere bei den Fassungen. Übernehmen Sie, was Sie brauchen; beim Speichern wird Ihrer der neueste.
conflict-theirs = der andere
conflict-mine = Ihrer
preview-title = Vorschau
preview-as = So sieht es
preview-visitor = ein Besucher
preview-member = jemand Angemeldetes
preview-subscriber = ein Abonnent
preview-open = Vorschau öffnen
seo-title = Adresse und Suche
seo-search = In Suchergebnissen
seo-social = Beim Teilen
diff-skipped = { $count ->
    [one] { $count-text } Absatz unverändert
   *[other] { $count-text } Absätze unverändert
}

## Redaktion: veröffentlichen
publish-back = Zurück zum Text
publish-sound = Die Prüfung hat nichts gefunden.
publish-errors = Muss vorher in Ordnung kommen
publish-warnings = Bitte ansehen
publish-confirm = Ich habe es mir angesehen; trotzdem veröffentlichen
publish-now = Jetzt
publish-now-submit = Jetzt veröffentlichen
publish-updated = Lesern sagen, dass er heute aktualisiert wurde
publish-later = Später
publish-at = Datum und Uhrzeit
publish-zone = In der Zeitzone der Website: { $zone }. Dort ist es { $now }.
publish-schedule = Planen
publish-withdraw-published = Zurückziehen
publish-withdraw-scheduled = Planung aufheben
publish-withdraw-in-review = Zurück zum Entwurf
publish-done-published = Veröffentlicht. Leser sehen es jetzt.
publish-done-scheduled = Geplant. Es erscheint von selbst.
publish-done-withdrawn = Zurückgenommen.
publish-done-ready = Als fertig vermerkt. Jetzt fehlen noch die anderen Sprachen.
publish-done-not-ready = Nicht mehr als fertig vermerkt.
publish-done-launched = Alle Sprachen waren fertig: Sie sind jetzt alle erschienen.
publish-problem-errors = Einiges muss vorher in Ordnung kommen.
publish-problem-warnings = Bitte sehen Sie sich die Warnungen an und bestätigen Sie sie.
publish-problem-time = Das ist kein Datum mit Uhrzeit.
publish-problem-past = Dieser Zeitpunkt ist schon vorbei.
publish-problem-gap = Diese Uhrzeit gibt es nicht: Da werden die Uhren vorgestellt. Bitte wählen Sie eine davor oder danach.
publish-problem-published = Er ist schon veröffentlicht. Ziehen Sie ihn zurück, bevor Sie ihn planen.
publish-problem-act = Bitte wählen Sie, was geschehen soll.
check-there = Zur Stelle
check-at-line = Zeile { $line }
check-no-text = Es gibt keinen Text.
check-no-alt = Einem Bild fehlt die Beschreibung für Menschen, die es nicht sehen können.
check-no-cover-alt = Dem Titelbild fehlt die Beschreibung für Menschen, die es nicht sehen können.
check-no-picture = Dieses Bild ist nicht in der Mediathek und wird deshalb nicht gezeigt.
check-broken-link = Dieser Link führt zu einer Seite dieser Website, die es nicht gibt.
check-empty-note = Eine Fußnote hat keinen Text.
check-missing-note = Zu diesem Zeichen gibt es keine Fußnote.
check-all-in-teaser = Der Artikel ist nicht für alle, aber alle können ihn ganz lesen: Auf den Anriss folgt nichts.
check-marker-for-nothing = Es gibt eine Bezahlschranke, aber der Artikel ist für alle.
check-short-teaser = { $count ->
    [one] Der Anriss hat nur { $count-text } Wort. Wer würde dafür ein Abo abschließen?
   *[other] Der Anriss hat nur { $count-text } Wörter. Wer würde dafür ein Abo abschließen?
}
check-long-title = Der Titel hat { $count-text } Zeichen; Suchmaschinen zeigen etwa 70.
check-long-description = Die Beschreibung hat { $count-text } Zeichen; gezeigt werden etwa 160.
check-no-description = Es fehlt eine Beschreibung für Suchmaschinen und geteilte Links.

## Redaktion: Fassungen
revision = Fassung
revision-from = von
revision-to = bis
revision-at = Gespeichert
revision-by = Von
revision-nobody = Import
revision-live = sehen die Leser
revision-compare = Vergleichen
revision-difference = Von Fassung { $from } zu { $to }
revision-removed = entfernt
revision-added = hinzugefügt
revision-same = Sie sagen dasselbe.
revision-restore = Fassung { $version } wiederherstellen

## Redaktion: gelöschte Artikel
deleted-text = Gelöschte Artikel werden { $days } Tage aufbewahrt. Danach sind sie endgültig fort.
deleted-none = Nichts ist gelöscht.
deleted-at = Gelöscht { $at }; aufbewahrt bis { $until }
deleted-bring-back = Zurückholen
