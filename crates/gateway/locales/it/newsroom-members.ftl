## I membri: l’elenco, e che cosa si può fare per uno di loro
members-beginning = L’indirizzo comincia con
members-holds = Ha
members-holds-plan = un piano
members-holds-nothing = nessun piano
members-holds-staff = un ruolo qui
members-language = Legge
members-languages = Lingue
members-plans = Piani
members-since = Membro dal
members-export = Scarica in CSV
members-first = All’inizio
money-problem-members = Una delle scelte non ha senso e viene ignorata.
member-reads = Legge { $languages }
member-sale-ends = Termina il { $date }.
member-sale-ended = Terminato il { $date }.
member-sale-resumes = Riprende il { $date }.
member-sale-change = Cambia piano
member-sale-end = Disdici alla fine del periodo
member-sale-end-now = Termina subito
member-sale-end-now-sure = Termina adesso
member-sale-end-now-text = Da questo momento non si legge più e nulla viene rimborsato. I rimborsi si fanno più sotto.
member-sale-keep = Lascia che continui
member-sale-pause = Metti in pausa
member-sale-pause-now = Inizia la pausa
member-sale-months = Mesi
member-sale-end-pause = Termina la pausa
member-change-text = La differenza viene regolata subito con la sua carta, e un’e-mail lo comunica.
member-change-none = Non c’è un abbonamento che si possa cambiare.
money-done-refunded = Il denaro sta tornando; un’e-mail lo comunica.
money-done-sale-end = Disdetto. Si legge fino alla fine di quanto pagato.
money-done-sale-end-now = È terminato.
money-done-sale-keep = Continua.
money-done-sale-pause = È in pausa.
money-done-sale-end-pause = La pausa è finita.
money-done-sale-changed = Il piano è stato cambiato.
money-done-signed-out = Disconnesso.
money-done-deleted = L’account è stato eliminato.
money-problem-sale-not-now = Non è possibile nello stato attuale. Nulla è cambiato.
money-problem-sale-unknown = Questo abbonamento, pagamento o atto non esiste. Nulla è cambiato.
money-problem-sale-failed = Stripe non ci è riuscito. Nulla è cambiato; riprovi.
money-problem-sale-no-stripe = Nessun account Stripe è configurato.
money-problem-refund-amount = Rimborsi più di niente e al massimo quanto resta del pagamento.
money-problem-refund-reason = Indichi perché il denaro torna indietro.
money-problem-refund-stale = Nel frattempo una parte di questo pagamento è stata rimborsata. Guardi quanto resta e decida di nuovo.
money-problem-delete-confirm = Scriva esattamente l’indirizzo dell’account.
money-problem-member-is-staff = È l’account di un collega. Gli tolga prima il ruolo.
refund-title = Rimborsare
refund-open = Rimborsa…
refund-paid = pagato il { $date }
refund-amount = Importo in { $currency }
refund-left = Al massimo { $amount }.
refund-reason = Motivo
refund-reason-requested-by-customer = Lo ha chiesto
refund-reason-duplicate = Pagato due volte
refund-reason-fraudulent = Pagato con la carta di altri
refund-submit = Rimborsa
refund-text = Rimborsato per intero, un pagamento non apre più nulla. L’abbonamento continua se non lo termina.
member-sessions = Accessi
member-session = Dal { $since }, visto l’ultima volta { $seen }
member-unknown-device = Browser sconosciuto
member-sign-out = Disconnetti
member-sign-out-all = Disconnetti ovunque
member-no-sessions = Nessun accesso attivo.
member-letters = E-mail
member-letters-text = Gli ultimi trenta giorni. I codici d’accesso sono nascosti.
member-no-letters = Negli ultimi trenta giorni non è partito nulla.
letter-sent = inviata
letter-waiting = in attesa
letter-failed = abbandonata
member-delete = Elimina questo account
member-delete-text = Tutto ciò che si sa di questa persona viene eliminato, qui e presso Stripe, e i suoi abbonamenti terminano subito senza rimborso. Importi e date che servono alla contabilità restano, senza nome. Non si può annullare.
member-delete-confirm = Per confermare scriva { $email }
member-delete-submit = Elimina per sempre

## Membri da un file
members-import = Importa membri
title-admin-import = Importa membri
import-file = Un file di membri
import-another = Un altro file
import-members-text = Prima il file viene letto e controllato; nulla cambia finché non lo dice Lei. Chi ha già un account lo tiene com’è e riceve solo i piani del file; lo stesso file due volte non fa danni. Nessuno riceve e-mail.
import-choose = File CSV
import-hint = La prima riga nomina le colonne: email e, se vuole, name, languages (come de en), plans, from e until (giorni come 2026-12-31). Al massimo 4 MB, in UTF-8.
import-check = Controlla il file
import-state-checked = Controllato
import-state-running = Importazione in corso
import-state-stopped = Interrotto
import-state-done = Importato
import-lines = { $count ->
    [one] { $count-text } membro nel file
   *[other] { $count-text } membri nel file
}
import-new = { $count ->
    [one] { $count-text } nuovo account
   *[other] { $count-text } nuovi account
}
import-known = { $count ->
    [one] { $count-text } ha già un account
   *[other] { $count-text } hanno già un account
}
import-plans = { $count ->
    [one] { $count-text } piano regalato
   *[other] { $count-text } piani regalati
}
import-progress = { $done-text } di { $lines-text } fatti.
import-made = Nuovi account: { $made-text }. Piani regalati: { $granted-text }.
import-run = { $count ->
    [one] Importa { $count-text } membro
   *[other] Importa { $count-text } membri
}
import-wrong = { $count ->
    [one] { $count-text } riga resta fuori
   *[other] { $count-text } righe restano fuori
}
import-line = Riga
import-what = Che cosa non va
import-problem-text = Non è testo in UTF-8. { $what }
import-problem-columns = La prima riga deve nominare le colonne, fra cui email. Sono note { $what }.
import-problem-twice = L’indirizzo è già alla riga { $what }.
import-problem-email = «{ $what }» non è un indirizzo e-mail.
import-problem-name = «{ $what }» non è un nome: al massimo 120 caratteri su una riga.
import-problem-languages = «{ $what }» non è un elenco di lingue come de en.
import-problem-plan = Non c’è un piano «{ $what }».
import-problem-date = «{ $what }» non è un giorno come 2026-12-31.
import-problem-order = L’ultimo giorno, { $what }, precede il primo.
import-problem-no-plan = Ci sono giorni ma nessun piano. { $what }
import-refused-file = Scelga un file che non sia vuoto.
import-refused-size = Il file è troppo grande; al massimo 4 MB.
import-refused-utf-8 = Il file non è in UTF-8. Nel foglio di calcolo lo salvi come «CSV UTF-8».
