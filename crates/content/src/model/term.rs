//! Sections, tags and authors.

use kernel::{Locale, TermId};
use serde::{Deserialize, Serialize};

/// What a term is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TermKind {
    /// A part of the publication; a story is in one.
    Section,
    /// A subject; a story has any number.
    Tag,
    /// Who wrote it.
    Author,
}

impl TermKind {
    /// As the database writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Tag => "tag",
            Self::Author => "author",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        [Self::Section, Self::Tag, Self::Author].into_iter().find(|kind| kind.as_str() == text)
    }
}

/// A section, tag or author in all its languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its id.
    pub id: TermId,
    /// What it is.
    pub kind: TermKind,
    /// The editors' name for it.
    pub key: String,
    /// Its place among its kind.
    pub position: i32,
    /// Its names.
    pub names: Vec<TermName>,
}

/// A term as editors set it. Its place among its kind is given, its id is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermDraft {
    /// What it is.
    pub kind: TermKind,
    /// The editors' name for it; unique among its kind.
    pub key: String,
    /// Its place among its kind; those with the same place are sorted by key.
    pub position: i32,
    /// Its names.
    pub names: Vec<TermName>,
}

/// A term in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermName {
    /// The language.
    pub locale: Locale,
    /// The name.
    pub name: String,
    /// The last part of its address.
    pub slug: String,
    /// A sentence about it; may be empty.
    pub description: String,
}

/// A term as a text in some language shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermLink {
    /// The editors' name for it.
    pub key: String,
    /// What it is.
    pub kind: TermKind,
    /// Its name, in the text's language if it has one there.
    pub name: String,
    /// Its address; none if it has no name in the text's language.
    pub slug: Option<String>,
    /// The language of the name.
    pub locale: Locale,
}
