//! Reading without a plan: what a story's page says about it, and the pages where readers see what
//! counted and what they gave; `article.notice`, `ledger`, `gift_links` and `gift` in the templates.

use kernel::Locale;
use serde::Serialize;

/// Why a story is open, or what is left of what is free.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct NoticeView {
    /// `institution`, `gift`, `metered`, `used-up`, `offer` or `no-cookie`.
    pub(crate) kind: &'static str,
    /// Of the institution.
    pub(crate) name: String,
    /// Stories that can still be read on the meter.
    pub(crate) left: u16,
    /// Stories a month on the meter.
    pub(crate) limit: u16,
    /// When the meter begins anew; RFC 3339.
    pub(crate) resets: Option<String>,
    /// The story's id, for the browser to say that it was left.
    pub(crate) article: String,
    /// The last part of the story's address.
    pub(crate) slug: String,
}

/// A member's stories on the meter.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LedgerView {
    pub(crate) limit: u16,
    pub(crate) left: u16,
    /// How many count in this month.
    pub(crate) count: usize,
    /// When the meter begins anew; RFC 3339.
    pub(crate) resets: String,
    /// Whether a story can be taken back this month.
    pub(crate) can_undo: bool,
    /// This month's, the newest first.
    pub(crate) reads: Vec<LedgerLine>,
    /// `undone`, if a story has just been taken back.
    pub(crate) done: Option<&'static str>,
    /// `undo`, if that couldn't be.
    pub(crate) problem: Option<&'static str>,
}

/// One of them.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LedgerLine {
    pub(crate) id: String,
    pub(crate) story: Option<StoryLink>,
    /// RFC 3339.
    pub(crate) read_at: String,
    /// `counts`, `bounce` or `undone`.
    pub(crate) state: &'static str,
}

/// A story by its title.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct StoryLink {
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) lang: Locale,
}

/// A member's gift links.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GiftLinksView {
    /// Links a month.
    pub(crate) limit: u16,
    pub(crate) left: u16,
    /// When the month begins anew; RFC 3339.
    pub(crate) resets: String,
    pub(crate) links: Vec<GiftLinkLine>,
    /// The one just made, or found.
    pub(crate) made: Option<GiftLinkLine>,
    /// `revoked`, if one has just been taken back.
    pub(crate) done: Option<&'static str>,
    /// `used-up` or `not-yours`, if none was made.
    pub(crate) problem: Option<&'static str>,
}

/// One of them.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GiftLinkLine {
    pub(crate) id: String,
    /// The address to pass on.
    pub(crate) url: String,
    pub(crate) story: Option<StoryLink>,
    pub(crate) uses: u32,
    /// RFC 3339.
    pub(crate) expires_at: String,
    /// `open`, `expired` or `revoked`.
    pub(crate) state: &'static str,
}

/// A gift link that opens nothing any more.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GiftEndedView {
    /// The story's address, if it is still there.
    pub(crate) story: Option<String>,
}
