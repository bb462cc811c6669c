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
    /// What was probably meant, if nothing has the words as they were typed.
    pub(crate) instead: Option<Instead>,
    /// What was perhaps meant, if little was found.
    pub(crate) perhaps: Option<Instead>,
    pub(crate) filters: Vec<FilterGroup>,
    /// The filters and the order that are set, for forms that keep them.
    pub(crate) hidden: Vec<Hidden>,
    /// Whether the newest come first.
    pub(crate) by_date: bool,
    pub(crate) other_order_href: String,
    /// The same search without filters, if there are any.
    pub(crate) all_href: Option<String>,
    pub(crate) suggest_href: String,
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

/// The query as it was probably meant.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Instead {
    pub(crate) text: String,
    pub(crate) href: String,
}

/// One way of filtering, with the values that leave something.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FilterGroup {
    /// `language`, `section`, `tag`, `author` or `access`.
    pub(crate) by: &'static str,
    pub(crate) options: Vec<FilterOption>,
}

/// A value to filter by.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FilterOption {
    pub(crate) name: String,
    /// How many stories it leaves.
    pub(crate) stories: u64,
    /// Sets it, or takes it back.
    pub(crate) href: String,
    pub(crate) chosen: bool,
}

/// A parameter that a form hands on.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Hidden {
    pub(crate) name: String,
    pub(crate) value: String,
}
