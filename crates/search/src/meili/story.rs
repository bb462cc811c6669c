//! A story as the server holds it: all its languages in one document.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use content::{Document, TermKind};
use kernel::{Access, ArticleId, Locale, TranslationId};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::settings::{Field, TEXT, published, text as text_field};
use super::tokens::Spelt;
use crate::analysis::{Origin, words};
use crate::fingerprint::Fingerprint;

/// Keeps the parts of a label apart.
const SEPARATOR: char = '\u{1f}';
/// All kinds of labels.
const KINDS: [TermKind; 3] = [TermKind::Section, TermKind::Tag, TermKind::Author];

/// A story with its texts.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "Stored")]
pub(super) struct Story {
    pub(super) article: ArticleId,
    pub(super) access: Access,
    pub(super) texts: BTreeMap<Locale, Text>,
}

/// It as a document: each text is a field of its own, so that one can be asked for alone.
#[derive(Deserialize)]
struct Stored {
    id: ArticleId,
    access: Access,
    #[serde(flatten)]
    fields: HashMap<String, Value>,
}

impl From<Stored> for Story {
    fn from(stored: Stored) -> Self {
        let text = |(name, value): (String, Value)| {
            let locale = name.strip_prefix(TEXT)?.parse().ok()?;
            Some((locale, serde_json::from_value(value).ok()?))
        };
        let texts = stored.fields.into_iter().filter_map(text).collect();
        Self { article: stored.id, access: stored.access, texts }
    }
}

/// The fingerprints of its texts.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Prints {
    pub(super) access: Access,
    #[serde(default)]
    prints: BTreeMap<TranslationId, String>,
}

impl Prints {
    pub(super) fn each(&self) -> impl Iterator<Item = (TranslationId, Fingerprint)> {
        self.prints.iter().map(|(translation, print)| {
            let print = u64::from_str_radix(print, 16).unwrap_or(0);
            (*translation, Fingerprint::from(print))
        })
    }
}

/// It in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Text {
    pub(super) translation: TranslationId,
    #[serde(default)]
    pub(super) version: i64,
    pub(super) title: String,
    pub(super) standfirst: String,
    pub(super) teaser: String,
    /// The other half; only in the index of its access rule.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) rest: String,
    /// Labels, as [`label`] writes them, with their names.
    #[serde(default)]
    terms: Vec<(String, String)>,
    /// When it was published, in milliseconds since 1970; 0 for pages, which have no date.
    published: i64,
    /// Its fingerprint: as text, because numbers of 64 bits don't survive JSON everywhere.
    print: String,
}

/// What an index holds of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// What everyone may see.
    Open,
    /// All of it.
    Full,
}

impl Story {
    pub(super) fn new(article: ArticleId, access: Access) -> Self {
        Self { article, access, texts: BTreeMap::new() }
    }

    /// Puts a text in. The rule is the story's: the last that was heard of holds for all its texts.
    pub(super) fn put(&mut self, document: &Document) {
        self.access = document.access.clone();
        self.texts.insert(document.locale.clone(), Text::of(document));
    }

    pub(super) fn remove(&mut self, translation: TranslationId) {
        self.texts.retain(|_, text| text.translation != translation);
    }

    /// Everyone may see all of it.
    pub(super) fn is_public(&self) -> bool {
        self.access == Access::Public
    }

    /// Its labels, each once.
    pub(super) fn labels(&self) -> BTreeSet<String> {
        self.texts.values().flat_map(|text| &text.terms).map(|(label, _)| label.clone()).collect()
    }

    /// Says of its texts that they are not as they should be: their other halves were not found.
    pub(super) fn distrust(&mut self) {
        for text in self.texts.values_mut() {
            text.print = print(Fingerprint::from(0));
        }
    }

    /// The document for an index.
    pub(super) fn document(&self, extent: Extent) -> Value {
        let whole = extent == Extent::Full || self.is_public();
        let mut fields = Map::new();
        let (mut labels, mut names) = (BTreeSet::new(), BTreeSet::new());
        let mut prints = Map::new();
        for (locale, text) in &self.texts {
            let shown = if whole { text.clone() } else { Text { rest: String::new(), ..text.clone() } };
            shown.spell(locale, &mut fields);
            fields.insert(published(locale), json!(text.published));
            for (label, name) in &text.terms {
                labels.insert(label);
                names.insert(format!("{label}{SEPARATOR}{locale}{SEPARATOR}{name}"));
            }
            fields.insert(text_field(locale), json!(shown));
            prints.insert(text.translation.to_string(), json!(text.print));
        }
        let dates = self.texts.values().map(|text| text.published);
        fields.insert("id".to_owned(), json!(self.article));
        fields.insert("access".to_owned(), json!(self.access));
        fields.insert("labels".to_owned(), json!(labels));
        fields.insert("names".to_owned(), json!(names));
        fields.insert("locales".to_owned(), json!(self.texts.keys().collect::<Vec<_>>()));
        let translations: Vec<_> = self.texts.values().map(|text| text.translation).collect();
        fields.insert("translations".to_owned(), json!(translations));
        fields.insert("published".to_owned(), json!(dates.max().unwrap_or(0)));
        fields.insert("prints".to_owned(), Value::Object(prints));
        Value::Object(fields)
    }
}

