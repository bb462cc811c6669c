//! Questions made of the documents themselves, so that it is known what should be found.

use content::Document;

use crate::corpus::whole;

/// Shortest word that is given a typing error, in letters.
const SHORTEST: usize = 6;

/// A question and the document it was made of.
pub(crate) struct Known<'a> {
    pub(crate) document: &'a Document,
    pub(crate) text: String,
}

/// Every `step`th document that is long enough.
fn sample(documents: &[Document], step: usize) -> impl Iterator<Item = &Document> {
    let long = documents.iter().filter(|document| whole(document).split(' ').count() > 12);
    long.step_by(step.max(1))
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
        let words: Vec<&str> = words(&text).into_iter().rev().skip(2).take(6).collect();
        words.into_iter().rev().collect::<Vec<_>>().join(" ")
    };
    sample(documents, step).map(|document| Known { document, text: sentence(document) }).collect()
}

/// The same with two neighbouring letters of the longest word exchanged.
pub(crate) fn mistyped(documents: &[Document], step: usize) -> Vec<Known<'_>> {
    let mut known = sentences(documents, step);
    known.retain_mut(|known| {
        let longest = known.text.split(' ').max_by_key(|word| word.chars().count()).map(str::to_owned);
        let Some(word) = longest.filter(|word| word.chars().count() >= SHORTEST) else { return false };
        let mut letters: Vec<char> = word.chars().collect();
        let Some(place) = (2..letters.len() - 1).find(|at| letters[*at] != letters[at + 1]) else {
            return false;
        };
        letters.swap(place, place + 1);
        known.text = known.text.replacen(&word, &letters.into_iter().collect::<String>(), 1);
        true
    });
    known
}

/// Single words, rare and frequent ones as the text has them.
pub(crate) fn single(documents: &[Document], step: usize) -> Vec<String> {
    let longest = |document: &Document| {
        let words = words(&document.teaser);
        words.into_iter().find(|word| word.chars().count() >= SHORTEST).map(str::to_owned)
    };
    sample(documents, step).filter_map(longest).collect()
}

/// Beginnings of words, as somebody types them.
pub(crate) fn beginnings(documents: &[Document], step: usize) -> Vec<String> {
    let cut = |word: String| word.chars().take(4).collect();
    single(documents, step).into_iter().map(cut).collect()
}

/// Words without signs that mean something in one engine or another.
fn words(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect()
}
