//! Stems: what a word comes down to without its endings.

use frostem::{Algorithm, Stemmer as Snowball};

use super::fold;
use super::language::Profile;
use super::stop_words::StopWords;
use super::ukrainian;

/// How words of a language lose their endings.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stemmer {
    /// By one of Snowball's algorithms.
    Snowball(Algorithm),
    /// By ours: Snowball has none.
    Ukrainian,
}

/// What the language's tools say of one word.
#[derive(Clone, Debug, Default)]
pub(super) struct Stemmed {
    /// Its stems, folded; two if the diacritics make a difference.
    pub(super) stems: Vec<String>,
    /// It is a stop word.
    pub(super) common: bool,
}

/// Stems and stop words for a text's words, one entry each; no stems if the language has no
/// stemmer.
///
/// A word is stemmed twice, as written and folded: the rules need the diacritics (`garantías`),
/// but who types without them (`garantias`) must arrive at a stem that the document has too.
pub(super) fn stems(profile: &Profile, plain: &[String], folded: &[String]) -> Vec<Stemmed> {
    let common = StopWords::of(profile).map(|words| words.among(plain)).unwrap_or_default();
    let words = plain.iter().zip(folded).enumerate();
    words
        .map(|(index, (plain, folded))| {
            let mut stems: Vec<String> = Vec::new();
            let mut add = |stem: &str| {
                let stem = fold::bare(stem, profile);
                if !stem.is_empty() && !stems.contains(&stem) {
                    stems.push(stem);
                }
            };
            match profile.stemmer {
                Some(Stemmer::Snowball(algorithm)) => {
                    let stemmer = Snowball::new(algorithm);
                    add(&stemmer.stem(plain));
                    if folded != plain {
                        add(&stemmer.stem(folded));
                    }
                }
                Some(Stemmer::Ukrainian) => ukrainian::stems(plain, add),
                None => {}
            }
            Stemmed { stems, common: common.get(index).copied().unwrap_or(false) }
        })
        .collect()
}
