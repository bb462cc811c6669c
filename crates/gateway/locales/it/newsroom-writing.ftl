## Redazione: articoli
title-admin-stories = Articoli
title-admin-story = Panoramica dell’articolo
title-admin-story-new = Nuovo articolo
title-admin-story-text = Scrivere
title-admin-story-publish = Pubblicare
title-admin-story-revisions = Versioni
title-admin-stories-deleted = Articoli eliminati
title-admin-story-closed = Questo articolo spetta ad altri
story-closed-text = Puoi leggere questo articolo, ma a modificarlo sono altri: l’autore, la redazione o chi traduce in questa lingua.
stories-words = Titolo o indirizzo
stories-any = tutti
stories-author = Autore
stories-stale = superati dall’originale
stories-mine = iniziati da me
stories-texts = Lingue
stories-touched = Ultima modifica
stories-no-section = senza sezione
stories-count = { $count ->
    [one] { $count-text } articolo
   *[other] { $count-text } articoli
}
stories-done-deleted = L’articolo è eliminato. I lettori non lo vedono più da nessuna parte.
stories-problem-none-chosen = Seleziona almeno un articolo.
stories-problem-no-deed = Scegli che cosa fare degli articoli selezionati.
stories-problem-gone = Questo articolo non si può più recuperare.
story-undo = Annulla
story-title = Titolo
story-section = Sezione
story-access = Lettori
story-access-public = tutti
story-access-members = utenti registrati
story-access-paid = abbonati
story-access-plans = certi abbonamenti
story-plans = Questi abbonamenti
story-kind = Tipo
story-kind-story = articolo
story-kind-page = pagina fissa
story-source = Lingua dell’originale
story-authors = Autori
story-tags = Temi
story-cover = Copertina
story-cover-hint = Il codice dell’immagine nella mediateca.
story-no-terms = Non ce ne sono ancora.
story-state-draft = bozza
story-state-in-review = in attesa di approvazione
story-state-scheduled = programmato
story-state-published = pubblicato
story-state-withdrawn = ritirato
story-state-none = non ancora scritto
story-stale = l’originale è cambiato
story-ahead = versione più recente non pubblicata
story-begun-by = iniziato da { $name }
story-facts = In tutte le lingue
story-begin = Inizia a scrivere
story-new-title-hint = Puoi cambiarlo in ogni momento. Serve a proporre l’indirizzo.
story-duplicate = Duplica
story-delete = Elimina
story-delete-text = Un articolo eliminato sparisce subito e si può recuperare per 30 giorni.
story-theirs = Nel frattempo qualcun altro ha modificato l’articolo. Ecco dove le tue scelte sono diverse:
story-done-saved = Salvato.
story-done-waits = Salvato. L’articolo uscirà quando tutte le lingue scelte saranno pronte.
story-done-launched = Era tutto pronto: l’articolo è pubblicato in tutte le lingue scelte.
story-done-duplicated = Questa è la copia. Nulla ne è pubblicato.
story-done-brought-back = L’articolo è tornato com’era.
story-problem-overtaken = Qualcun altro ha modificato questo articolo nello stesso momento. Non è stato salvato nulla; le tue scelte sono ancora qui. Salva di nuovo per sostituire le altre.
story-problem-access = Scegli almeno un abbonamento.
story-problem-source = Scegli una lingua del sito.
story-problem-term = Una sezione, un tema o un autore scelto non esiste più.
story-problem-cover = Nessuna immagine ha questo codice.

## Redazione: più articoli insieme
bulk-choose = Scegli
bulk-title = Agire sugli articoli selezionati
bulk-text = Si procede articolo per articolo; poi vedrai l’esito di ciascuno.
bulk-publish = Pubblica tutte le lingue
bulk-withdraw = Ritira
bulk-section = Sposta in questa sezione
bulk-tag-label = Tema
bulk-tag = Aggiungi questo tema
bulk-access = Apri a questi lettori
bulk-results = Che cosa è stato fatto
bulk-result-done = fatto
bulk-result-nothing = niente da fare
bulk-result-errors = non pubblicato: il controllo ha trovato errori
bulk-result-refused = non consentito
bulk-result-overtaken = qualcun altro lo stava modificando

## Redazione: pubblicare insieme
launch-title = Lingue insieme
launch-each = Pubblica ogni lingua quando è pronta
launch-together = Aspetta e pubblica queste lingue nello stesso istante:
launch-languages = Lingue
launch-save = Salva
launch-ready = pronta
launch-not-ready = non pronta
launch-text = Questo articolo esce in più lingue nello stesso istante, appena sono tutte pronte.
launch-say-ready = Questa lingua è pronta
launch-take-back = Non è ancora pronta

