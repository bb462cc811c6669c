## Looking after a subscription
title-leave = Cancel your subscription
title-pause = Take a break
manage-back = Back to your subscription
leave-heading = Cancel { $plan }
leave-text = You can read until { $date }. After that nothing more is charged, and you can come back at any time.
leave-reason-label = Would you tell us why? (optional)
leave-reason-none = No answer
leave-reason-too-expensive = It is too expensive
leave-reason-unused = I don’t read it often enough
leave-reason-missing-features = I miss something
leave-reason-switched-service = I read something else now
leave-reason-low-quality = I am not happy with the articles
leave-reason-too-complex = It is too complicated
leave-reason-customer-service = I wasn’t treated well
leave-reason-other = Another reason
leave-submit = Cancel now
leave-instead = What you could do instead
leave-off-text = Stay, and pay less. It is taken off your next payments by itself.
leave-off-submit = Stay at this discount
pause-text = { $plan } can rest for a while. You read until { $date }, the end of the time you have paid for; then nothing is charged until the break is over. It continues by itself, or whenever you like.
pause-months-label = For how long?
pause-months = { $months ->
    [one] { $months-text } month
   *[other] { $months-text } months
}
pause-submit = Take a break
subscription-paused = It is having a break.
subscription-paused-until = It is having a break and continues on { $date }.
subscription-next = On { $date } we charge { $amount }.
subscription-discount = Discount:
subscription-card = Paid with { $card }, good until { $month }
subscription-end-pause = Continue now
subscription-pause = Take a break
subscription-done-paused = Your subscription is having a break.
subscription-done-pause-ended = Your subscription continues.
subscription-done-stayed = Good that you are staying. The discount applies from your next payment.
subscription-problem-not-now = This isn’t possible as your subscription stands now. Nothing has been changed.
off-percent = { $percent }% off
off-amount = { $amount } off
off-once = your next payment
off-months = { $months ->
    [one] for { $months-text } month
   *[other] for { $months-text } months
}
off-forever = for good
off-until = until { $date }
change-credit = You pay nothing now. { $amount } of what you have paid is left, and is taken off your next invoices.
change-anew = Some time has passed, so here is the amount as it is now. Please confirm once more.
subscribe-code = Your code { $code } applies.
subscribe-problem-code = This code isn’t valid, or not any more. You can subscribe without it, or follow another link.
price-tax-included-vat = VAT included.
price-tax-included-gst = GST included.
price-tax-included-sales-tax = Sales tax included.
price-tax-added-vat = Plus VAT.
price-tax-added-gst = Plus GST.
price-tax-added-sales-tax = Plus sales tax.
