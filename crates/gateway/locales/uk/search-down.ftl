## Where search is all there is, and it is down
error-503-title = Пошук не працює
error-503-text = Пошук зараз не працює. Усе інше працює; спробуйте трохи згодом.
problem-503 = Пошук недоступний
