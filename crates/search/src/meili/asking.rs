//! Questions as the server is asked them.
//!
//! One question in one language becomes several queries, whose answers the server puts together, a
//! story by the best that it is worth in any: words as written, words by their stems, the last as a
//! beginning, words as what others mean. Words that must be just so are in quotes: the server then
//! looks for nothing else.

use kernel::Locale;

use super::tokens;
use crate::analysis::{Origin, Word, words};
use crate::question::{Asked, Sought};

/// What a match is worth, by how the words were found.
const AS_WRITTEN: f32 = 1.0;
const BY_STEM: f32 = 0.8;
const BY_SYNONYM: f32 = 0.6;
const BY_BEGINNING: f32 = 0.5;
/// The server looks for no more words than this.
const MOST_TERMS: usize = 10;
/// Most queries with other words that mean the same.
const MOST_SYNONYMS: usize = 6;

/// One query: what to look for, and what its answers are worth beside others'.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ask {
    pub(super) q: String,
    pub(super) worth: f32,
    /// Errors in words out of quotes are forgiven.
    pub(super) forgiving: bool,
    /// Nothing but words as they were typed, or their stems, is found by it.
    pub(super) exact: bool,
}

/// Which of two stems of a word: with its diacritics or without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stem {
    Plain,
    Folded,
}

/// The queries for what was asked, just as it was.
pub(super) fn exactly(asked: &Asked, synonyms: &[(String, Vec<String>)], locale: &Locale) -> Vec<Ask> {
    if asked.wanted.is_empty() {
        return Vec::new();
    }
    let unwanted = unwanted(asked);
    let mut asks: Vec<Ask> = Vec::new();
    let mut add = |terms: Vec<String>, worth: f32, exact: bool| {
        let terms = terms.into_iter().take(MOST_TERMS);
        let q = unwanted.iter().cloned().chain(terms).collect::<Vec<_>>().join(" ");
        if !asks.iter().any(|ask| ask.q == q) {
            asks.push(Ask { q, worth, forgiving: false, exact });
        }
    };
    add(asked.wanted.iter().map(written).collect(), AS_WRITTEN, true);
    for which in [Stem::Folded, Stem::Plain] {
        add(by_stems(&asked.wanted, which), BY_STEM, true);
    }
    if let Some((Sought::Beginning(word), before)) = asked.wanted.split_last()
        && let Some(beginning) = beginning(word)
    {
        let mut terms = by_stems(before, Stem::Folded);
        terms.truncate(MOST_TERMS - 1);
        terms.push(beginning);
        add(terms, BY_BEGINNING, false);
    }
    for terms in with_synonyms(&asked.wanted, synonyms, locale).into_iter().take(MOST_SYNONYMS) {
        add(terms, BY_SYNONYM, true);
    }
    asks
}

/// The query for what was asked, with errors forgiven in those words for which `known` isn't set.
pub(super) fn forgivingly(asked: &Asked, known: &[bool]) -> Option<Ask> {
    let mut terms = unwanted(asked);
    let mut forgiving = false;
    for (index, sought) in asked.wanted.iter().enumerate().take(MOST_TERMS) {
        let mistaken = (!known.get(index).copied().unwrap_or(false)).then(|| mistakable(sought)).flatten();
        forgiving |= mistaken.is_some();
        match mistaken {
            Some(word) => terms.push(word),
            None => terms.extend(by_stem(sought, Stem::Folded)),
        }
    }
    // The space says that the last word is no beginning.
    forgiving.then(|| Ask { q: terms.join(" ") + " ", worth: AS_WRITTEN, forgiving, exact: false })
}

/// The query for one thing sought alone.
pub(super) fn alone(sought: &Sought) -> String {
    by_stem(sought, Stem::Folded).join(" ")
}

/// The queries for titles that go on as what was typed.
pub(super) fn titles(asked: &Asked, locale: &Locale) -> Vec<Ask> {
    exactly(asked, &[], locale)
}

/// The word as it was typed, if it is one in which errors are forgiven.
pub(super) fn mistakable(sought: &Sought) -> Option<String> {
    match sought {
        Sought::Word(word) | Sought::Beginning(word) | Sought::Alike(word, _) => tokens::mistakable(word),
        Sought::Phrase(_) => None,
    }
}

fn written(sought: &Sought) -> String {
    match sought {
        Sought::Word(word) | Sought::Alike(word, _) => phrase(std::slice::from_ref(word)),
        Sought::Beginning(word) => {
            single_character(word).unwrap_or_else(|| phrase(std::slice::from_ref(word)))
        }
        Sought::Phrase(words) => phrase(words),
    }
}

fn by_stems(wanted: &[Sought], which: Stem) -> Vec<String> {
    wanted.iter().flat_map(|sought| by_stem(sought, which)).collect()
}

/// What finds a word in all its forms: its stem, or those of its parts, which a document has too
/// that has the word; the word itself where there is none.
fn by_stem(sought: &Sought, which: Stem) -> Vec<String> {
    let (Sought::Word(word) | Sought::Beginning(word) | Sought::Alike(word, _)) = sought else {
        return vec![written(sought)];
    };
    let choose = |stems: &[String]| match which {
        Stem::Plain => stems.first().map(|stem| in_quotes(&tokens::stem(stem))),
        Stem::Folded => stems.last().map(|stem| in_quotes(&tokens::stem(stem))),
    };
    let parts: Option<Vec<String>> = word.parts.iter().map(|stems| choose(stems)).collect();
    match parts.filter(|parts| !parts.is_empty()) {
        Some(parts) => parts,
        None => vec![choose(&word.stems).filter(|_| !word.gapless).unwrap_or_else(|| written(sought))],
    }
}

