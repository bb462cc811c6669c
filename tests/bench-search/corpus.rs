//! Documents to search: real text, each piece of it once; what is the same paragraph in several
//! languages is one story.

use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use content::Document;
use jiff::{Timestamp, ToSpan};
use kernel::{Access, ArticleId, Locale};
use uuid::Uuid;

use crate::{book, man};

/// Languages, and where their manual pages are below `usr/share/man` and their handbook below
/// `usr/share/doc/debian-handbook/html`.
const LANGUAGES: [(&str, &str, &str); 12] = [
    ("en", ".", "en-US"),
    ("de", "de", "de-DE"),
    ("fr", "fr", "fr-FR"),
    ("it", "it", "it-IT"),
    ("es", "es", "es-ES"),
    ("pl", "pl", "pl-PL"),
    ("ru", "ru", "ru-RU"),
    ("nl", "nl", "nl-NL"),
    ("uk", "uk", ""),
    ("ja", "ja", "ja-JP"),
    ("zh", "zh_CN", "zh-CN"),
    ("ar", "", "ar-MA"),
];
/// Words in a title; characters, in a script without spaces.
const TITLE: usize = 8;
const TITLE_CHARACTERS: usize = 20;
/// Documents in one story at most: in all languages.
type Story = Vec<(usize, String)>;

/// Up to `most` documents, each of one paragraph that no other has in its language. Of every second
/// story, half is for subscribers.
pub(crate) fn documents(root: &Path, most: usize) -> Vec<Document> {
    let mut stories: BTreeMap<u64, Story> = BTreeMap::new();
    for (language, (tag, manual, handbook)) in LANGUAGES.iter().enumerate() {
        let mut known: HashSet<String> = HashSet::new();
        let mut pages = Vec::new();
        if !manual.is_empty() {
            pages.extend(man::pages(&root.join("usr/share/man").join(manual)));
        }
        if !handbook.is_empty() {
            pages.extend(book::chapters(&root.join("usr/share/doc/debian-handbook/html").join(handbook)));
        }
        for (page, texts) in pages {
            let parts = texts.len();
            for (place, text) in texts.into_iter().enumerate().filter(|(_, text)| is_in(tag, text)) {
                if !known.insert(start(&text)) {
                    continue;
                }
                // Pages with as many parts are taken to be translations of each other; the hash also
                // puts the stories in an order that has nothing to do with what is in them.
                let mut hasher = DefaultHasher::new();
                (&page, parts, place).hash(&mut hasher);
                let story = stories.entry(hasher.finish()).or_default();
                if story.iter().all(|(there, _)| *there != language) {
                    story.push((language, text));
                }
            }
        }
    }
    let all = (0u64..).zip(stories.into_values()).flat_map(|(number, story)| {
        story.into_iter().map(move |(language, text)| document(number, language, &text))
    });
    all.take(most).collect()
}

/// Whether it is prose in the language: parts of translations are not translated.
fn is_in(tag: &str, text: &str) -> bool {
    let count = |range: std::ops::RangeInclusive<char>| text.chars().filter(|c| range.contains(c)).count();
    let enough = text.chars().count() / 4;
    man::is_prose(text)
        && match tag {
            "ru" | "uk" => count('\u{400}'..='\u{4ff}') > enough,
            "ja" => count('\u{3040}'..='\u{30ff}') > enough / 2,
            "zh" => count('\u{4e00}'..='\u{9fff}') > enough,
            "ar" => count('\u{600}'..='\u{6ff}') > enough,
            _ => true,
        }
}

fn start(paragraph: &str) -> String {
    split(paragraph).0
}

/// The title, and the rest.
fn split(text: &str) -> (String, String) {
    let words: Vec<&str> = text.split(' ').collect();
    if words.len() > TITLE {
        let (title, rest) = words.split_at(TITLE);
        return (title.join(" "), rest.join(" "));
    }
    let place = text.char_indices().nth(TITLE_CHARACTERS).map_or(text.len(), |(place, _)| place);
    (text[..place].to_owned(), text[place..].to_owned())
}

fn document(number: u64, language: usize, text: &str) -> Document {
    let (title, rest) = split(text);
    let access = if number.is_multiple_of(2) { Access::Public } else { Access::Paid };
    // What is public has no other half.
    let half = rest.char_indices().nth(rest.chars().count() / 2).map_or(0, |(place, _)| place);
    let half = rest[half..].find(' ').map_or(half, |space| half + space + 1);
    let (teaser, remainder) =
        if access == Access::Public { (rest.as_str(), "") } else { rest.split_at(half) };
    let published: Timestamp = "2026-01-01T00:00:00Z".parse().expect("a time");
    Document {
        translation: Uuid::from_u64_pair(number, language as u64 + 1).into(),
        article: ArticleId::from(Uuid::from_u64_pair(number, 0)),
        version: 1,
        locale: LANGUAGES[language].0.parse::<Locale>().expect("a language"),
        title,
        standfirst: String::new(),
        teaser: teaser.trim_end().to_owned(),
        remainder: remainder.to_owned(),
        terms: Vec::new(),
        access,
        published_at: Some(published - (i64::try_from(number).unwrap_or(0)).hours()),
    }
}

/// Everything that is in a document, for engines that know nothing of halves.
pub(crate) fn whole(document: &Document) -> String {
    format!("{} {}", document.teaser, document.remainder).trim_end().to_owned()
}
