## Trials
price-trial-once = Один раз для кожного читача.
