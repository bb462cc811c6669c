## Überall
skip-to-content = Zum Inhalt springen
nav-search = Suche
nav-account = Konto
nav-sign-in = Anmelden
nav-subscribe = Abonnieren
nav-sections = Ressorts
nav-archive = Archiv
nav-language = Sprache:
nav-feed = Atom-Feed
nav-mailbox = Abgefangene Post
reading-time = { $minutes-text } Min. Lesezeit
byline = Von { $names }
updated = Aktualisiert am { $date }
access-members = Für Mitglieder
access-paid = Für Abonnenten
access-plans = In ausgewählten Abos
pager-label = Seiten
pager-previous = Zurück
pager-next = Weiter
pager-position = Seite { $page-text } von { $pages-text }

## Startseite und Listen
front-top = Die wichtigsten Artikel
front-latest = Neueste Artikel
front-empty = Hier ist noch nichts erschienen.
listing-section = Ressort
listing-tag = Thema
listing-author = Redaktion
listing-month = Archiv
listing-count = { $count ->
    [one] { $count-text } Artikel
   *[other] { $count-text } Artikel
}
listing-empty = Hier gibt es noch keine Artikel.
title-archive = Archiv

## Demo
title-mailbox = Abgefangene Post
mailbox-text = Dies ist eine Demo: Post wird nicht verschickt, sondern hier gezeigt.
mailbox-html = Als HTML
mailbox-empty = Noch keine Post.
