//! What the pages of the newsroom's door show.

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
