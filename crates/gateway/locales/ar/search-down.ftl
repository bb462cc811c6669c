## Where search is all there is, and it is down
error-503-title = البحث معطَّل
error-503-text = البحث معطّل الآن، وكل ما عداه يعمل. حاول مرة أخرى بعد قليل.
problem-503 = البحث غير متاح
