## Where search is all there is, and it is down
error-503-title = Search isn't working
error-503-text = Search isn't working at the moment. Everything else is; please try again in a little while.
problem-503 = Search unavailable
