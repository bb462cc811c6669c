## Trials
price-trial-once = Una sola volta per persona.
