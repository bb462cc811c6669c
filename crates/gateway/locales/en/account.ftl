## Account
title-account = Your account
account-plans = Your subscription
account-no-plan = You have no subscription at the moment.
account-plan-until = until { $date }
account-plan-for-good = without end
account-plan-ended = ended
account-profile = Name and languages
account-name = Name
account-languages = Languages you read
account-languages-text = In the order you prefer them: it decides in which language you are shown, offered and sent things.
account-language-place = { $place ->
    [1] First language
   *[other] { $place-text }. language
}
account-language-none = none
account-save = Save
account-sessions = Where you are signed in
account-device-unknown = Unknown browser
account-session-current = this browser
account-session-seen = Last used { $date }
account-session-end = Sign out
account-sessions-end-others = Sign out everywhere else
account-sign-out = Sign out here
account-data = Your data
account-export-text = Download everything we keep about you, as a JSON file.
account-export = Download
account-delete-text = Deleting your account removes everything we keep about you, for good, including your subscription.
account-delete-confirm = To confirm, type your address ({ $email })
account-delete = Delete account
account-done-saved = Saved.
account-done-revoked = Signed out there.
account-problem-name = This name is too long or has characters that can't be shown.
account-problem-languages = Please choose at least one language.
account-problem-confirm = This is not the address of your account, so nothing was deleted.
account-problem-staff = You work here. Ask an owner to take your role away first; then you can delete your account.
role-owner = Owner
role-admin = Administrator
role-editor = Editor
role-author = Author
role-translator = Translator
