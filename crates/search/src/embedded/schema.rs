//! What an index holds, and how its terms are spelt.
//!
//! A term is spelt with its language in front, so languages don't mix: `Gift` is poison in German
//! and a present in English, and each is rare or frequent in its own language. In the other half
//! of an article, the access rule goes before that. A letter tells what form of the word it is.

use content::{TermKind, TermLink};
use kernel::{Access, Locale};
use tantivy::schema::{
    BytesOptions, FAST, Field, FieldEntry, INDEXED, IndexRecordOption, STORED, Schema, TextFieldIndexing,
    TextOptions,
};

/// Number of the schema. To be raised whenever documents would be indexed differently: fields,
/// spelling, analysis. An index of another number is built anew.
pub(super) const SCHEMA: u32 = 3 + DICTIONARIES;
/// With dictionaries words are cut otherwise.
const DICTIONARIES: u32 =
    if cfg!(feature = "japanese") { 1_000 } else { 0 } + if cfg!(feature = "korean") { 2_000 } else { 0 };

const VERSION: &str = "version";

/// Columns, by name as readers of columns want them.
pub(super) mod column {
    pub(crate) const ARTICLE_HIGH: &str = "article_high";
    pub(crate) const ARTICLE_LOW: &str = "article_low";
    pub(crate) const LOCALE: &str = "locale";
    pub(crate) const ACCESS: &str = "access";
    pub(crate) const LABELS: &str = "labels";
    pub(crate) const PUBLISHED: &str = "published";
    pub(crate) const FINGERPRINT: &str = "fingerprint";
}

/// Tokenizers, by name; see [`super::tokens`].
pub(super) mod tokenizer {
    pub(crate) const WRITTEN: &str = "written";
    pub(crate) const STEMS: &str = "stems";
    pub(crate) const BOTH: &str = "both";
}

/// Keeps the parts of a term apart; analysis leaves no control characters in words.
const SEPARATOR: char = '\u{1f}';
/// Comes after a prefix, before a text that is to be spelt with it.
const END: char = '\u{1e}';
/// All kinds of labels.
const KINDS: [TermKind; 3] = [TermKind::Section, TermKind::Tag, TermKind::Author];

/// Sorts after all that a word is made of.
const LAST: char = char::MAX;

/// What a term is of its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// As written, folded.
    Written,
    /// Without its endings, or a part of it without its endings.
    Stem,
}

/// The fields of a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    /// Identity: 16 bytes.
    pub(super) translation: Field,
    /// The article's id in two columns, for collapsing.
    pub(super) article_high: Field,
    pub(super) article_low: Field,
    pub(super) locale: Field,
    pub(super) access: Field,
    /// The version of the text. Indexes before schema 3 don't have it: what is found there counts as
    /// outdated.
    pub(super) version: Option<Field>,
    /// Its section, tags and authors, by [`label`].
    pub(super) labels: Field,
    /// Milliseconds since 1970; 0 for pages, which have no date.
    pub(super) published: Field,
    pub(super) fingerprint: Field,
    /// The words of the title in all forms. They are in the open words too: this says only that
    /// they count more.
    pub(super) title: Field,
    /// What everyone may see, as written, and the stems of that.
    pub(super) open: Field,
    pub(super) open_stems: Field,
    /// The other half, likewise.
    pub(super) closed: Field,
    pub(super) closed_stems: Field,
    /// Texts for suggestions and snippets.
    pub(super) title_text: Field,
    pub(super) standfirst_text: Field,
    pub(super) teaser_text: Field,
    pub(super) remainder_text: Field,
}

