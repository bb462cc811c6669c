## The newsroom's numbers
title-admin-numbers = Numbers
title-admin-revenue = Revenue
numbers-readers = Readers
numbers-money = Revenue
numbers-range = Days
numbers-days = { $days ->
    [one] Last day
   *[other] Last { $days-text } days
}
numbers-other = Other days
numbers-from = From
numbers-until = Until
numbers-show = Show
numbers-problem-range = Choose a first day and a last day that isn’t before it, not after today, and at most three years.
numbers-compared = { $first } – { $last }, compared with { $before_first } – { $before_last }
numbers-percent = { $value }%
numbers-change-up = { $by-text }% more
numbers-change-down = { $by-text }% less
numbers-change-points-up = { $by ->
    [one] { $by-text } point more
   *[other] { $by-text } points more
}
numbers-change-points-down = { $by ->
    [one] { $by-text } point less
   *[other] { $by-text } points less
}
numbers-change-same = as before
numbers-change-new = none before
numbers-figure-reads = Stories read
numbers-figure-visitors = by visitors
numbers-figure-members = by members
numbers-figure-subscribers = by subscribers
numbers-figure-walled = Readers at the paywall
numbers-figure-monthly = Monthly recurring revenue
numbers-figure-paying = Paid subscriptions
numbers-figure-new = New
numbers-figure-ended = Ended
numbers-figure-churn = Churn
numbers-figure-trials = Trials begun
numbers-figure-trials-paid = Trials that became paid
numbers-series-visitor = Visitors
numbers-series-member = Members
numbers-series-subscriber = Subscribers
numbers-series-new = New
numbers-series-ended = Ended
numbers-by-day = Stories read by day
numbers-by-week = Stories read by week
numbers-by-day-text = From { $first } to { $last } stories were read { $reads ->
    [one] once
   *[other] { $reads-text } times
}. The table below has the figures.
numbers-day = Day
numbers-week-of = Week of { $day }
numbers-as-table = As a table
numbers-csv = Download as CSV
numbers-funnel = From teaser to subscriber
numbers-funnel-text = Each reader counts once a day for each story. Those who subscribe count when they go to pay, trials included.
numbers-step-readers = Readers
numbers-step-walled = Met the paywall
numbers-step-opened = Looked at the plans
numbers-step-subscribed = Subscribed
numbers-of-before = { $value }% of the step before
numbers-languages = By language
numbers-language = Language
numbers-stories = Stories
numbers-story = Story
numbers-unpublished = No longer published
numbers-more = There are more in the file.
numbers-nothing = Nothing was read in these days.
numbers-all-searches = All searches
numbers-how = Counted without cookies and without keeping addresses: readers of a day are told apart by a hash whose key is thrown away at midnight. Known crawlers, pages fetched ahead and your colleagues aren’t counted.
numbers-monthly = Monthly recurring revenue in { $currency }
numbers-monthly-chart = From { $from } on { $first } to { $to } on { $last }. The table below has the figures.
numbers-movement = Subscriptions that came and went
numbers-movement-text = New above the line and ended below it, from { $first } to { $last }. The table below has the figures.
numbers-no-money = No subscription was paid for in these days.
numbers-money-how = Revenue is what was paid, spread over the time it pays for: a year’s price counts a twelfth a month, discounts are taken off, trials count nothing, and what was given back in full was never there. Taxes are included. Churn is how many of the subscriptions paid for on the first day have ended.
numbers-week = The last seven days
