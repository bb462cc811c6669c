//! Sign-in and account pages; `sign_in`, `account` and `mailbox` in the templates.

use serde::Serialize;

use super::LanguageLink;

/// Signing in, step by step.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SignInView {
    /// - `ask`: the form for the address (`email` filled in again after a mistake);
    /// - `sent`: mail is on its way; the form for the six-digit code;
    /// - `confirm`: the page behind the link in the mail; its button signs in (a POST, because mail
    ///   scanners open links);
    /// - `other-browser`: the link was opened elsewhere than it was asked for; type the code there.
    pub(crate) step: &'static str,
    pub(crate) email: String,
    /// Where to go afterwards: a local path, for the hidden field.
    pub(crate) return_to: String,
    /// The link's token, for `confirm`.
    pub(crate) token: String,
    /// What went wrong, as the second half of a key `sign-in-problem-…`: `email`, `code`, `expired`,
    /// `used`, `too-many`, `attempts`.
    pub(crate) problem: Option<&'static str>,
}

/// The reader's own page.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct AccountView {
    pub(crate) email: String,
    pub(crate) name: String,
    /// All languages offered; those the reader chose first, in the reader's order.
    pub(crate) languages: Vec<LanguageChoice>,
    pub(crate) sessions: Vec<SessionView>,
    pub(crate) holdings: Vec<HoldingView>,
    /// Whether subscriptions can be bought, and so looked after.
    pub(crate) sells: bool,
    /// `editor`, `owner`, …: for staff.
    pub(crate) role: Option<&'static str>,
    /// What has just been done, as the second half of a key `account-done-…`: `saved`, `revoked`.
    pub(crate) done: Option<&'static str>,
    /// What went wrong, as the second half of a key `account-problem-…`: `name`, `languages`,
    /// `confirm`.
    pub(crate) problem: Option<&'static str>,
}

/// One language and its place in the reader's order.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LanguageChoice {
    #[serde(flatten)]
    pub(crate) link: LanguageLink,
    /// From 1; none if the reader doesn't read it.
    pub(crate) place: Option<usize>,
}

/// One signed-in browser.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SessionView {
    pub(crate) id: String,
    /// Like “Firefox · Android”; empty if unknown.
    pub(crate) device: String,
    /// RFC 3339, UTC.
    pub(crate) created_at: String,
    pub(crate) last_seen_at: String,
    pub(crate) current: bool,
}

/// A plan the reader has or had.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct HoldingView {
    pub(crate) plan: String,
    /// RFC 3339, UTC; none is for good.
    pub(crate) until: Option<String>,
    /// Whether it counts now.
    pub(crate) current: bool,
}

/// Captured mail; demo only.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct MailboxView {
    pub(crate) messages: Vec<MessageView>,
}

/// One captured message.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct MessageView {
    pub(crate) to: String,
    pub(crate) subject: String,
    pub(crate) text: String,
    /// Where it is as HTML.
    pub(crate) html_href: String,
    /// RFC 3339, UTC.
    pub(crate) at: String,
}
