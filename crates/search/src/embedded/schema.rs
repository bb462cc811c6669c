//! What an index holds, and how its terms are spelt.
//!
//! A term is spelt with its language in front, so languages don't mix: `Gift` is poison in German
//! and a present in English, and each is rare or frequent in its own language. In the other half
//! of an article, the access rule goes before that. A letter tells what form of the word it is.

use kernel::{Access, Locale};
use tantivy::schema::{
    BytesOptions, FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing,
    TextOptions,
};

use crate::analysis::Form;

/// Number of the schema. To be raised whenever documents would be indexed differently: fields,
/// spelling, analysis. An index of another number is built anew.
pub(super) const SCHEMA: u32 = 1;

/// Columns, by name as readers of columns want them.
pub(super) mod column {
    pub(crate) const ARTICLE_HIGH: &str = "article_high";
    pub(crate) const ARTICLE_LOW: &str = "article_low";
    pub(crate) const LOCALE: &str = "locale";
    pub(crate) const PUBLISHED: &str = "published";
    pub(crate) const FINGERPRINT: &str = "fingerprint";
}

/// Keeps the parts of a term apart; analysis leaves no control characters in words.
const SEPARATOR: char = '\u{1f}';
/// Sorts after all that a word is made of.
const LAST: char = char::MAX;

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
    /// Milliseconds since 1970; 0 for pages, which have no date.
    pub(super) published: Field,
    pub(super) fingerprint: Field,
    /// Words, each field with its own statistics.
    pub(super) title: Field,
    pub(super) standfirst: Field,
    pub(super) terms: Field,
    pub(super) teaser: Field,
    pub(super) remainder: Field,
    /// Texts for snippets.
    pub(super) standfirst_text: Field,
    pub(super) teaser_text: Field,
    pub(super) remainder_text: Field,
}

/// The schema and its fields.
pub(super) fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let words = || {
        // The tokens come from our own analysis; the tokenizer named here is never asked.
        let indexing = TextFieldIndexing::default().set_tokenizer("raw");
        TextOptions::default()
            .set_indexing_options(indexing.set_index_option(IndexRecordOption::WithFreqsAndPositions))
    };
    let fields = Fields {
        translation: schema
            .add_bytes_field("translation", BytesOptions::default().set_indexed().set_stored()),
        article_high: schema.add_u64_field(column::ARTICLE_HIGH, FAST),
        article_low: schema.add_u64_field(column::ARTICLE_LOW, FAST),
        locale: schema.add_text_field(column::LOCALE, (STRING | STORED).set_fast("raw")),
        access: schema.add_text_field("access", STRING | STORED),
        published: schema.add_i64_field(column::PUBLISHED, FAST),
        fingerprint: schema.add_u64_field(column::FINGERPRINT, FAST | INDEXED),
        title: schema.add_text_field("title", words()),
        standfirst: schema.add_text_field("standfirst", words()),
        terms: schema.add_text_field("terms", words()),
        teaser: schema.add_text_field("teaser", words()),
        remainder: schema.add_text_field("remainder", words()),
        standfirst_text: schema.add_text_field("standfirst_text", STORED),
        teaser_text: schema.add_text_field("teaser_text", STORED),
        remainder_text: schema.add_text_field("remainder_text", STORED),
    };
    (schema.build(), fields)
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

    /// A word as it is spelt in the index.
    pub(super) fn spell(&self, form: Form, word: &str) -> String {
        let letter = match form {
            Form::Surface => 'w',
            Form::Stem => 's',
            Form::Part => 'p',
        };
        let mut term = String::with_capacity(self.0.len() + 1 + word.len());
        term.push_str(&self.0);
        term.push(letter);
        term.push_str(word);
        term
    }

    /// The range in which all words lie that begin with this one, both ends included.
    pub(super) fn beginning(&self, form: Form, word: &str) -> (String, String) {
        let first = self.spell(form, word);
        let mut last = first.clone();
        last.push(LAST);
        (first, last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_spelt_like_another() {
        let locale = |tag: &str| tag.parse::<Locale>().expect("a locale");
        let de = Prefix::open(&locale("de"));
        let spelt = [
            de.spell(Form::Surface, "gift"),
            de.spell(Form::Stem, "gift"),
            de.spell(Form::Part, "gift"),
            Prefix::open(&locale("en")).spell(Form::Surface, "gift"),
            Prefix::open(&locale("de-AT")).spell(Form::Surface, "gift"),
            Prefix::closed(&Access::Paid, &locale("de")).spell(Form::Surface, "gift"),
            Prefix::closed(&Access::Members, &locale("de")).spell(Form::Surface, "gift"),
        ];
        let different: std::collections::BTreeSet<_> = spelt.iter().collect();
        assert_eq!(different.len(), spelt.len());
    }

    #[test]
    fn a_beginning_spans_all_its_words_and_no_others() {
        let prefix = Prefix::open(&"de".parse().expect("a locale"));
        let (first, last) = prefix.beginning(Form::Surface, "gar");
        let within = |form, word| (first.clone()..=last.clone()).contains(&prefix.spell(form, word));
        assert!(
            within(Form::Surface, "gar")
                && within(Form::Surface, "garantie")
                && within(Form::Surface, "gar𐍈")
        );
        assert!(
            !within(Form::Surface, "gas") && !within(Form::Stem, "garanti") && !within(Form::Surface, "ga")
        );
    }
}
