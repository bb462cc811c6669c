## Trials
price-trial-once = Une seule fois par personne.
