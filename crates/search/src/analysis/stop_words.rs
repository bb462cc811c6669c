//! Words so usual in a language that they say nothing beside others.
//!
//! Snowball's lists are short and careful; they are used where there is one. For other languages
//! there are those of stopwords-iso (the crate `stop-words`).

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use tantivy::tokenizer::{Language, StopWordFilter, TextAnalyzer, TokenStream, WhitespaceTokenizer};

use super::language::Profile;

/// Usual Ukrainian words that the list lacks.
const UKRAINIAN: &[&str] = &[
    "а",
    "аби",
    "або",
    "адже",
    "буде",
    "будуть",
    "в",
    "вже",
    "же",
    "за",
    "зі",
    "зо",
    "і",
    "їй",
    "їм",
    "йому",
    "його",
    "ж",
    "к",
    "крім",
    "лише",
    "мені",
    "мене",
    "між",
    "може",
    "на",
    "над",
    "нас",
    "наш",
    "не",
    "неї",
    "нею",
    "ним",
    "них",
    "ні",
    "ніж",
    "о",
    "об",
    "од",
    "по",
    "при",
    "після",
    "свій",
    "свої",
    "своє",
    "своїх",
    "себе",
    "собі",
    "тут",
    "там",
    "той",
    "тому",
    "того",
    "та",
    "ті",
    "тих",
    "тією",
    "то",
    "у",
    "хто",
    "ця",
    "цього",
    "цьому",
    "цю",
    "цих",
    "ці",
    "через",
    "щоб",
    "щодо",
    "яка",
    "яке",
    "яким",
    "якому",
    "які",
    "яких",
    "якщо",
    "є",
];

/// The stop words of a language.
pub(super) enum StopWords {
    /// Snowball's; the filter hides its list and is asked for many words at once.
    Snowball(TextAnalyzer),
    /// A list.
    Listed(HashSet<String>),
}

static STOP_WORDS: LazyLock<BTreeMap<&'static str, StopWords>> =
    LazyLock::new(|| Profile::all().filter_map(|profile| Some((profile.tag, made(profile.tag)?))).collect());

impl StopWords {
    /// Those of a language, if there are any.
    pub(super) fn of(profile: &Profile) -> Option<&'static Self> {
        STOP_WORDS.get(profile.tag)
    }

    /// Which of some words are among them. The words are in lower case, with their diacritics.
    pub(super) fn among(&self, words: &[String]) -> Vec<bool> {
        match self {
            Self::Snowball(filter) => dropped(filter, words),
            Self::Listed(list) => words.iter().map(|word| list.contains(word.as_str())).collect(),
        }
    }
}

fn made(tag: &str) -> Option<StopWords> {
    if let Some(filter) = snowball(tag).and_then(StopWordFilter::new) {
        let filter = TextAnalyzer::builder(WhitespaceTokenizer::default()).filter(filter).build();
        return Some(StopWords::Snowball(filter));
    }
    let code = if matches!(tag, "nb" | "nn") { "no" } else { tag };
    let more = if tag == "uk" { UKRAINIAN } else { &[] };
    let words = stop_words::lookup(code).unwrap_or_default().iter().chain(more);
    // The list has Romanian with cedillas, as it was written before there were commas in fonts.
    let list: HashSet<String> =
        words.flat_map(|word| [(*word).to_owned(), word.replace('ş', "ș").replace('ţ', "ț")]).collect();
    (!list.is_empty()).then_some(StopWords::Listed(list))
}

fn snowball(tag: &str) -> Option<Language> {
    Some(match tag {
        "da" => Language::Danish,
        "de" => Language::German,
        "en" => Language::English,
        "es" => Language::Spanish,
        "fi" => Language::Finnish,
        "fr" => Language::French,
        "hu" => Language::Hungarian,
        "it" => Language::Italian,
        "nb" | "nn" | "no" => Language::Norwegian,
        "nl" => Language::Dutch,
        "pt" => Language::Portuguese,
        "ru" => Language::Russian,
        "sv" => Language::Swedish,
        _ => return None,
    })
}

/// Which words a filter drops. One call for all words, because each call has a cost of its own.
fn dropped(filter: &TextAnalyzer, words: &[String]) -> Vec<bool> {
    let text = words.join(" ");
    let mut filter = filter.clone();
    let mut stream = filter.token_stream(&text);
    let mut dropped: Vec<bool> = words.iter().map(|word| !word.is_empty()).collect();
    let (mut index, mut start) = (0, 0);
    while stream.advance() {
        // Words that were dropped, or are empty, have no token.
        while start < stream.token().offset_from {
            start += words.get(index).map_or(0, String::len) + 1;
            index += 1;
        }
        if let Some(word) = dropped.get_mut(index) {
            *word = false;
        }
    }
    dropped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_languages_in_use_have_them() {
        for (tag, word, other) in [
            ("ar", "في", "سلام"),
            ("bg", "и", "град"),
            ("cs", "nebo", "záruka"),
            ("de", "und", "garantie"),
            ("el", "και", "εγγυηση"),
            ("fa", "از", "تضمین"),
            ("pl", "oraz", "gwarancja"),
            ("ro", "și", "garanție"),
            ("sk", "alebo", "záruka"),
            ("th", "และ", "ประกัน"),
            ("tr", "ama", "garanti"),
            ("uk", "і", "гарантія"),
            ("uk", "що", "безпека"),
            ("nb", "og", "garanti"),
        ] {
            let words = STOP_WORDS.get(tag).expect(tag);
            assert_eq!(words.among(&[word.to_owned(), other.to_owned()]), [true, false], "{tag}");
        }
    }

    #[test]
    fn each_word_is_judged_by_itself() {
        let words = ["the", "", "house", "of", ""].map(str::to_owned);
        let english = STOP_WORDS.get("en").expect("English");
        assert_eq!(english.among(&words), [true, false, false, true, false]);
    }
}
