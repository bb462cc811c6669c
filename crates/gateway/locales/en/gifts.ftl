## Giving a subscription
title-gift = Give a subscription
gift-text = You pay once, and it ends by itself. You get the code straight away; we can also send it by mail, on the day you choose.
gift-what = What would you like to give?
gift-offer = { $months ->
    [one] { $plan }, one month
   *[other] { $plan }, { $months-text } months
}
gift-giver = Your name
gift-recipient = Name of the person you are giving it to
gift-message = A few words from you (optional)
gift-how = How should it arrive?
gift-how-mail = By mail, on a day you choose
gift-how-self = I’ll hand over the code myself
gift-email = Their e-mail address
gift-date = Day
gift-language = Language of the mail
gift-submit = Continue to payment
gift-none = There are no gift subscriptions at the moment.
gift-have-code = Have you been given a code?
gift-problem-offer = This offer is no longer available. Please choose again.
gift-problem-names = Please fill in both names, with 80 characters at most.
gift-problem-message = Your message is too long. There is room for 600 characters.
gift-problem-email = This is not an e-mail address. It should look like name@example.org.
gift-problem-date = Please choose a day from today to a year from now.
gift-problem-again = This gift has already been paid. If you would like to give another, please send the form once more.
gift-problem-failed = Our payment provider isn’t answering. Nothing has been charged; please try again in a moment.
gift-paid-title = Your gift is ready
gift-paid-text = This is the code for { $name }. It can be redeemed once.
gift-paid-mail = We will send it to { $email } on { $date }.
gift-paid-self = Write it on a card, or pass on the link.
gift-code = Code
gift-link = Link:
gift-until = The code can be redeemed until { $date }.
gift-sign-in = Sign in as { $email } to see at any time whether it has been redeemed.
gift-state-unpaid = not paid
gift-state-ready = not redeemed yet
gift-state-redeemed = redeemed
gift-state-void = refunded
gift-state-expired = expired
title-gifts = Gifts
gifts-given = Your gifts
gifts-none = You haven’t given anything yet.
gifts-for = For { $name }
gifts-sent = Sent to { $email } on { $date }.

## Redeeming a code
title-redeem = Redeem a code
redeem-text = Type the code from the card or the mail.
redeem-sign-in = Before that you sign in, so that the gift belongs to you.
redeem-submit = Redeem
redeem-submit-sign-in = Sign in and redeem
redeem-problem-code = This code is not right. Please check every letter and digit.
redeem-problem-too-many = Too many wrong codes. Please try again in an hour.
redeem-problem-used = This code has been redeemed already.
redeem-problem-void = This gift has been taken back and can’t be redeemed any more.
redeem-problem-expired = This code has expired.
redeem-problem-subscribed = You have a subscription that renews itself, and the gift would be lost. Cancel the subscription first, and the gift begins when it ends; or pass the code on. It stays valid.
redeem-problem-for-good = You can read everything without end already. Pass the code on; it stays valid.
redeem-done-title = It’s yours
redeem-done-text = { $plan }: from { $from } to { $until }. It ends by itself.
redeem-giver = A gift from { $name }
redeem-read = Start reading

## Mail about gifts
mail-gift-subject = { $giver } is giving you { $site }
mail-gift-text = Dear { $name }, { $giver } is giving you a subscription to { $site }: { $what }. To redeem it, follow the link or type this code:
mail-gift-redeem = Redeem the gift
mail-gift-no-renewal = It ends by itself. Nothing has to be paid or cancelled.
mail-gift-paid-subject = Your gift for { $name }
mail-gift-paid-text = Thank you. Your gift for { $name } is paid: { $what }.
