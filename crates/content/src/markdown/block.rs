//! The parts of a body that keep their identity.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The name of a block: stable through edits, and unique in its article. As the anchor of a
/// paragraph it is the same in every language.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BlockId(String);

/// A paragraph, heading, list, figure, … of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Its name.
    pub id: BlockId,
    /// What it is.
    pub kind: BlockKind,
    /// Hash of its Markdown, footnotes included.
    pub hash: String,
    /// In a translation: the block it was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<BlockSource>,
}

/// The source's block, as it was when the translation was made.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct BlockSource {
    /// Its name.
    pub id: BlockId,
    /// Its hash then.
    pub hash: String,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading.
    Heading,
    /// A list of any kind.
    List,
    /// A picture alone in its paragraph.
    Figure,
    /// A quotation.
    Quote,
    /// Preformatted text.
    Code,
    /// A table.
    Table,
    /// The address of a video or post alone in its paragraph.
    Embed,
    /// A thematic break.
    Rule,
}

/// A block before it has a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlined {
    /// What it is.
    pub kind: BlockKind,
    /// Hash of its Markdown, footnotes included.
    pub hash: String,
    /// Its Markdown.
    pub markdown: String,
}

impl BlockId {
    /// A fresh name from 40 random bits: eight characters of lower-case base 32, the first of which
    /// is a letter, so that it is a plain identifier in CSS and HTML.
    #[must_use]
    pub fn from_random(bits: u64) -> Self {
        const ALPHABET: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz234567890";
        let digit = |place: u32| usize::try_from((bits >> (5 * place)) % 32).unwrap_or(0);
        let letters = (0..8).map(|place| {
            let digit = if place == 0 { digit(place) % 23 } else { digit(place) };
            char::from(ALPHABET[digit])
        });
        Self(letters.collect())
    }

    /// A name that was written down somewhere.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = (1..=32).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        fits.then(|| Self(text.to_owned()))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Block {
    /// The anchor of the block on a page: the source's name where there is one, so that the same
    /// paragraph has the same address in every language.
    #[must_use]
    pub fn anchor(&self) -> &BlockId {
        self.source.as_ref().map_or(&self.id, |source| &source.id)
    }
}

impl fmt::Display for BlockId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for BlockId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BlockId({})", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_with_a_letter() {
        for bits in (0..10_000u64).map(|n| n.wrapping_mul(0x9E37_79B9_7F4A_7C15)) {
            let id = BlockId::from_random(bits);
            assert_eq!(id.as_str().len(), 8);
            assert!(id.as_str().starts_with(|c: char| c.is_ascii_lowercase()), "{id}");
        }
    }
}
