//! From text to words that can be compared: the same for documents and for queries.
//!
//! [`words`] cuts a text into [`Word`]s the way its language is written and gives each the forms
//! by which it can be found:
//!
//! - its *surface*: folded (case, diacritics, variants of a letter), otherwise as written. Exact
//!   phrases, prefixes and, later, typing errors are matched on it;
//! - its *stems*, where there is a stemmer for the language, so that inflected forms meet;
//! - the stems of its *parts*, where the language glues words together (German), so that
//!   `Sicherheitsgarantie` is found by `Garantie`.
//!
//! Segmentation and folding come from `charabia`. It is always told the language, never left to
//! guess it: a guess depends on the rest of the text, and then a word in a query would be cut
//! differently from the same word in a document.
//!
//! Scripts written without spaces and without a dictionary in the binary (Han, kana, Hangul,
//! Burmese) are taken as overlapping pairs of characters: every string of two or more characters is
//! found wherever it stands, also across the word boundaries a dictionary would have drawn. Chinese
//! is treated like that too, because a dictionary cuts the same word differently in different
//! surroundings, and its own would cost more memory than all the rest. For Japanese and Korean there
//! are dictionaries as features of this crate, `japanese` and `korean`: they are downloaded while
//! building, and index and queries are cut by them then.

mod fold;
mod grams;
mod groups;
mod language;
mod memory;
mod runs;
mod stems;
mod stop_words;
mod ukrainian;
mod word;

use kernel::Locale;

pub(crate) use self::memory::Origin;
#[cfg(test)]
pub(crate) use self::memory::knows;
pub(crate) use self::word::{Forms, Piece, Word};

use self::groups::Group;
use self::language::Profile;
use self::stems::Stemmed;

/// Longest form of a word that is kept, in characters; what follows is cut off.
const LONGEST: usize = 64;

/// What Arabic writes in one with a noun besides the plain article: `and the`, `in the`, `for the`.
const ARTICLES: [&str; 6] = ["وال", "فال", "بال", "كال", "ولل", "لل"];
/// Shortest noun behind it, in letters.
const SHORTEST_NOUN: usize = 3;

/// The words of a text in the order in which they stand.
pub(crate) fn words(text: &str, locale: &Locale, origin: Origin) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 6);
    each_word(text, locale, origin, |word| words.push(word));
    words
}

/// Gives the words of a text one after the other.
pub(crate) fn each_word(text: &str, locale: &Locale, origin: Origin, mut give: impl FnMut(Word)) {
    let profile = Profile::of(locale);
    let mut position = 0;
    for run in runs::runs(text) {
        let words =
            memory::remembered(&text[run.clone()], profile, origin, || in_run(&text[run.clone()], profile));
        for word in words.iter() {
            give(word.moved(run.start, position));
        }
        position += words.iter().map(|word| word.surface.len()).sum::<usize>();
    }
}

fn in_run(text: &str, profile: &Profile) -> Vec<Word> {
    let groups = groups::groups(text, profile);
    let folded: Vec<String> = groups.iter().map(|group| fold::folded(&group.lemma(), profile)).collect();
    let stemmed = stemmed(text, &groups, &folded, profile);
    let parts = parts(text, &groups, profile);
    let mut position = 0;
    let mut words = Vec::with_capacity(groups.len());
    for (((group, folded), stemmed), parts) in groups.iter().zip(&folded).zip(stemmed).zip(parts) {
        let surface = surface(text, group, folded, profile);
        if surface.is_empty() {
            continue;
        }
        let length = surface.len();
        let forms = Forms {
            surface,
            stems: stemmed.stems,
            parts,
            common: group.elided || stemmed.common,
            gapless: grams::is_gapless(group.script, profile),
        };
        words.push(Word::new(group.start(), group.end(), position, forms));
        position += length;
    }
    words
}

/// Whether words of this language are also indexed by their parts.
pub(crate) fn has_compounds(locale: &Locale) -> bool {
    Profile::of(locale).compounds
}

/// Stems and stop words, one entry a group.
fn stemmed(text: &str, groups: &[Group], folded: &[String], profile: &Profile) -> Vec<Stemmed> {
    if !profile.article {
        let plain: Vec<String> =
            groups.iter().map(|group| fold::plain(&text[group.start()..group.end()])).collect();
        return stems::stems(profile, &plain, folded);
    }
    let plain: Vec<String> = groups.iter().map(|group| fold::plain(&text[group.without_article()])).collect();
    let bare: Vec<String> = plain.iter().map(|noun| fold::bare(noun, profile)).collect();
    let mut stemmed = stems::stems(profile, &plain, &bare);
    for (found, noun) in stemmed.iter_mut().zip(bare) {
        // The stemmer goes by the article, so the noun itself is what is sure to be the same.
        let bound = ARTICLES.iter().filter_map(|article| noun.strip_prefix(article));
        let bare = bound.filter(|noun| noun.chars().count() >= SHORTEST_NOUN).map(str::to_owned).next();
        for noun in bare.into_iter().chain([noun]) {
            if !found.stems.contains(&noun) {
                found.stems.push(noun);
            }
        }
    }
    stemmed
}

fn surface(text: &str, group: &Group, folded: &str, profile: &Profile) -> Vec<Piece> {
    if grams::is_gapless(group.script, profile) {
        return grams::grams(&text[group.start()..group.end()]);
    }
    if folded.is_empty() {
        return Vec::new();
    }
    vec![Piece { text: folded.to_owned(), start: 0, end: group.end() - group.start() }]
}

/// The parts of each group's compound, each part by its stems; none where a word is no compound.
fn parts(text: &str, groups: &[Group], profile: &Profile) -> Vec<Vec<Vec<String>>> {
    if !profile.compounds {
        return vec![Vec::new(); groups.len()];
    }
    let ranges: Vec<_> = groups.iter().map(Group::parts).collect();
    let plain: Vec<String> = ranges.iter().flatten().map(|range| fold::plain(&text[range.clone()])).collect();
    let folded: Vec<String> = plain.iter().map(|part| fold::bare(part, profile)).collect();
    let mut stems = stems::stems(profile, &plain, &folded).into_iter().map(|found| found.stems);
    ranges.iter().map(|ranges| stems.by_ref().take(ranges.len()).collect()).collect()
}

#[cfg(test)]
mod tests;
