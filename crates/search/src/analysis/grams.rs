//! Overlapping pairs of characters, for scripts that are written without spaces.

use charabia::Script;
use charabia::normalizer::{CharNormalizer, ChineseNormalizer};
use icu::normalizer::ComposingNormalizerBorrowed;

use super::Piece;
use super::language::Profile;

/// Whether words can't be told apart by looking for spaces, and no dictionary is at hand.
pub(super) fn is_gapless(script: Script, profile: &Profile) -> bool {
    match script {
        Script::Cj | Script::Hangul => !has_dictionary(profile),
        Script::Myanmar => true,
        _ => false,
    }
}

/// Whether the binary was built with the language's dictionary.
pub(super) fn has_dictionary(profile: &Profile) -> bool {
    match profile.tag {
        "ja" => cfg!(feature = "japanese"),
        "ko" => cfg!(feature = "korean"),
        _ => false,
    }
}

/// The pairs of a run of characters, then its last character alone: so a single character is
/// found, as the beginning of a piece, wherever it stands.
pub(super) fn grams(run: &str) -> Vec<Piece> {
    let characters: Vec<Piece> = characters(run);
    let pairs = characters.windows(2).map(|pair| Piece {
        text: format!("{}{}", pair[0].text, pair[1].text),
        start: pair[0].start,
        end: pair[1].end,
    });
    pairs.chain(characters.last().cloned()).collect()
}

/// Each character with the marks that follow it, composed, in its usual width, and, if Han, in the
/// variant that stands for all.
fn characters(run: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (start, c) in run.char_indices() {
        let end = start + c.len_utf8();
        match pieces.last_mut() {
            Some(before) if !c.is_alphanumeric() => {
                before.text.push(c);
                before.end = end;
            }
            None if !c.is_alphanumeric() => {}
            _ => pieces.push(Piece { text: c.to_string(), start, end }),
        }
    }
    let compose = ComposingNormalizerBorrowed::new_nfkc();
    for piece in &mut pieces {
        let composed = compose.normalize(&piece.text).to_lowercase();
        piece.text = ChineseNormalizer.normalize_str(&composed).into_owned();
    }
    pieces
}
