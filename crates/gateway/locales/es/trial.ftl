## Trials
price-trial-once = Una sola vez por persona.
