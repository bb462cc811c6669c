//! The search page; `search` in the templates.

use serde::Serialize;

use super::{CardView, Html, Pager};

/// A query and what it found.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SearchView {
    /// As typed; empty if nothing was asked yet.
    pub(crate) query: String,
    pub(crate) total: u64,
    pub(crate) hits: Vec<HitView>,
    pub(crate) pager: Pager,
    /// Search is down; the page says so in plain words.
    pub(crate) unavailable: bool,
    /// Stories to offer when nothing was found.
    pub(crate) latest: Vec<CardView>,
}

/// One story found.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct HitView {
    pub(crate) card: CardView,
    /// A passage from what this reader may see, with `<mark>` around the words found.
    pub(crate) snippet: Html,
    /// Name of the hit's language, if it isn't the page's.
    pub(crate) language: Option<String>,
}
