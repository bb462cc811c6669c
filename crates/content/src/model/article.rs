//! What holds for a story in every language.

use kernel::{Access, Locale};

/// A story or a static page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Dated, listed, in feeds.
    Story,
    /// About, imprint: only linked.
    Page,
}

/// Where a translation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Being written.
    Draft,
    /// Waiting for somebody's yes.
    InReview,
    /// Will be published at its time.
    Scheduled,
    /// Readers see it.
    Published,
    /// Readers saw it once.
    Withdrawn,
}

impl Kind {
    /// As the database and `article.toml` write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Story => "story",
            Self::Page => "page",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        [Self::Story, Self::Page].into_iter().find(|kind| kind.as_str() == text)
    }
}

impl State {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Draft, Self::InReview, Self::Scheduled, Self::Published, Self::Withdrawn];

    /// As the database and front matter write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::InReview => "in-review",
            Self::Scheduled => "scheduled",
            Self::Published => "published",
            Self::Withdrawn => "withdrawn",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// An article as editors set it. Terms are named by key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleDraft {
    /// The editors' name for it; unique.
    pub key: String,
    /// Story or page.
    pub kind: Kind,
    /// For whom all of it is.
    pub access: Access,
    /// The language it was written in.
    pub source: Locale,
    /// Its section's key.
    pub section: Option<String>,
    /// Keys of its tags, in order.
    pub tags: Vec<String>,
    /// Keys of its authors, in order.
    pub authors: Vec<String>,
    /// Hash of its cover.
    pub cover: Option<String>,
}
