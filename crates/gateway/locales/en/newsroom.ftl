## Newsroom
title-admin = Newsroom
admin-nav = Newsroom
admin-welcome = You are signed in as { $role }. Here is what you can look after.
admin-role-owner = owner
admin-role-admin = administrator
admin-role-editor = editor
admin-role-author = author
admin-role-translator = translator

## Newsroom: the money
title-admin-billing = Subscriptions and payments
admin-who = Who
admin-plan = Plan
admin-state = State
admin-since = Since
admin-unproved = not signed in yet
admin-sales-none = Nobody has subscribed yet.
admin-failing-none = All payments are in order.
admin-event-kept = kept
admin-event-applied = applied
admin-event-waiting = waiting
admin-given-up = Given up
admin-given-up-text = This failed too often. When the cause is mended, try it anew.
admin-given-up-attempts = { $attempts ->
    [one] Tried once.
   *[other] Tried { $attempts } times.
}
admin-replay = Try anew