/// The schema and its fields.
pub(super) fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let words = |tokenizer, option| {
        let indexing = TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(option);
        TextOptions::default().set_indexing_options(indexing)
    };
    // Only what is written can be sought side by side.
    let written = words(tokenizer::WRITTEN, IndexRecordOption::WithFreqsAndPositions);
    let stems = words(tokenizer::STEMS, IndexRecordOption::WithFreqs);
    let names = TextOptions::default().set_fast("raw");
    let fields = Fields {
        translation: schema
            .add_bytes_field("translation", BytesOptions::default().set_indexed().set_stored()),
        article_high: schema.add_u64_field(column::ARTICLE_HIGH, FAST),
        article_low: schema.add_u64_field(column::ARTICLE_LOW, FAST),
        locale: schema.add_text_field(column::LOCALE, names.clone()),
        access: schema.add_text_field(column::ACCESS, names.clone()),
        version: Some(schema.add_i64_field(VERSION, STORED)),
        labels: schema.add_text_field(column::LABELS, names),
        published: schema.add_i64_field(column::PUBLISHED, FAST),
        fingerprint: schema.add_u64_field(column::FINGERPRINT, FAST | INDEXED),
        title: schema
            .add_text_field("title", words(tokenizer::BOTH, IndexRecordOption::WithFreqsAndPositions)),
        open: schema.add_text_field("open", written.clone()),
        open_stems: schema.add_text_field("open_stems", stems.clone()),
        closed: schema.add_text_field("closed", written),
        closed_stems: schema.add_text_field("closed_stems", stems),
        title_text: schema.add_text_field("title_text", STORED),
        standfirst_text: schema.add_text_field("standfirst_text", STORED),
        teaser_text: schema.add_text_field("teaser_text", STORED),
        remainder_text: schema.add_text_field("remainder_text", STORED),
    };
    (schema.build(), fields)
}

/// The fields of an index, if it is one that this program can read.
pub(super) fn fields_of(found: &Schema) -> Option<Fields> {
    let (schema, fields) = schema();
    if *found == schema {
        return Some(fields);
    }
    let mut known = schema.fields().filter(|(_, entry)| entry.name() != VERSION);
    if found.num_fields() + 1 != schema.num_fields() || !known.all(|(_, entry)| has(found, entry)) {
        return None;
    }
    let field = |name: &str| found.get_field(name).ok();
    Some(Fields {
        translation: field("translation")?,
        article_high: field(column::ARTICLE_HIGH)?,
        article_low: field(column::ARTICLE_LOW)?,
        locale: field(column::LOCALE)?,
        access: field(column::ACCESS)?,
        version: None,
        labels: field(column::LABELS)?,
        published: field(column::PUBLISHED)?,
        fingerprint: field(column::FINGERPRINT)?,
        title: field("title")?,
        open: field("open")?,
        open_stems: field("open_stems")?,
        closed: field("closed")?,
        closed_stems: field("closed_stems")?,
        title_text: field("title_text")?,
        standfirst_text: field("standfirst_text")?,
        teaser_text: field("teaser_text")?,
        remainder_text: field("remainder_text")?,
    })
}

fn has(schema: &Schema, entry: &FieldEntry) -> bool {
    schema.get_field(entry.name()).is_ok_and(|field| schema.get_field_entry(field) == entry)
}

/// What goes before every word of a text: its language, and before that, in the half that is not
/// for everyone, the access rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Prefix(String);

impl Prefix {
    /// For what everyone may see.
    pub(super) fn open(locale: &Locale) -> Self {
        Self(format!("{locale}{SEPARATOR}"))
    }

    /// For what only those may see whom the rule lets in.
    pub(super) fn closed(access: &Access, locale: &Locale) -> Self {
        Self(format!("{access}{SEPARATOR}{locale}{SEPARATOR}"))
    }

    /// Whether it is for the half that is not for everyone.
    pub(super) fn is_closed(&self) -> bool {
        self.0.matches(SEPARATOR).count() > 1
    }

    /// A text as it is handed to the tokenizers, which learn from it how to spell its words.
    pub(super) fn with_text(&self, text: &str) -> String {
        format!("{}{END}{text}", self.0)
    }

    /// The prefix, the language and the text in what [`Prefix::with_text`] made.
    pub(super) fn split(value: &str) -> Option<(Self, Locale, &str)> {
        let (prefix, text) = value.split_once(END)?;
        let locale = prefix.strip_suffix(SEPARATOR)?.rsplit(SEPARATOR).next()?.parse().ok()?;
        Some((Self(prefix.to_owned()), locale, text))
    }