impl Text {
    fn of(document: &Document) -> Self {
        let terms = document.terms.iter();
        Self {
            translation: document.translation,
            version: document.version,
            title: document.title.clone(),
            standfirst: document.standfirst.clone(),
            teaser: document.teaser.clone(),
            rest: document.remainder.clone(),
            terms: terms.map(|term| (label(term.kind, &term.key), term.name.clone())).collect(),
            published: document.published_at.map_or(0, jiff::Timestamp::as_millisecond),
            print: print(Fingerprint::of(document)),
        }
    }

    /// Its words, into the fields of its language.
    fn spell(&self, locale: &Locale, fields: &mut Map<String, Value>) {
        let mut alike: BTreeSet<String> = BTreeSet::new();
        let names = self.terms.iter().map(|(_, name)| name.as_str());
        let lead: Vec<&str> = std::iter::once(self.standfirst.as_str()).chain(names).collect();
        let parts = [
            (Field::Title, Field::TitleStems, vec![self.title.as_str()]),
            (Field::Lead, Field::LeadStems, lead),
            (Field::Teaser, Field::TeaserStems, vec![self.teaser.as_str()]),
            (Field::Rest, Field::RestStems, vec![self.rest.as_str()]),
        ];
        for (written, stems, texts) in parts {
            let mut spelt = Spelt::default();
            for text in texts {
                for word in &words(text, locale, Origin::Closed) {
                    spelt.add(word);
                }
            }
            alike.extend(spelt.alike);
            if !spelt.written.is_empty() {
                fields.insert(written.of(locale), json!(spelt.written));
            }
            if !spelt.stems.is_empty() {
                fields.insert(stems.of(locale), json!(spelt.stems));
            }
        }
        fields.insert(Field::Alike.of(locale), json!(alike.into_iter().collect::<Vec<_>>().join(" ")));
    }
}

/// A fingerprint as text.
fn print(fingerprint: Fingerprint) -> String {
    format!("{:016x}", u64::from(fingerprint))
}

/// A section, tag or author as a filter names it.
pub(super) fn label(kind: TermKind, key: &str) -> String {
    format!("{}{SEPARATOR}{key}", kind.as_str())
}

/// Kind and key of a label.
pub(super) fn label_parts(label: &str) -> Option<(TermKind, &str)> {
    let (kind, key) = label.split_once(SEPARATOR)?;
    Some((KINDS.into_iter().find(|known| known.as_str() == kind)?, key))
}

/// Label, language and name in what is indexed of a name.
pub(super) fn name_parts(name: &str) -> Option<(String, Locale, &str)> {
    let mut parts = name.splitn(4, SEPARATOR);
    let (kind, key) = (parts.next()?, parts.next()?);
    Some((format!("{kind}{SEPARATOR}{key}"), parts.next()?.parse().ok()?, parts.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn story(access: &str) -> Story {
        let uuid = uuid::Uuid::from_u128;
        let document = Document {
            translation: uuid(2).into(),
            article: uuid(1).into(),
            version: 1,
            locale: "de".parse().expect("a locale"),
            title: "Titel".into(),
            standfirst: String::new(),
            teaser: "Offen".into(),
            remainder: "Kanari".into(),
            terms: vec![],
            access: access.parse().expect("a rule"),
            published_at: None,
        };
        let mut story = Story::new(document.article, document.access.clone());
        story.put(&document);
        story
    }

    #[test]
    fn the_visible_half_holds_nothing_of_the_other() {
        let open = story("paid").document(Extent::Open).to_string().to_lowercase();
        assert!(open.contains("offen") && !open.contains("kanari"), "{open}");
        let full = story("paid").document(Extent::Full).to_string().to_lowercase();
        assert!(full.contains("kanari"));
        assert!(story("public").document(Extent::Open).to_string().contains("kanari"));
    }

    #[test]
    fn what_is_stored_is_the_story() {
        let story = story("paid");
        let read: Story = serde_json::from_value(story.document(Extent::Full)).expect("readable");
        assert_eq!(read, story);
    }
}
