## Trials
price-trial-once = Einmal pro Person.
