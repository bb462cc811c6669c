## Ein Artikel allein
title-single = Nur dieser Artikel
single-buy = Diesen Artikel kaufen: { $amount }
single-text = Der Artikel gehört Ihnen auf Dauer, in allen Sprachen, in denen er erscheint. Zu kündigen gibt es nichts.
single-submit = Für { $amount } kaufen
single-subscribe = Oder abonnieren und alles lesen
single-paid-text = Ihre Zahlung ist da. Ein Schritt fehlt noch: Melden Sie sich als { $email } an, damit der Artikel Ihnen gehört und niemandem sonst.
single-expired-text = Diese Zahlung wurde nicht abgeschlossen, es wurde nichts abgebucht.
single-back = Zurück
title-stories = Gekaufte Artikel
stories-yours = Auf Dauer Ihre
stories-text = Diese Artikel können Sie jederzeit bis zum letzten Satz lesen, in jeder Sprache.
stories-none = Sie haben noch keinen Artikel gekauft.
stories-gone = Dieser Artikel ist nicht mehr veröffentlicht.
