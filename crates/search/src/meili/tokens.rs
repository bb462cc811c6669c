//! How words are spelt for the server, which cuts texts into words of its own.
//!
//! Words are separated by spaces. It leaves alone what is made of letters and digits of one script;
//! of scripts without spaces, which it would cut by dictionaries, each character is written as a
//! number, so that a pair of them is one word, which begins with the first.
//!
//! A stem has a mark at its end. So it can stand beside words as written without being mistaken for
//! one, and the beginning of a word is also found where that is the beginning of a stem.

use std::fmt::Write;

use crate::analysis::{Forms, Piece, Word};

/// Comes after a stem.
const STEM: char = '0';
/// Shortest word in which errors are looked for, in letters.
const SHORTEST_MISTAKEN: usize = 4;

/// A piece of a word as written.
pub(super) fn written(piece: &Piece, gapless: bool) -> String {
    spelt(&piece.text, gapless)
}

/// A stem.
pub(super) fn stem(stem: &str) -> String {
    format!("{}{STEM}", spelt(stem, false))
}

/// A single character of a script without spaces, wherever it stands.
pub(super) fn character(character: char) -> String {
    format!("{}{STEM}", spelt(character.encode_utf8(&mut [0; 4]), true))
}

/// The words of a text in all forms, as the fields of a document hold them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Spelt {
    /// As written, in their order.
    pub(super) written: String,
    /// Stems, those of parts too, and single characters.
    pub(super) stems: String,
    /// Each word that may be meant by one with typing errors.
    pub(super) alike: Vec<String>,
}

impl Spelt {
    pub(super) fn add(&mut self, word: &Word) {
        for piece in &word.surface {
            push(&mut self.written, &written(piece, word.gapless));
        }
        if word.gapless {
            for first in word.surface.iter().filter_map(|piece| piece.text.chars().next()) {
                push(&mut self.stems, &character(first));
            }
        }
        for found in word.all_stems() {
            push(&mut self.stems, &stem(found));
        }
        if let Some(written) = mistakable(word) {
            self.alike.push(written);
        }
    }
}

/// The word as written, if it is one that typing errors are forgiven in.
pub(super) fn mistakable(word: &Forms) -> Option<String> {
    let single = word.single().filter(|text| !word.gapless && text.chars().count() >= SHORTEST_MISTAKEN)?;
    let letters = single.chars().all(char::is_alphabetic);
    letters.then(|| spelt(single, false))
}

fn push(text: &mut String, word: &str) {
    if !word.is_empty() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
}

/// Nothing that the server could take for syntax or for the end of a word is left.
fn spelt(text: &str, gapless: bool) -> String {
    let mut spelt = String::with_capacity(text.len());
    if gapless {
        spelt.push('x');
        for c in text.chars() {
            // Writing to a string can't fail.
            let _ = write!(spelt, "{:05x}", u32::from(c));
        }
    } else {
        // Marks on letters are no letters to everyone, but belong to the word.
        spelt.extend(text.chars().filter(|c| c.is_alphanumeric() || (!c.is_ascii() && !c.is_whitespace())));
    }
    spelt
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Origin, words};

    fn spelt(text: &str, tag: &str) -> Spelt {
        let mut spelt = Spelt::default();
        for word in &words(text, &tag.parse().expect("a locale"), Origin::Open) {
            spelt.add(word);
        }
        spelt
    }

    #[test]
    fn words_stems_and_parts() {
        let found = spelt("Neue Sicherheitsgarantien", "de");
        assert_eq!(found.written, "neue sicherheitsgarantien");
        assert!(found.stems.split(' ').any(|word| word == "garanti0"), "{}", found.stems);
        assert_eq!(found.alike, ["neue", "sicherheitsgarantien"]);
    }

    #[test]
    fn pairs_are_words_that_begin_with_their_first_character() {
        let found = spelt("黒い猫", "ja");
        let pairs: Vec<&str> = found.written.split(' ').collect();
        assert_eq!(pairs, ["x09ed103044", "x030440732b", "x0732b"]);
        assert!(found.stems.split(' ').any(|word| word == "x0732b0"));
        assert!(found.alike.is_empty());
    }

    #[test]
    fn nothing_is_syntax() {
        for text in ["a\"b", "-x", "l'été", "צה\"ל", "об'єкт", "3,14", "a_b", "\u{1f}"] {
            let found = spelt(text, "fr");
            let plain = |c: char| c == ' ' || c.is_alphanumeric() || !c.is_ascii();
            assert!(found.written.chars().all(plain), "{}", found.written);
        }
    }
}
