//! Our analysis as the tokenizers of an index.
//!
//! A tokenizer is told a text's language and access rule in front of the text (see
//! [`Prefix::with_text`]) and spells its words accordingly.

use std::ops::Range;

use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};

use super::schema::{Form, Prefix, tokenizer};
use crate::analysis::{Origin, Word, each_word};

/// The tokenizers of an index, by the names that the schema knows.
pub(super) fn tokenizers() -> TokenizerManager {
    let manager = TokenizerManager::default();
    manager.register(tokenizer::WRITTEN, Analysis { written: true, stems: false });
    manager.register(tokenizer::STEMS, Analysis { written: false, stems: true });
    manager.register(tokenizer::BOTH, Analysis { written: true, stems: true });
    manager
}

/// Which forms of words are indexed.
#[derive(Clone, Copy, Debug)]
struct Analysis {
    written: bool,
    stems: bool,
}

/// The terms of a text, spelt one after the other into one string.
#[derive(Debug, Default)]
struct Terms {
    spelt: String,
    /// Position and place in `spelt` of each.
    terms: Vec<(usize, Range<usize>)>,
}

/// The terms of a text in turn.
#[derive(Debug)]
struct Stream {
    terms: Terms,
    next: usize,
    token: Token,
}

impl Tokenizer for Analysis {
    type TokenStream<'a> = Stream;

    fn token_stream<'a>(&'a mut self, value: &'a str) -> Stream {
        let mut terms = Terms::default();
        if let Some((prefix, locale, text)) = Prefix::split(value) {
            let origin = if prefix.is_closed() { Origin::Closed } else { Origin::Open };
            each_word(text, &locale, origin, |word| terms.add(&prefix, &word, *self));
        }
        Stream { terms, next: 0, token: Token::default() }
    }
}

impl Terms {
    fn add(&mut self, prefix: &Prefix, word: &Word, analysis: Analysis) {
        if analysis.stems {
            for stem in word.all_stems() {
                self.spell(prefix, Form::Stem, stem, word.position);
            }
        }
        if analysis.written {
            for (offset, piece) in word.surface.iter().enumerate() {
                self.spell(prefix, Form::Written, &piece.text, word.position + offset);
            }
        }
    }

    fn spell(&mut self, prefix: &Prefix, form: Form, word: &str, position: usize) {
        let start = self.spelt.len();
        prefix.spell_into(&mut self.spelt, form, word);
        self.terms.push((position, start..self.spelt.len()));
    }
}

impl TokenStream for Stream {
    fn advance(&mut self) -> bool {
        let Some((position, range)) = self.terms.terms.get(self.next) else { return false };
        self.next += 1;
        self.token.position = *position;
        self.token.text.clear();
        self.token.text.push_str(&self.terms.spelt[range.clone()]);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_spelt_in_the_forms_that_are_wanted() {
        let prefix = Prefix::open(&"de".parse().expect("a locale"));
        let value = prefix.with_text("Sicherheitsgarantien hier");
        let spelt = |name: &str| {
            let mut tokenizer = tokenizers().get(name).expect("registered");
            let mut stream = tokenizer.token_stream(&value);
            let mut found = Vec::new();
            while let Some(token) = stream.next() {
                found.push(format!("{} {}", token.position, token.text.replace('\u{1f}', ".")));
            }
            found
        };
        assert_eq!(spelt("written"), ["0 de.wsicherheitsgarantien", "1 de.whier"]);
        assert_eq!(spelt("stems"), ["0 de.ssicherheitsgaranti", "0 de.ssich", "0 de.sgaranti", "1 de.shier"]);
        assert_eq!(spelt("both").len(), 6);
    }
}
