## Les chiffres de la rédaction
title-admin-numbers = Chiffres
title-admin-revenue = Revenus
numbers-readers = Lecteurs
numbers-money = Revenus
numbers-range = Jours
numbers-days = { $days ->
    [one] Dernier jour
   *[other] { $days-text } derniers jours
}
numbers-other = Autres jours
numbers-from = Du
numbers-until = Au
numbers-show = Afficher
numbers-problem-range = Choisissez un premier jour et un dernier jour qui ne le précède pas, pas après aujourd’hui, et trois ans au plus.
numbers-compared = { $first } – { $last }, par rapport à { $before_first } – { $before_last }
numbers-percent = { $value } %
numbers-change-up = { $by-text } % de plus
numbers-change-down = { $by-text } % de moins
numbers-change-points-up = { $by ->
    [one] { $by-text } point de plus
   *[other] { $by-text } points de plus
}
numbers-change-points-down = { $by ->
    [one] { $by-text } point de moins
   *[other] { $by-text } points de moins
}
numbers-change-same = comme avant
numbers-change-new = rien avant
numbers-figure-reads = Articles lus
numbers-figure-visitors = par des visiteurs
numbers-figure-members = par des membres
numbers-figure-subscribers = par des abonnés
numbers-figure-walled = Lecteurs devant le paywall
numbers-figure-monthly = Revenu mensuel récurrent
numbers-figure-paying = Abonnements payés
numbers-figure-new = Nouveaux
numbers-figure-ended = Terminés
numbers-figure-churn = Attrition
numbers-figure-trials = Essais commencés
numbers-figure-trials-paid = Essais devenus payants
numbers-series-visitor = Visiteurs
numbers-series-member = Membres
numbers-series-subscriber = Abonnés
numbers-series-new = Nouveaux
numbers-series-ended = Terminés
numbers-by-day = Articles lus par jour
numbers-by-week = Articles lus par semaine
numbers-by-day-text = Du { $first } au { $last }, { $reads ->
    [one] { $reads-text } lecture d’article
   *[other] { $reads-text } lectures d’articles
}. Le tableau ci-dessous donne les chiffres.
numbers-day = Jour
numbers-week-of = Semaine du { $day }
numbers-as-table = Sous forme de tableau
numbers-csv = Télécharger en CSV
numbers-funnel = De l’accroche à l’abonnement
numbers-funnel-text = Chaque lecteur compte une fois par jour et par article. Qui s’abonne compte au moment d’aller payer, essais compris.
numbers-step-readers = Lecteurs
numbers-step-walled = Devant le paywall
numbers-step-opened = Ont vu les formules
numbers-step-subscribed = Abonnés
numbers-of-before = { $value } % de l’étape précédente
numbers-languages = Par langue
numbers-language = Langue
numbers-stories = Articles
numbers-story = Article
numbers-unpublished = N’est plus publié
numbers-more = Le fichier en contient davantage.
numbers-nothing = Rien n’a été lu ces jours-là.
numbers-all-searches = Toutes les recherches
numbers-how = Compté sans cookies et sans conserver d’adresses : les lecteurs d’un jour se distinguent par une empreinte dont la clé est jetée à minuit. Les robots connus, les pages préchargées et vos collègues ne comptent pas.
numbers-monthly = Revenu mensuel récurrent en { $currency }
numbers-monthly-chart = De { $from } le { $first } à { $to } le { $last }. Le tableau ci-dessous donne les chiffres.
numbers-movement = Abonnements arrivés et partis
numbers-movement-text = Les nouveaux au-dessus de la ligne, les terminés au-dessous, du { $first } au { $last }. Le tableau ci-dessous donne les chiffres.
numbers-no-money = Aucun abonnement n’était payé ces jours-là.
numbers-money-how = Le revenu est ce qui a été payé, réparti sur la durée payée : un prix annuel compte pour un douzième par mois, les remises sont déduites, les essais ne comptent pas, et ce qui a été entièrement remboursé n’a jamais existé. Taxes comprises. L’attrition est la part des abonnements payés le premier jour qui ont pris fin.
numbers-week = Les sept derniers jours
