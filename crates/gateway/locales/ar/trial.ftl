## Trials
price-trial-once = مرة واحدة لكل قارئ.
