## Trials
price-trial-once = Once for each reader.
