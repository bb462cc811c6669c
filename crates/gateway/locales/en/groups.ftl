## Groups
title-group-offer = For groups
group-offer-text = One subscription for several people: you pay for the seats and decide who has them.
group-price-month = { $amount } a month for each seat
group-price-year = { $amount } a year for each seat
group-seats = Number of seats
group-seats-label = How many seats would you like?
group-at-least = { $count ->
    [one] One seat at least
   *[other] { $count-text } seats at least
}
group-submit = Continue to payment
group-submit-sign-in = Sign in and continue
group-none = There are no subscriptions for groups at the moment.
title-group = Your group
group-taken = { $taken-text } of { $seats-text } seats are taken or offered.
group-ended = The subscription isn’t running at the moment, so nobody reads by it.
group-state-invited = invited
group-state-taken = reads
group-state-standing = no seat free
group-remove = Take back
group-remove-of = Take back the seat of { $email }
group-invite = Offer a seat
group-invite-text = We send a mail with a link. Only the owner of the address can take the seat; it is kept for 30 days.
group-invite-submit = Send invitation
group-domain = Colleagues join by themselves
group-domain-off = Whoever signs in with an address at { $domain } gets a free seat without an invitation.
group-domain-on = Whoever signs in with an address at { $domain } gets a free seat. You can take it back at any time.
group-domain-open = Switch on
group-domain-close = Switch off
group-subscription = Payment, invoices, cancelling
group-change-due = { $seats ->
    [one] For one seat you pay { $amount } now, for the rest of the period.
   *[other] For { $seats-text } seats you pay { $amount } now, for the rest of the period.
}
group-change-credit = { $seats ->
    [one] With one seat, { $amount } is credited to your next invoice.
   *[other] With { $seats-text } seats, { $amount } is credited to your next invoice.
}
group-done-invited = The invitation is on its way.
group-done-removed = The seat is free again.
group-done-domain = Saved.
group-done-changed = The number of seats has been changed.
group-done-accepted = The seat is yours. You can read everything now.
group-done-left = You have given up the seat.
group-problem-email = This is not an e-mail address. It should look like name@example.org.
group-problem-full = All seats are taken or offered. Add seats, or take one back.
group-problem-seated = This address has a seat already.
group-problem-ended = The subscription isn’t running at the moment. Please check the payment first.
group-problem-seats = Please choose a number from { $least-text } to { $most-text }.
group-problem-too-few = { $count ->
    [one] One seat is taken or offered. Take it back first.
   *[other] { $count-text } seats are taken or offered. First take back those you want to give up.
}
group-problem-not-shown = The price has changed in the meantime. Please look at it once more.
group-problem-public = Anybody can have an address at this provider, so the group can’t be opened to it.
group-problem-too-many = Very many invitations have been sent today. Please go on tomorrow.
group-problem-failed = Our payment provider couldn’t do that. Nothing has been changed; please try again, or check your card.

## Seats
title-seat = A seat for you
seat-text = { $from } offers you a seat ({ $plan }). You read everything and pay nothing.
seat-accept = Take the seat
seat-seen = Whoever pays for the group sees your e-mail address, but not what you read.
seat-state-sign-in = Sign in with the address to which the invitation was sent.
seat-state-other = This seat is offered to another address. Sign out, and sign in again with the address to which the invitation was sent.
seat-state-gone = This invitation is no longer valid.
seat-state-full = All seats of the group are taken. Please ask whoever invited you.
seat-own = Your seat
seat-from = Paid for by { $from }
seat-leave = Give up the seat

## Mail about seats
mail-seat-subject = A seat for you at { $site }
mail-seat-text = { $from } offers you a seat at { $site } ({ $plan }): you read everything and pay nothing.
mail-seat-how = Sign in with this e-mail address; the seat is kept for you for 30 days. If you don’t want it, you needn’t do anything.
mail-seat-taken-subject = Your seat at { $site } has ended
mail-seat-taken-text = { $from } has taken back the seat by which you read { $site }. Your account stays; if you would like to go on reading, you can subscribe yourself.
