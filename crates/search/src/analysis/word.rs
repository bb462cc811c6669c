//! A word and the forms by which it can be found.

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// First byte in the text.
    pub(crate) start: usize,
    /// First byte after it.
    pub(crate) end: usize,
    /// Place in the text, counted in pieces.
    pub(crate) position: usize,
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

/// A stretch of a text, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The folded characters.
    pub(crate) text: String,
    /// First byte in the text.
    pub(crate) start: usize,
    /// First byte after it.
    pub(crate) end: usize,
}

/// What a token is of its word; told apart in the index, so that each can be weighed and none is
/// mistaken for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Form {
    /// As written, folded.
    Surface,
    /// Without its endings.
    Stem,
    /// The stem of a part of a compound.
    Part,
}

/// What goes into the index for one form of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    pub(crate) form: Form,
    pub(crate) text: &'a str,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) position: usize,
}

impl Word {
    /// All tokens of the word, in order of position.
    pub(crate) fn tokens(&self) -> Vec<Token<'_>> {
        let whole =
            |form, text| Token { form, text, start: self.start, end: self.end, position: self.position };
        let mut tokens = Vec::with_capacity(self.surface.len() + self.stems.len() + self.parts.len());
        tokens.extend(self.stems.iter().map(|stem| whole(Form::Stem, stem.as_str())));
        for stem in self.parts.iter().flatten() {
            let token = whole(Form::Part, stem.as_str());
            if !tokens.contains(&token) {
                tokens.push(token);
            }
        }
        tokens.extend(self.surface.iter().enumerate().map(|(offset, piece)| Token {
            form: Form::Surface,
            text: &piece.text,
            start: piece.start,
            end: piece.end,
            position: self.position + offset,
        }));
        tokens
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