/// The last word, not in quotes.
fn beginning(word: &Word) -> Option<String> {
    let single = word.single()?;
    if word.gapless && single.chars().count() == 1 {
        return None;
    }
    word.surface.first().map(|piece| tokens::written(piece, word.gapless)).filter(|word| !word.is_empty())
}

/// A character of a script without spaces is a word wherever it stands.
fn single_character(word: &Word) -> Option<String> {
    let single = word.single().filter(|_| word.gapless)?;
    let mut characters = single.chars();
    let first = characters.next().filter(|_| characters.next().is_none())?;
    Some(in_quotes(&tokens::character(first)))
}

/// Words as written, side by side.
fn phrase(words: &[Word]) -> String {
    let mut pieces: Vec<String> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        // A run of pairs ends with a single character; only what comes after it needs that.
        let sought = if index + 1 == words.len() { word.sought() } else { &word.surface };
        pieces.extend(sought.iter().map(|piece| tokens::written(piece, word.gapless)));
    }
    in_quotes(&pieces.join(" "))
}

fn unwanted(asked: &Asked) -> Vec<String> {
    let mut unwanted = Vec::new();
    for sought in &asked.unwanted {
        unwanted.push(format!("-{}", written(sought)));
        if let Sought::Word(word) | Sought::Beginning(word) | Sought::Alike(word, _) = sought {
            unwanted.extend(word.stems.iter().map(|stem| format!("-{}", in_quotes(&tokens::stem(stem)))));
        }
    }
    unwanted
}

/// What was asked with one word as another that means the same, for each of those.
fn with_synonyms(wanted: &[Sought], synonyms: &[(String, Vec<String>)], locale: &Locale) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for (index, sought) in wanted.iter().enumerate() {
        let (Sought::Word(word) | Sought::Beginning(word)) = sought else { continue };
        let means = synonyms.iter().filter(|(synonym, _)| {
            words(synonym, locale, Origin::Query)
                .first()
                .is_some_and(|synonym| synonym.surface == word.surface)
        });
        for means in means.flat_map(|(_, means)| means) {
            let mut means = words(means, locale, Origin::Query);
            let instead = match means.len() {
                0 => continue,
                1 => means.pop().map(Sought::Word),
                _ => Some(Sought::Phrase(means)),
            };
            let terms = wanted.iter().enumerate().flat_map(|(other, sought)| {
                let sought = instead.as_ref().filter(|_| other == index).unwrap_or(sought);
                by_stem(sought, Stem::Folded)
            });
            all.push(terms.collect());
        }
    }
    all
}

fn in_quotes(text: &str) -> String {
    format!("\"{text}\"")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::Question;

    fn asked(text: &str, tag: &str) -> Asked {
        Question::parse(text).in_locale(&tag.parse().expect("a locale"))
    }

    fn exact(text: &str, tag: &str) -> Vec<String> {
        let asks = exactly(&asked(text, tag), &[], &tag.parse().expect("a locale"));
        asks.into_iter().map(|ask| ask.q).collect()
    }

    #[test]
    fn words_stems_and_beginnings() {
        assert_eq!(
            exact("night trains", "en"),
            ["\"night\" \"trains\"", "\"night0\" \"train0\"", "\"night0\" trains"]
        );
        assert_eq!(
            exact("\"night trains\" -sleeper", "en")[0],
            "-\"sleeper\" -\"sleeper0\" \"night trains\""
        );
        assert_eq!(exact("", "en"), Vec::<String>::new());
        assert_eq!(exact("-sleeper", "en"), Vec::<String>::new());
    }

    #[test]
    fn a_compound_is_found_by_its_parts() {
        let asks = exact("Sicherheitsgarantie", "de");
        assert_eq!(asks[0], "\"sicherheitsgarantie\"");
        assert!(asks[1].contains("\"garanti0\"") && asks[1].starts_with("\"sich"), "{asks:?}");
    }

    #[test]
    fn scripts_without_spaces() {
        assert_eq!(exact("猫", "ja"), ["\"x0732b0\""]);
        assert_eq!(exact("安全保", "ja")[0], "\"x05b8905168 x0516804fdd\"");
    }

    #[test]
    fn errors_are_forgiven_where_words_are_long_enough_and_unknown() {
        let asked = asked("harbuor of rom", "en");
        let ask = forgivingly(&asked, &[]).expect("one may be mistaken");
        assert_eq!(ask.q, "harbuor \"rom0\" ");
        assert!(forgivingly(&asked, &[true, true]).is_none());
    }

    #[test]
    fn synonyms_take_the_word_s_place() {
        let de: Locale = "de".parse().expect("a locale");
        let synonyms = [("DB".to_owned(), vec!["Deutsche Bahn".to_owned()])];
        let asks = exactly(&asked("db streik", "de"), &synonyms, &de);
        assert!(asks.iter().any(|ask| ask.q == "\"deutsche bahn\" \"streik0\""), "{asks:?}");
    }
}
