//! How words are translated.

use kernel::Locale;

/// How a word, or several that belong together, is translated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GlossaryTerm {
    /// In the language translated from.
    pub source: String,
    /// In the language translated into.
    pub target: String,
}

/// The languages of a glossary. It goes one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalePair<'a> {
    /// From this one.
    pub from: &'a Locale,
    /// Into this one.
    pub into: &'a Locale,
}
