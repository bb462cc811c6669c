## Subscribe
title-subscribe = Subscribe
subscribe-heading = Read to the last sentence
subscribe-text = { $site } lives on its readers. Choose what suits you.
subscribe-held = Your plan
subscribe-how = How to subscribe
subscribe-contact = Write to { $address }: we will set up your subscription and tell you as soon as it is running.
subscribe-no-contact = Subscriptions can't be ordered online at the moment.

## Prices and subscriptions
subscribe-every-label = Billing period
subscribe-every-month = Monthly
subscribe-every-year = Yearly
subscribe-currency-label = Currency
price-month = { $amount } a month
price-year = { $amount } a year
price-pass = { $days ->
    [one] { $amount } for one day
   *[other] { $amount } for { $days } days
}
price-trial = { $days ->
    [one] The first day is free.
   *[other] The first { $days } days are free.
}
price-monthly = That is { $amount } a month.
price-tax-added = Plus tax.
subscribe-buy = Subscribe
subscribe-buy-trial = Try it for free
subscribe-buy-pass = Buy the pass
subscribe-how-text = You pay on our payment provider’s page and then read on right here. You can cancel in your account at any time; you read to the end of the period you have paid for.
subscribe-have = You have a subscription.
subscribe-problem-price = This offer is no longer available. Please choose again.
subscribe-problem-failed = Our payment provider isn’t answering. Nothing has been charged; please try again in a moment.
subscribe-done-paid-title = Thank you
subscribe-done-paid-text = Your payment has arrived. One step is left: sign in as { $email }, so that nobody but you reads with your subscription.
subscribe-done-paid-submit = Send me the code
subscribe-done-waiting-title = One moment
subscribe-done-waiting-text = We are waiting for our payment provider to confirm. This page looks again by itself.
subscribe-done-again = Back to the plans
subscribe-done-expired-title = Not paid
subscribe-done-expired-text = This payment was not completed and nothing has been charged. You can choose again.
title-subscription = Your subscription and invoices
title-change = Change your plan
subscription-why-not-begun = It hasn’t begun yet.
subscription-why-paid = It is paid.
subscription-why-trial = You are reading for free for now.
subscription-why-grace = The last payment failed. You are still reading; please check your card.
subscription-why-ending = It has been cancelled.
subscription-why-grace-over = The last payment failed, and the time to make up for it is over. Please check your card.
subscription-why-over = It is over.
subscription-why-never-paid = The first payment didn’t succeed.
subscription-why-unpaid = Payments have failed for good.
subscription-why-paused = It is paused.
subscription-why-refunded = The money was given back.
subscription-why-disputed = The payment has been disputed with the bank.
subscription-why-no-plan = It is for none of our present plans.
subscription-renews = The next payment is due on { $date }.
subscription-ends = You read until { $date }.
subscription-ended = It ended on { $date }.
subscription-change = Change plan
subscription-end = Cancel subscription
subscription-resume = Keep the subscription
subscription-portal = Change card and address
subscription-done-ended = Cancelled. You read to the end of the time you have paid for.
subscription-done-resumed = Your subscription goes on.
subscription-done-changed = Your plan has been changed.
subscription-problem-failed = Our payment provider couldn’t do that. Nothing has been changed; please try again, or check your card.
subscription-invoices = Invoices
invoice-refunded = { $amount } given back
invoice-open = to be paid
invoice-void = void
invoice-show = Show
change-due = You pay { $amount } now; what is left of your present plan has been taken off.
change-confirm = Change now
change-choose = See what it costs now
