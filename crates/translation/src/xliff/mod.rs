//! XLIFF 2.1 (OASIS Standard, 13 February 2018): a story's translation as a file for translation
//! tools.
//!
//! A file holds one story in one pair of languages, a unit for each text; what the unit is about is
//! its `name`. Marks of Markdown are inline codes (`<pc>`, `<ph>`) whose originals are in
//! `<originalData>`, so that reading gives back each character, whatever order the translator put
//! them in. Revisions and hashes are metadata of the Metadata module, which tools must keep.

mod codes;
mod read;
mod tree;
mod write;

pub use read::{Problem, Read, ReadError, read};
pub use write::write;

/// Namespace of the core; 2.1 kept that of 2.0.
const CORE: &str = "urn:oasis:names:tc:xliff:document:2.0";
/// Namespace of the Metadata module.
const METADATA: &str = "urn:oasis:names:tc:xliff:metadata:2.0";
/// The category of our metadata.
const CATEGORY: &str = "gazette";
/// Largest file that is read, in bytes.
pub const LARGEST: usize = 8 * 1024 * 1024;

/// A story on its way from one language to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The story's id.
    pub article: String,
    /// The editors' name for it.
    pub key: String,
    /// BCP 47.
    pub source_locale: String,
    /// BCP 47.
    pub target_locale: String,
    /// Whether the languages are written from right to left: source, target.
    pub right_to_left: (bool, bool),
    /// The source's version.
    pub source_version: i64,
    /// The translation's version; 0 if there is none.
    pub target_version: i64,
    /// The texts, in order.
    pub units: Vec<Unit>,
}

/// A text and its translation, as Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// What it is about; unique in the file.
    pub name: String,
    /// What it is, for people: `paragraph`, `title`.
    pub kind: String,
    /// Hash of the translation's block as it was exported, if there was one.
    pub target_hash: Option<String>,
    /// The source.
    pub source: String,
    /// The translation, if there is one.
    pub target: Option<String>,
    /// How far it is.
    pub state: UnitState,
    /// Something the translator should know.
    pub note: Option<String>,
}

/// How far a translation is; the standard's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitState {
    /// Nobody has looked at it, or not since the source has changed.
    Initial,
    /// Somebody has translated it.
    Translated,
    /// Somebody else has read it.
    Reviewed,
    /// It is done.
    Final,
}

impl UnitState {
    const ALL: [Self; 4] = [Self::Initial, Self::Translated, Self::Reviewed, Self::Final];

    /// As the standard writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Initial => "initial",
            Self::Translated => "translated",
            Self::Reviewed => "reviewed",
            Self::Final => "final",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

#[cfg(test)]
mod tests;
