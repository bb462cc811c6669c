//! Front page, section, tag, author and archive pages.

use serde::Serialize;

use super::{CardView, LanguageLink, Pager};

/// The front page; `front` in the templates.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FrontView {
    pub(crate) lead: Option<CardView>,
    pub(crate) latest: Vec<CardView>,
    pub(crate) sections: Vec<SectionBlock>,
}

/// The newest stories of a section.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SectionBlock {
    pub(crate) name: String,
    pub(crate) href: String,
    pub(crate) cards: Vec<CardView>,
}

/// A page of stories with a heading; `listing` in the templates.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ListingView {
    /// `section`, `tag`, `author` or `month`.
    pub(crate) kind: &'static str,
    /// The term's name; empty for a month.
    pub(crate) name: String,
    pub(crate) description: String,
    /// First day of the month as `2026-11-01`, for `month`.
    pub(crate) month: Option<String>,
    pub(crate) cards: Vec<CardView>,
    pub(crate) total: u64,
    pub(crate) pager: Pager,
    pub(crate) feed: Option<String>,
}

/// The archive: every month that has stories; `archive` in the templates.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ArchiveView {
    pub(crate) years: Vec<ArchiveYear>,
}

/// One year of the archive.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ArchiveYear {
    /// Written as a plain string: years take no thousands separator.
    pub(crate) year: String,
    pub(crate) months: Vec<ArchiveMonth>,
}

/// One month of the archive.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ArchiveMonth {
    /// First day of the month as `2026-11-01`.
    pub(crate) month: String,
    pub(crate) href: String,
    pub(crate) stories: u64,
}

/// A story that isn't there in the page's language; `elsewhere` in the templates.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ElsewhereView {
    /// Where it can be read, best for this reader first; `title` in each language.
    pub(crate) editions: Vec<TitledEdition>,
    pub(crate) latest: Vec<CardView>,
}

/// An edition with its title.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TitledEdition {
    #[serde(flatten)]
    pub(crate) link: LanguageLink,
    pub(crate) title: String,
}

/// A page that can't be shown; `error` in the templates.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ErrorView {
    /// HTTP status. Texts are `error-{status}-title` and `error-{status}-text` for 400, 403, 404,
    /// 405, 410, 413, 429, 500 and 503.
    pub(crate) status: u16,
    /// The request's id, to quote to the publisher; for 5xx.
    pub(crate) request_id: Option<String>,
    pub(crate) contact: Option<String>,
    pub(crate) latest: Vec<CardView>,
}
