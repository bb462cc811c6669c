//! A mail that says something; `letter` in the templates.

use serde::Serialize;

/// A mail, its texts in its reader's language.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct LetterView {
    pub(crate) title: String,
    pub(crate) paragraphs: Vec<String>,
    /// What it is about, as a table.
    pub(crate) facts: Vec<FactView>,
    /// What to do about it.
    pub(crate) action: Option<LinkView>,
    /// What is said after it.
    pub(crate) closing: Vec<String>,
    /// Why the reader gets it; may be empty.
    pub(crate) because: String,
    /// Where else to go, in small print.
    pub(crate) links: Vec<LinkView>,
}

/// A row of the table.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FactView {
    pub(crate) label: String,
    pub(crate) value: String,
}

/// A link, absolute.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LinkView {
    pub(crate) text: String,
    pub(crate) href: String,
}
