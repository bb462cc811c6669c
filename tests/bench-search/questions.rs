//! Questions made of the documents themselves, so that it is known what should be found.

use content::Document;
use kernel::Locale;

use crate::corpus::whole;

/// Shortest word that is given a typing error, in letters, and shortest that is asked for alone.
const SHORTEST_MISTYPED: usize = 4;
const SHORTEST: usize = 6;
/// Characters that are asked for in a script without spaces.
const CHARACTERS: usize = 10;

/// A question and the document it was made of.
pub(crate) struct Known<'a> {
    pub(crate) document: &'a Document,
    pub(crate) text: String,
}

/// Every `step`th document that is long enough.
fn sample(documents: &[Document], step: usize) -> impl Iterator<Item = &Document> {
    let long = documents.iter().filter(|document| {
        let text = whole(document);
        text.split(' ').count() > 12 || (is_gapless(document) && text.chars().count() > 4 * CHARACTERS)
    });
    long.step_by(step.max(1))
}

fn is_gapless(document: &Document) -> bool {
    matches!(document.locale.language(), "ja" | "zh")
}

/// The titles of some documents.
pub(crate) fn titles(documents: &[Document], step: usize) -> Vec<Known<'_>> {
    let title = |document: &Document| words(&document.title).join(" ");
    sample(documents, step).map(|document| Known { document, text: title(document) }).collect()
}

/// Six words in a row from the end of some documents' text.
pub(crate) fn sentences(documents: &[Document], step: usize) -> Vec<Known<'_>> {
    let sentence = |document: &Document| {
        let text = whole(document);
        if is_gapless(document) {
            let longest =
                words(&text).into_iter().max_by_key(|word| word.chars().count()).unwrap_or_default();
            return longest.chars().take(CHARACTERS).collect();
        }
        let words: Vec<&str> = words(&text).into_iter().rev().skip(2).take(6).collect();
        words.into_iter().rev().collect::<Vec<_>>().join(" ")
    };
    sample(documents, step).map(|document| Known { document, text: sentence(document) }).collect()
}

/// The same with one error in one word, in turn a letter too many, too few, another, or two that
/// changed places; the word and the place are any.
pub(crate) fn mistyped(documents: &[Document], step: usize) -> Vec<Known<'_>> {
    let mut chance = Chance(1);
    let mut known = sentences(documents, step);
    known.retain_mut(|known| {
        let words: Vec<&str> = known.text.split(' ').collect();
        let long =
            |word: &&&str| word.chars().count() >= SHORTEST_MISTYPED && word.chars().all(char::is_alphabetic);
        let candidates: Vec<&str> = words.iter().filter(long).copied().collect();
        if is_gapless(known.document) || candidates.is_empty() {
            return false;
        }
        let word = candidates[chance.below(candidates.len())].to_owned();
        let wrong = with_error(&word, &mut chance);
        known.text = words
            .iter()
            .map(|other| if *other == word { wrong.as_str() } else { *other })
            .collect::<Vec<_>>()
            .join(" ");
        true
    });
    known
}

fn with_error(word: &str, chance: &mut Chance) -> String {
    let letters: Vec<char> = word.chars().collect();
    let other = letters[chance.below(letters.len())];
    loop {
        let mut wrong = letters.clone();
        let place = chance.below(letters.len());
        match chance.below(4) {
            0 => wrong.insert(place, other),
            1 => drop(wrong.remove(place)),
            2 => wrong[place] = char::from_u32(other as u32 + 1).unwrap_or(other),
            _ => wrong.swap(place.min(letters.len() - 2), place.min(letters.len() - 2) + 1),
        }
        if wrong != letters {
            return wrong.into_iter().collect();
        }
    }
}

/// The same chance in every run (`SplitMix64`).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % most as u64).unwrap_or(0)
    }
}

/// Titles of stories that are there in another language too, with that language: who reads it asks
/// with the words of the first.
pub(crate) fn across(documents: &[Document], step: usize) -> Vec<(Known<'_>, Locale)> {
    let mut known = Vec::new();
    for pair in documents.windows(2) {
        if pair[0].article == pair[1].article {
            let text = words(&pair[0].title).join(" ");
            known.push((Known { document: &pair[0], text }, pair[1].locale.clone()));
        }
    }
    known.into_iter().step_by(step.max(1)).collect()
}

/// Single words, rare and frequent ones as the text has them.
pub(crate) fn single(documents: &[Document], step: usize) -> Vec<(String, Locale)> {
    let longest = |document: &Document| {
        let words = words(&document.teaser);
        let long = |word: &&str| word.chars().count() >= SHORTEST;
        let word = words.into_iter().find(long)?;
        // A run of a script without spaces is no word.
        let word = if is_gapless(document) { word.chars().take(2).collect() } else { word.to_owned() };
        Some((word, document.locale.clone()))
    };
    sample(documents, step).filter_map(longest).collect()
}

/// Beginnings of words, as somebody types them.
pub(crate) fn beginnings(documents: &[Document], step: usize) -> Vec<(String, Locale)> {
    let cut = |(word, locale): (String, Locale)| (word.chars().take(4).collect(), locale);
    single(documents, step).into_iter().map(cut).collect()
}

/// Words without signs that mean something in one engine or another.
fn words(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect()
}
