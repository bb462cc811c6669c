## Die Zahlen der Redaktion
title-admin-numbers = Zahlen
title-admin-revenue = Einnahmen
numbers-readers = Leser
numbers-money = Einnahmen
numbers-range = Tage
numbers-days = { $days ->
    [one] Letzter Tag
   *[other] Letzte { $days-text } Tage
}
numbers-other = Andere Tage
numbers-from = Von
numbers-until = Bis
numbers-show = Zeigen
numbers-problem-range = Wählen Sie einen ersten und einen letzten Tag, der nicht davor liegt, nicht nach heute, und höchstens drei Jahre.
numbers-compared = { $first } – { $last }, verglichen mit { $before_first } – { $before_last }
numbers-percent = { $value } %
numbers-change-up = { $by-text } % mehr
numbers-change-down = { $by-text } % weniger
numbers-change-points-up = { $by ->
    [one] { $by-text } Prozentpunkt mehr
   *[other] { $by-text } Prozentpunkte mehr
}
numbers-change-points-down = { $by ->
    [one] { $by-text } Prozentpunkt weniger
   *[other] { $by-text } Prozentpunkte weniger
}
numbers-change-same = wie zuvor
numbers-change-new = zuvor keine
numbers-figure-reads = Gelesene Artikel
numbers-figure-visitors = von Besuchern
numbers-figure-members = von Mitgliedern
numbers-figure-subscribers = von Abonnenten
numbers-figure-walled = Leser an der Paywall
numbers-figure-monthly = Monatlich wiederkehrende Einnahmen
numbers-figure-paying = Bezahlte Abos
numbers-figure-new = Neu
numbers-figure-ended = Beendet
numbers-figure-churn = Abwanderung
numbers-figure-trials = Begonnene Probeabos
numbers-figure-trials-paid = Probeabos, die bezahlt wurden
numbers-series-visitor = Besucher
numbers-series-member = Mitglieder
numbers-series-subscriber = Abonnenten
numbers-series-new = Neu
numbers-series-ended = Beendet
numbers-by-day = Gelesene Artikel nach Tagen
numbers-by-week = Gelesene Artikel nach Wochen
numbers-by-day-text = Von { $first } bis { $last } wurden Artikel { $reads ->
    [one] einmal
   *[other] { $reads-text }-mal
} gelesen. Die Tabelle darunter hat die Zahlen.
numbers-day = Tag
numbers-week-of = Woche ab { $day }
numbers-as-table = Als Tabelle
numbers-csv = Als CSV herunterladen
numbers-funnel = Vom Anriss zum Abo
numbers-funnel-text = Jeder Leser zählt je Artikel einmal am Tag. Wer abonniert, zählt, wenn er zur Zahlung geht, auch zu einem Probeabo.
numbers-step-readers = Leser
numbers-step-walled = An der Paywall
numbers-step-opened = Abos angesehen
numbers-step-subscribed = Abonniert
numbers-of-before = { $value } % des Schritts davor
numbers-languages = Nach Sprachen
numbers-language = Sprache
numbers-stories = Artikel
numbers-story = Artikel
numbers-unpublished = Nicht mehr veröffentlicht
numbers-more = In der Datei stehen mehr.
numbers-nothing = In diesen Tagen wurde nichts gelesen.
numbers-all-searches = Alle Suchen
numbers-how = Gezählt wird ohne Cookies und ohne Adressen aufzuheben: Leser eines Tages unterscheidet ein Hash, dessen Schlüssel um Mitternacht weggeworfen wird. Bekannte Suchroboter, vorab geladene Seiten und Ihre Kollegen zählen nicht.
numbers-monthly = Monatlich wiederkehrende Einnahmen in { $currency }
numbers-monthly-chart = Von { $from } am { $first } zu { $to } am { $last }. Die Tabelle darunter hat die Zahlen.
numbers-movement = Abos, die kamen und gingen
numbers-movement-text = Neue über der Linie, beendete darunter, von { $first } bis { $last }. Die Tabelle darunter hat die Zahlen.
numbers-no-money = In diesen Tagen war kein Abo bezahlt.
numbers-money-how = Einnahmen sind, was bezahlt wurde, verteilt auf die Zeit, für die es bezahlt ist: Ein Jahrespreis zählt ein Zwölftel im Monat, Rabatte sind abgezogen, Probeabos zählen nicht, und was ganz erstattet wurde, war nie da. Steuern sind enthalten. Abwanderung ist, wie viele der am ersten Tag bezahlten Abos zu Ende gegangen sind.
numbers-week = Die letzten sieben Tage
