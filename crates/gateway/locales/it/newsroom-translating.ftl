## Redazione: traduzione
title-admin-translate = Traduzioni
translate-lists = Che cosa c’è da fare
translate-list-missing = Da tradurre
translate-list-stale = Da aggiornare
translate-list-in-review = In revisione
translate-list-due = Assegnate
translate-list-all = Tutte
translate-story = Articolo
translate-from = Dalla lingua
translate-standing = Stato
translate-changed = Originale modificato
translate-unpublished = non pubblicato
translate-none = Qui non c’è nulla da fare.
translate-stale = da aggiornare
translate-ahead = versione più recente non pubblicata
translate-state-none = manca
translate-state-draft = bozza
translate-state-in-review = in revisione
translate-state-scheduled = programmato
translate-state-published = pubblicato
translate-state-withdrawn = ritirato
side-way = { $from } → { $into }
side-to-desk = All’elenco delle traduzioni
side-progress = { $filled-text } paragrafi tradotti su { $blocks-text }
side-open = { $count ->
    [one] 1 modifica dell’originale è da trattare
   *[other] { $count-text } modifiche dell’originale sono da trattare
}
side-none-open = aggiornata all’originale
side-save = Salva
side-all-current = Salva, tutto è aggiornato
side-ask-review = Salva e chiedi la revisione
side-take-back = Salva e riprendi il lavoro
side-lines = Titolo e descrizioni
side-line-title = Titolo
side-line-standfirst = Sommario
side-line-description = Descrizione per i motori di ricerca
side-line-seo-title = Titolo per i motori di ricerca
side-line-cover-alt = Che cosa mostra la copertina
side-line-cover-caption = Didascalia della copertina
side-slug = Indirizzo
side-slug-hint = L’ultima parte dell’indirizzo. Se resta vuoto, si ricava dal titolo.
side-body = Testo
side-block = { $place }: { $kind } in { $language }
side-paywall = Qui finisce la parte gratuita
side-diff = Che cosa è cambiato nell’originale
side-theirs = Salvato nel frattempo da qualcun altro, a confronto con il tuo testo
side-current = È aggiornato
side-keep = Tieni questo paragrafo
side-kind-paragraph = Paragrafo
side-kind-heading = Titoletto
side-kind-list = Elenco
side-kind-figure = Immagine
side-kind-quote = Citazione
side-kind-code = Codice
side-kind-table = Tabella
side-kind-embed = Link incorporato
side-kind-rule = Separatore
side-kind-note = Nota o definizione
side-row-changed = modificato nell’originale
side-row-new = nuovo nell’originale
side-row-missing = non tradotto
side-row-gone = tolto dall’originale
side-row-own = solo nella traduzione
side-row-kept = resta com’è
side-done-saved = Salvato come nuova versione.
side-done-same = Nulla è cambiato, quindi non c’era nulla da salvare.
side-done-current = Salvato e segnato come aggiornato.
side-done-review = Salvato. Ora il testo attende la revisione.
side-done-back = Salvato. Il testo è di nuovo in lavorazione.
side-problem-form = Il modulo era incompleto, perciò non è stato salvato nulla. Ricarica la pagina.
side-problem-title = La traduzione ha bisogno di un titolo.
side-problem-long = Titoli, descrizioni e didascalie possono avere al massimo 2.000 caratteri.
side-problem-slug = Questo non può essere un indirizzo. Usa parole di lettere minuscole e cifre, unite da trattini.
side-problem-taken = Un altro testo in questa lingua ha già questo indirizzo.
side-problem-stale = Nel frattempo qualcun altro ha salvato questa traduzione. Il tuo testo è ancora qui; dove i due differiscono, vedi entrambi. Salva di nuovo per mettere il tuo al suo posto.
side-done-imported = Il file è stato ripreso come nuova versione.
side-problem-no-file = Scegli un file.
side-problem-file-large = Il file supera gli 8 MiB.
side-problem-file-broken = Il file non si può leggere: non è XML ben formato in UTF-8.
side-problem-file-entities = Il file contiene un tipo di documento o entità. File del genere non vengono letti.
side-problem-file-other = Il file non è XLIFF 2.
side-problem-other-story = Il file appartiene a un altro articolo o a un’altra lingua, oppure non dice a quale.
side-files = Per gli strumenti di traduzione
side-files-text = Un file XLIFF 2.1 contiene originale e traduzione, paragrafo per paragrafo. Ciò che torna viene mostrato prima di salvare.
side-export = Scarica XLIFF
side-file = File tradotto
side-import = Vedi che cosa cambierebbe
import-back = Torna alla traduzione
import-older = L’originale è cambiato da quando esiste questo file. Ciò che ne è toccato resta segnato come da aggiornare.
import-text = Non è ancora stato salvato nulla. Togli la spunta a ciò che non vuoi.
import-same = { $count ->
    [one] 1 testo c’è già.
   *[other] { $count-text } testi ci sono già.
}
import-empty = { $count ->
    [one] 1 testo non è tradotto.
   *[other] { $count-text } testi non sono tradotti.
}
import-strangers = { $count ->
    [one] 1 testo appartiene a un paragrafo che non c’è più; viene tralasciato.
   *[other] { $count-text } testi appartengono a paragrafi che non ci sono più; vengono tralasciati.
}
import-take = Riprendi
import-diff = Che cosa cambierebbe
import-edited = Nel frattempo la traduzione è stata modificata qui.
import-moved = Da allora l’originale è cambiato.
import-lost = Manca nella traduzione:
import-unknown = { $count ->
    [one] 1 codice è sconosciuto ed è stato omesso.
   *[other] { $count-text } codici sono sconosciuti e sono stati omessi.
}
import-save = Salva come nuova versione
import-nothing = Il file non cambierebbe nulla.
side-done-signed = Salvato e approvato.
machine-title = Bozze automatiche
machine-text = Una macchina può abbozzare ciò che manca ancora. Non sovrascrive mai ciò che qualcuno ha scritto, e nulla viene pubblicato prima che qualcuno lo abbia approvato. Salva prima di chiedere.
machine-ask = Abbozza ciò che manca
machine-running = Bozze in corso: { $done-text } testi su { $total-text }.
machine-look = Vedi a che punto è
machine-ended = Le ultime bozze richieste sono pronte.
machine-refused = { $count ->
    [one] 1 testo ha perso per strada un link, una nota o un altro segno ed è stato tralasciato.
   *[other] { $count-text } testi hanno perso per strada un link, una nota o un altro segno e sono stati tralasciati.
}
machine-made = automatico
machine-sign = Approva
machine-sign-all = Salva, approva tutte le bozze
machine-unsigned = { $count ->
    [one] 1 bozza automatica non è approvata
   *[other] { $count-text } bozze automatiche non sono approvate
}
machine-problem-unreachable = Il servizio di traduzione non ha risposto. Ciò che aveva abbozzato è conservato.
machine-problem-failing = Il servizio di traduzione è sovraccarico. Ciò che aveva abbozzato è conservato; riprova più tardi.
machine-problem-refusing = Il servizio di traduzione rifiuta: forse non vanno bene la chiave, il credito o le lingue.
machine-problem-unreadable = La risposta del servizio di traduzione non si può leggere.
machine-problem-inside = Non è stato possibile salvare le bozze. Riprova.
translate-assignee = Assegnato a
translate-due = Scadenza
translate-overdue = in ritardo
assign-title = Chi se ne occupa
assign-nobody = ancora nessuno
assign-save = Assegna
side-done-assigned = Assegnato.
side-problem-assignee = Scegli qualcuno che lavori in questa lingua.
side-problem-due = Questa non è una data.
title-admin-glossary = Glossario
glossary-text = Le parole del giornale e la loro traduzione, per ogni coppia di lingue. Chi traduce le vede sotto ogni paragrafo che le contiene; le bozze automatiche le rispettano dove il servizio lo permette.
glossary-from = da: { $language }
glossary-none = Per queste lingue non c’è ancora nessuna parola.
glossary-new = Nuova parola
glossary-source = Parola ({ $language })
glossary-target = Traduzione ({ $language })
glossary-done-saved = Salvato.
glossary-done-removed = Tolta.
glossary-problem-source = Indica una parola di al massimo 100 caratteri.
glossary-problem-target = Indica la traduzione, in al massimo 100 caratteri.
glossary-problem-full = Questo glossario è pieno. Togli una parola che non serve più.
