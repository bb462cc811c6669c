//! What the pages of the newsroom's door show.

use kernel::Locale;
use serde::Serialize;

use super::Html;

/// The sign-in.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct StaffSignInView {
    pub(crate) email: String,
    pub(crate) return_to: String,
    /// The second half of a key `staff-problem-…`.
    pub(crate) problem: Option<&'static str>,
    /// Seconds for which nothing is tried.
    pub(crate) wait: i64,
    /// In the demo, the password.
    pub(crate) demo: Option<&'static str>,
}

/// The second half of a sign-in.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FactorView {
    pub(crate) return_to: String,
    /// Whether there are one-time codes.
    pub(crate) totp: bool,
    pub(crate) passkeys: bool,
    pub(crate) problem: Option<&'static str>,
    pub(crate) wait: i64,
}

/// Proving again who one is.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct ProofView {
    /// Where the form goes: to the act that asks.
    pub(crate) action: String,
    /// What was typed.
    pub(crate) hidden: Vec<Hidden>,
    /// Where the way leads on if no form waits; else empty.
    pub(crate) return_to: String,
    pub(crate) passkeys: bool,
    pub(crate) problem: Option<&'static str>,
    pub(crate) wait: i64,
}

/// A field of a form that waits.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Hidden {
    pub(crate) name: String,
    pub(crate) value: String,
}

/// One's own account.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SecurityView {
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) role: &'static str,
    pub(crate) has_second: bool,
    pub(crate) asks_second: bool,
    pub(crate) password: bool,
    pub(crate) totp: bool,
    /// Whether the site's address allows passkeys.
    pub(crate) can_passkeys: bool,
    pub(crate) passkeys: Vec<PasskeyView>,
    pub(crate) codes_left: u64,
    pub(crate) sessions: Vec<SessionView>,
    pub(crate) done: Option<&'static str>,
    pub(crate) problem: Option<&'static str>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct PasskeyView {
    pub(crate) id: String,
    pub(crate) name: String,
    /// RFC 3339, UTC.
    pub(crate) since: String,
    /// RFC 3339, UTC.
    pub(crate) used_at: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct SessionView {
    pub(crate) id: String,
    pub(crate) device: String,
    /// RFC 3339, UTC.
    pub(crate) seen_at: String,
    /// Whether it is one of staff, or a reader's.
    pub(crate) staff: bool,
    pub(crate) current: bool,
}

/// The choice of a second factor.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ChooseFactorView {
    pub(crate) can_passkeys: bool,
}

/// Setting up one-time codes.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TotpView {
    /// An SVG element.
    pub(crate) picture: Html,
    pub(crate) url: String,
    /// Base32 in groups of four.
    pub(crate) secret: String,
    pub(crate) sealed: String,
    pub(crate) problem: Option<&'static str>,
}

/// Recovery codes, shown once.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CodesView {
    pub(crate) codes: Vec<String>,
}

/// Adding a passkey.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct AddPasskeyView {
    pub(crate) can_passkeys: bool,
}

/// Everybody who works here.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PeopleView {
    pub(crate) people: Vec<PersonLine>,
    pub(crate) invited: Vec<InvitedView>,
    /// What the form for an invitation holds.
    pub(crate) email: String,
    pub(crate) work: WorkView,
    pub(crate) done: Option<&'static str>,
    pub(crate) problem: Option<&'static str>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct PersonLine {
    pub(crate) id: String,
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) role: &'static str,
    /// None stands for all.
    pub(crate) locales: Vec<Locale>,
    pub(crate) you: bool,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct InvitedView {
    pub(crate) id: String,
    pub(crate) email: String,
    pub(crate) role: &'static str,
    pub(crate) locales: Vec<Locale>,
    /// RFC 3339, UTC.
    pub(crate) since: String,
    pub(crate) expired: bool,
}

/// The choice of a role and of languages.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct WorkView {
    pub(crate) roles: Vec<RoleChoice>,
    pub(crate) locales: Vec<LocaleChoice>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct RoleChoice {
    pub(crate) word: &'static str,
    pub(crate) chosen: bool,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct LocaleChoice {
    pub(crate) locale: Locale,
    pub(crate) chosen: bool,
}

/// Somebody who works here.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PersonView {
    pub(crate) id: String,
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) role: &'static str,
    pub(crate) has_second: bool,
    pub(crate) work: WorkView,
    /// Whether their role is one that the reader of the page may change.
    pub(crate) may_change: bool,
    /// Whether the reader of the page is an owner.
    pub(crate) is_owner: bool,
    pub(crate) sessions: Vec<SessionView>,
    pub(crate) done: Option<&'static str>,
    pub(crate) problem: Option<&'static str>,
}

/// An invitation, to the one who is invited.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct InvitationView {
    /// Empty if it is no longer good.
    pub(crate) token: String,
    pub(crate) email: String,
    pub(crate) role: &'static str,
    pub(crate) locales: Vec<Locale>,
    pub(crate) name: String,
    pub(crate) problem: Option<&'static str>,
}

/// The audit trail.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct AuditView {
    pub(crate) entries: Vec<EntryView>,
    /// Where it goes on.
    pub(crate) next: Option<String>,
    pub(crate) is_first: bool,
    /// The same from its beginning, and as CSV.
    pub(crate) first: String,
    pub(crate) csv: String,
    pub(crate) who: String,
    pub(crate) what: String,
    pub(crate) subject: String,
    /// Days.
    pub(crate) from: String,
    pub(crate) until: String,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct EntryView {
    /// RFC 3339, UTC.
    pub(crate) at: String,
    pub(crate) who: NamedView,
    pub(crate) action: String,
    pub(crate) subject: NamedView,
    pub(crate) device: String,
    pub(crate) network: String,
    /// What was and what is.
    pub(crate) changes: Vec<ChangeView>,
    pub(crate) facts: Vec<ChangeView>,
}

/// Somebody or something that an entry names.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct NamedView {
    pub(crate) name: String,
    pub(crate) href: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct ChangeView {
    pub(crate) key: String,
    pub(crate) before: String,
    pub(crate) after: String,
}