    /// A word as it is spelt in the index.
    pub(super) fn spell(&self, form: Form, word: &str) -> String {
        let mut term = String::with_capacity(self.0.len() + 1 + word.len());
        self.spell_into(&mut term, form, word);
        term
    }

    /// Writes a word as it is spelt in the index.
    pub(super) fn spell_into(&self, to: &mut String, form: Form, word: &str) {
        to.push_str(&self.0);
        to.push(match form {
            Form::Written => 'w',
            Form::Stem => 's',
        });
        to.push_str(word);
    }

    /// The range in which all words lie that begin with this one, both ends included.
    pub(super) fn beginning(&self, form: Form, word: &str) -> (String, String) {
        let first = self.spell(form, word);
        let mut last = first.clone();
        last.push(LAST);
        (first, last)
    }
}

/// A section, tag or author as a column holds it.
pub(super) fn label(term: &TermLink) -> String {
    format!("{}{SEPARATOR}{}{SEPARATOR}{}", term.kind.as_str(), term.key, term.name)
}

/// Kind, key and name of a label.
pub(super) fn label_parts(label: &str) -> Option<(TermKind, &str, &str)> {
    let mut parts = label.splitn(3, SEPARATOR);
    let kind = parts.next()?;
    let kind = KINDS.into_iter().find(|known| known.as_str() == kind)?;
    Some((kind, parts.next()?, parts.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tag: &str) -> Locale {
        tag.parse().expect("a locale")
    }

    #[test]
    fn no_word_is_spelt_like_another() {
        let de = Prefix::open(&locale("de"));
        let spelt = [
            de.spell(Form::Written, "gift"),
            de.spell(Form::Stem, "gift"),
            Prefix::open(&locale("en")).spell(Form::Written, "gift"),
            Prefix::open(&locale("de-AT")).spell(Form::Written, "gift"),
            Prefix::closed(&Access::Paid, &locale("de")).spell(Form::Written, "gift"),
            Prefix::closed(&Access::Members, &locale("de")).spell(Form::Written, "gift"),
        ];
        let different: std::collections::BTreeSet<_> = spelt.iter().collect();
        assert_eq!(different.len(), spelt.len());
    }

    #[test]
    fn an_index_without_versions_can_be_read() {
        let (with, _) = schema();
        let mut without = Schema::builder();
        let mut other = Schema::builder();
        for (_, entry) in with.fields() {
            if entry.name() != VERSION {
                without.add_field(entry.clone());
            }
            if entry.name() != column::ACCESS {
                other.add_field(entry.clone());
            }
        }
        assert!(fields_of(&with).is_some_and(|fields| fields.version.is_some()));
        assert!(fields_of(&without.build()).is_some_and(|fields| fields.version.is_none()));
        assert!(fields_of(&other.build()).is_none());
    }

    #[test]
    fn a_beginning_spans_all_its_words_and_no_others() {
        let prefix = Prefix::open(&locale("de"));
        let (first, last) = prefix.beginning(Form::Written, "gar");
        let within = |form, word| (first.clone()..=last.clone()).contains(&prefix.spell(form, word));
        assert!(["gar", "garantie", "gar𐍈"].into_iter().all(|word| within(Form::Written, word)));
        assert!(!within(Form::Written, "gas") && !within(Form::Written, "ga"));
        assert!(!within(Form::Stem, "garanti"));
    }

    #[test]
    fn tokenizers_learn_how_to_spell() {
        let both = [Prefix::open(&locale("de-AT")), Prefix::closed(&Access::Paid, &locale("de-AT"))];
        assert_eq!(both.each_ref().map(Prefix::is_closed), [false, true]);
        for prefix in both {
            let value = prefix.with_text("Ein \u{1e} Text");
            assert_eq!(Prefix::split(&value), Some((prefix, locale("de-AT"), "Ein \u{1e} Text")));
        }
        assert_eq!(Prefix::split("Ein Text"), None);
    }
}
