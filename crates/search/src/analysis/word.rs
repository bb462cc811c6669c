//! A word and the forms by which it can be found.

use std::ops::Deref;
use std::sync::Arc;

/// One word of a text: where it stands, and its forms, which equal words share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// First byte in the text.
    pub(crate) start: usize,
    /// First byte after it.
    pub(crate) end: usize,
    /// Place in the text, counted in pieces.
    pub(crate) position: usize,
    forms: Arc<Forms>,
}

/// What a word comes down to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Forms {
    /// The word as written, folded: one piece, or overlapping pairs of characters in a script
    /// without spaces. Never empty.
    pub(crate) surface: Vec<Piece>,
    /// What it comes down to without its endings; empty if the language has no stemmer.
    pub(crate) stems: Vec<String>,
    /// The stems of each part of a compound; empty if it is none.
    pub(crate) parts: Vec<Vec<String>>,
    /// So frequent that it says nothing beside other words: `der`, `the`, the `l` of `l'Ukraine`.
    pub(crate) common: bool,
    /// Written in a script without spaces.
    pub(crate) gapless: bool,
}

/// A stretch of a word, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The folded characters.
    pub(crate) text: String,
    /// First byte, counted from the beginning of the word.
    pub(crate) start: usize,
    /// First byte after it, counted likewise.
    pub(crate) end: usize,
}

impl Word {
    pub(crate) fn new(start: usize, end: usize, position: usize, forms: Forms) -> Self {
        Self { start, end, position, forms: Arc::new(forms) }
    }

    /// The same word further on in a text.
    pub(crate) fn moved(&self, bytes: usize, pieces: usize) -> Self {
        Self {
            start: self.start + bytes,
            end: self.end + bytes,
            position: self.position + pieces,
            forms: Arc::clone(&self.forms),
        }
    }
}

impl Deref for Word {
    type Target = Forms;

    fn deref(&self) -> &Forms {
        &self.forms
    }
}

impl Forms {
    /// All stems by which it is found: its own, then those of its parts; none twice.
    pub(crate) fn all_stems(&self) -> Vec<&str> {
        let mut all: Vec<&str> = Vec::with_capacity(self.stems.len() + self.parts.len());
        for stem in self.stems.iter().chain(self.parts.iter().flatten()) {
            if !all.contains(&stem.as_str()) {
                all.push(stem);
            }
        }
        all
    }

    /// The pieces a query must find side by side to have found the word. In a document the last
    /// character of a run of pairs stands alone too, so that it is found by itself; a query of
    /// two or more characters must not ask for that.
    pub(crate) fn sought(&self) -> &[Piece] {
        match self.surface.split_last() {
            Some((_, pairs)) if self.gapless && !pairs.is_empty() => pairs,
            _ => &self.surface,
        }
    }

    /// The surface of a word that is one piece.
    pub(crate) fn single(&self) -> Option<&str> {
        match self.sought() {
            [piece] => Some(&piece.text),
            _ => None,
        }
    }
}
