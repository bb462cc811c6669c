## Members: the list, and what can be done for one
members-beginning = Address begins with
members-holds = Holds
members-holds-plan = a plan
members-holds-nothing = no plan
members-holds-staff = a role here
members-language = Reads
members-languages = Languages
members-plans = Plans
members-since = Member since
members-export = Download as CSV
members-first = To the beginning
money-problem-members = One of the choices makes no sense, so it is left out.
member-reads = Reads { $languages }
member-sale-ends = Ends on { $date }.
member-sale-ended = Ended on { $date }.
member-sale-resumes = Continues on { $date }.
member-sale-change = Change plan
member-sale-end = Cancel at the end of the period
member-sale-end-now = End at once
member-sale-end-now-sure = End it now
member-sale-end-now-text = They can’t read from this moment on, and nothing is given back. A refund is made below.
member-sale-keep = Let it go on
member-sale-pause = Pause
member-sale-pause-now = Pause it
member-sale-months = Months
member-sale-end-pause = End the pause
member-change-text = The difference is settled at once with their card, and they are told by mail.
member-change-none = They have no subscription that could be changed.
money-done-refunded = The money is on its way back; a mail tells them.
money-done-sale-end = Cancelled. They read to the end of what is paid.
money-done-sale-end-now = It has ended.
money-done-sale-keep = It goes on.
money-done-sale-pause = It is paused.
money-done-sale-end-pause = The pause is over.
money-done-sale-changed = The plan has been changed.
money-done-signed-out = They have been signed out.
money-done-deleted = The account has been deleted.
money-problem-sale-not-now = This isn’t possible as it stands now. Nothing has been changed.
money-problem-sale-unknown = There is no such subscription, payment or act. Nothing has been changed.
money-problem-sale-failed = Stripe couldn’t do that. Nothing has been changed; please try again.
money-problem-sale-no-stripe = No Stripe account is configured.
money-problem-refund-amount = Give back more than nothing and at most what is left of the payment.
money-problem-refund-reason = Say why the money is given back.
money-problem-refund-stale = Some of this payment has been given back meanwhile. Look at what is left, and decide anew.
money-problem-delete-confirm = Type the address of the account exactly.
money-problem-member-is-staff = This is a colleague’s account. Take their role away first.
refund-title = Give money back
refund-open = Refund…
refund-paid = paid on { $date }
refund-amount = Amount in { $currency }
refund-left = At most { $amount }.
refund-reason = Reason
refund-reason-requested-by-customer = They asked for it
refund-reason-duplicate = It was paid twice
refund-reason-fraudulent = Paid with somebody else’s card
refund-submit = Give it back
refund-text = Given back in full, a payment opens nothing any more. The subscription itself goes on unless you end it.
member-sessions = Signed in
member-session = Since { $since }, last seen { $seen }
member-unknown-device = Unknown browser
member-sign-out = Sign out
member-sign-out-all = Sign out everywhere
member-no-sessions = They are signed in nowhere.
member-letters = Mail
member-letters-text = The last thirty days. Codes that sign somebody in are left out.
member-no-letters = Nothing was sent to them in the last thirty days.
letter-sent = sent
letter-waiting = waiting
letter-failed = given up
member-delete = Delete this account
member-delete-text = Everything known of them is deleted, here and at Stripe, and what they subscribe to ends at once without a refund. Amounts and dates that the books need stay, without a name. This can’t be undone.
member-delete-confirm = To confirm, type { $email }
member-delete-submit = Delete for good

## Members from a file
members-import = Import members
title-admin-import = Import members
import-file = A file of members
import-another = Another file
import-members-text = First the file is read and checked; nothing changes before you say so. Members who have an account stay as they are and only get the plans that are in the file; the same file twice does no harm. Nobody is mailed.
import-choose = CSV file
import-hint = The first line names the columns: email, and if you like name, languages (such as de en), plans, from and until (days such as 2026-12-31). At most 4 MB, in UTF-8.
import-check = Check the file
import-state-checked = Checked
import-state-running = Being imported
import-state-stopped = It was stopped
import-state-done = Imported
import-lines = { $count ->
    [one] { $count-text } member in the file
   *[other] { $count-text } members in the file
}
import-new = { $count ->
    [one] { $count-text } new account
   *[other] { $count-text } new accounts
}
import-known = { $count ->
    [one] { $count-text } has an account already
   *[other] { $count-text } have an account already
}
import-plans = { $count ->
    [one] { $count-text } plan is given
   *[other] { $count-text } plans are given
}
import-progress = { $done-text } of { $lines-text } done.
import-made = New accounts: { $made-text }. Plans given: { $granted-text }.
import-run = { $count ->
    [one] Import { $count-text } member
   *[other] Import { $count-text } members
}
import-wrong = { $count ->
    [one] { $count-text } line is left out
   *[other] { $count-text } lines are left out
}
import-line = Line
import-what = What is wrong
import-problem-text = This isn’t text in UTF-8. { $what }
import-problem-columns = The first line must name the columns, email among them. Known are { $what }.
import-problem-twice = The address is in line { $what } already.
import-problem-email = “{ $what }” is no e-mail address.
import-problem-name = “{ $what }” is no name: at most 120 characters on one line.
import-problem-languages = “{ $what }” is no list of languages such as de en.
import-problem-plan = There is no plan “{ $what }”.
import-problem-date = “{ $what }” is no day such as 2026-12-31.
import-problem-order = The last day, { $what }, is before the first.
import-problem-no-plan = There are days, but no plan. { $what }
import-refused-file = Choose a file that isn’t empty.
import-refused-size = The file is too large; 4 MB are the most.
import-refused-utf-8 = The file isn’t in UTF-8. In your spreadsheet, save it as “CSV UTF-8”.