## Redazione: l’editor
writing-field-title = Titolo
writing-field-standfirst = Sommario
writing-field-body = Testo
writing-field-slug = Indirizzo
writing-field-seo_title = Titolo per i motori di ricerca
writing-field-description = Descrizione
writing-field-cover_alt = Che cosa mostra la copertina
writing-field-cover_caption = Didascalia della copertina
writing-body-hint = Markdown. Ciò che segue questa riga da sola è per gli abbonati:
writing-words = Parole:
writing-minutes = Minuti:
writing-slug-hint = Lascia vuoto per: { $slug }
writing-seo-title-hint = Solo se il titolo è troppo lungo o troppo giocoso per un elenco di risultati.
writing-description-hint = Una o due frasi, fino a 160 caratteri.
writing-cover-alt-hint = Per chi non può vederla.
writing-version = Versione { $version }.
writing-live-version = I lettori vedono la versione { $version }.
writing-save-over = Sostituisci l’altra versione
writing-publish = Salva e pubblica…
writing-submit = Salva e consegna
writing-live = Vedi sul sito
writing-read-only = Puoi leggere questo testo, ma non modificarlo.
writing-stale = L’originale è cambiato dopo questa traduzione.
writing-unsaved = È ciò che hai scritto fino a { $at } e non hai salvato.
writing-newer = Nel frattempo { $name } ha salvato la versione { $version } ({ $at }). Salvando, le vedrai entrambe.
writing-discard = Scarta
writing-somebody = qualcuno
writing-done-saved = Salvato.
writing-done-discarded = Scartato. Questa è la versione salvata.
writing-done-submitted = Salvato e consegnato. La redazione lo esaminerà.
writing-done-restored = Ripristinata come versione più recente.
writing-problem-title = Dagli un titolo.
writing-problem-long = È più lungo di quanto possiamo conservare.
writing-problem-slug = In un indirizzo stanno solo minuscole, cifre e trattini singoli.
writing-problem-slug-missing = Dal titolo non nasce alcun indirizzo; scrivine uno.
writing-problem-slug-reserved = Questo indirizzo serve al sito stesso; scegline un altro.
writing-problem-slug-taken = Un altro articolo ha questo indirizzo; scegline un altro.
writing-problem-source = Scegli una lingua del sito.
writing-problem-access = Scegli chi può leggerlo.
writing-problem-section = Questa sezione non esiste più.
conflict-title = Due persone hanno scritto nello stesso momento
conflict-by = { $name } ha salvato la versione { $version } ({ $at }) mentre scrivevi.
conflict-text = Nulla è perduto: il tuo testo è nel modulo qui sotto, l’altro fra le versioni. Riprendi ciò che serve; salvando, il tuo diventa il più recente.
conflict-theirs = l’altro
conflict-mine = il tuo
preview-title = Anteprima
preview-as = Come la vede
preview-visitor = un visitatore
preview-member = un utente registrato
preview-subscriber = un abbonato
preview-open = Apri l’anteprima
seo-title = Indirizzo e ricerca
seo-search = Nei risultati di ricerca
seo-social = Nelle condivisioni
diff-skipped = { $count ->
    [one] { $count-text } paragrafo invariato
   *[other] { $count-text } paragrafi invariati
}

## Redazione: pubblicare
publish-back = Torna al testo
publish-sound = Il controllo non ha trovato nulla.
publish-errors = Da correggere prima
publish-warnings = Da guardare
publish-confirm = Ho guardato; pubblica lo stesso
publish-now = Ora
publish-now-submit = Pubblica ora
publish-updated = Dire ai lettori che è stato aggiornato oggi
publish-later = Più tardi
publish-at = Data e ora
publish-zone = Nel fuso orario del sito: { $zone }. Lì sono { $now }.
publish-schedule = Programma
publish-withdraw-published = Ritira
publish-withdraw-scheduled = Annulla la programmazione
publish-withdraw-in-review = Riporta in bozza
publish-done-published = Pubblicato. I lettori ora lo vedono.
publish-done-scheduled = Programmato. Uscirà da solo.
publish-done-withdrawn = Ritirato.
publish-done-ready = Segnato come pronto. Aspetta le altre lingue.
publish-done-not-ready = Non più segnato come pronto.
publish-done-launched = Tutte le lingue erano pronte: ora sono tutte pubblicate.
publish-problem-errors = Prima bisogna correggere qualcosa.
publish-problem-warnings = Guarda gli avvisi e confermali.
publish-problem-time = Non è una data con l’ora.
publish-problem-past = Questo momento è già passato.
publish-problem-gap = Quest’ora non esiste: gli orologi vengono portati avanti. Scegline una prima o dopo.
publish-problem-published = È già pubblicato. Ritiralo prima di programmarlo.
publish-problem-act = Scegli che cosa fare.
check-there = Vai lì
check-at-line = Riga { $line }
check-no-text = Non c’è testo.
check-no-alt = Un’immagine non ha descrizione per chi non può vederla.
check-no-cover-alt = La copertina non ha descrizione per chi non può vederla.
check-no-picture = Questa immagine non è nella mediateca e non sarà mostrata.
check-broken-link = Questo link porta a una pagina del sito che non esiste.
check-empty-note = Una nota a piè di pagina è vuota.
check-missing-note = A questo richiamo non corrisponde alcuna nota.
check-all-in-teaser = L’articolo non è per tutti, ma tutti possono leggerlo per intero: dopo l’anteprima non segue nulla.
check-marker-for-nothing = C’è una linea di accesso a pagamento, ma l’articolo è per tutti.
check-short-teaser = { $count ->
    [one] L’anteprima ha solo { $count-text } parola. Chi si abbonerebbe per questo?
   *[other] L’anteprima ha solo { $count-text } parole. Chi si abbonerebbe per questo?
}
check-long-title = Il titolo ha { $count-text } caratteri; i motori di ricerca ne mostrano circa 70.
check-long-description = La descrizione ha { $count-text } caratteri; ne sono mostrati circa 160.
check-no-description = Manca una descrizione per i motori di ricerca e le condivisioni.

## Redazione: versioni
revision = Versione
revision-from = da
revision-to = a
revision-at = Salvata
revision-by = Da chi
revision-nobody = importazione
revision-live = vista dai lettori
revision-compare = Confronta
revision-difference = Dalla versione { $from } alla { $to }
revision-removed = tolto
revision-added = aggiunto
revision-same = Dicono la stessa cosa.
revision-restore = Ripristina la versione { $version }

## Redazione: articoli eliminati
deleted-text = Gli articoli eliminati si conservano per { $days } giorni. Poi sono perduti per sempre.
deleted-none = Nulla è stato eliminato.
deleted-at = Eliminato { $at }; conservato fino al { $until }
deleted-bring-back = Recupera
