//! Folding: which differences between letters don't matter.

use std::borrow::Cow;

use icu::normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::LONGEST;
use super::language::Profile;

/// What stands in the text, in lower case: the form that stemmers and lists of stop words know,
/// with its diacritics.
pub(super) fn plain(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !is_ignored(*c)).flat_map(char::to_lowercase).collect();
    // What doesn't compose with its letter marks the stress, in Cyrillic.
    compose(&kept).chars().filter(|c| !is_stress(*c)).take(LONGEST).collect()
}

/// A lemma (already in lower case and, in most scripts, without diacritics) with the differences
/// gone that `charabia` leaves.
pub(super) fn folded(lemma: &str, profile: &Profile) -> String {
    let bare: String = lemma.chars().filter(|c| !is_ignored(*c) && !is_stress(*c)).collect();
    let mut folded = String::with_capacity(bare.len());
    for c in compose(&bare).chars().take(LONGEST) {
        match c {
            'ß' => folded.push_str("ss"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            'ё' if profile.tag == "ru" => folded.push('е'),
            c => folded.push(c),
        }
    }
    folded
}

/// The same for what hasn't been through `charabia`: the diacritics go, but for those that make
/// another letter in Cyrillic (`й`, `ї`).
pub(super) fn bare(text: &str, profile: &Profile) -> String {
    let mut cyrillic = false;
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize(text);
    let kept = decomposed.chars().filter(|c| {
        if is_diacritic(*c) {
            return cyrillic;
        }
        cyrillic = matches!(c, '\u{400}'..='\u{52f}');
        true
    });
    folded(&kept.collect::<String>(), profile)
}

fn compose(text: &str) -> Cow<'_, str> {
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// Invisible inside a word, or an apostrophe that belongs to it.
fn is_ignored(c: char) -> bool {
    c.is_control()
        || c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\'' | '’' | 'ʼ')
}

/// Accents that mark stress in Cyrillic, in dictionaries and for learners.
fn is_stress(c: char) -> bool {
    matches!(c, '\u{300}' | '\u{301}')
}

/// Marks on Latin, Greek and Cyrillic letters; vowel points of Hebrew and Arabic.
fn is_diacritic(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}
