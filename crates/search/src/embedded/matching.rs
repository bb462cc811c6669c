//! From a question to an engine query.
//!
//! A document matches if it has everything that was asked for in its own language, anywhere in
//! what the reader may read of it. Each thing sought counts where it is worth most: in the title
//! more than in the text, as written more than in another form.

use kernel::access::decide;
use kernel::{Access, ArticleId, Locale, Reach};
use tantivy::Term;
use tantivy::query::{
    BooleanQuery, BoostQuery, DisjunctionMaxQuery, Occur, PhraseQuery, Query, RangeQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use super::generation::View;
use super::schema::Prefix;
use super::steady::Steady;
use crate::analysis::{Form, Word, has_compounds};
use crate::question::{Question, Sought};

/// What a match is worth, by field.
const TITLE: f32 = 4.0;
const STANDFIRST: f32 = 2.0;
const TERMS: f32 = 2.0;
const TEASER: f32 = 1.0;
const REMAINDER: f32 = 1.0;

/// What a match is worth, by how the word was found.
const AS_WRITTEN: f32 = 1.0;
const BY_STEM: f32 = 0.8;
const BY_PART: f32 = 0.5;
const BY_ALL_PARTS: f32 = 0.6;
const BY_BEGINNING: f32 = 0.3;
const AS_PHRASE: f32 = 1.2;

/// How much the second best place and form add to the best.
const ELSEWHERE: f32 = 0.1;

type BoxedQuery = Box<dyn Query>;

/// The query for a question; `None` if nothing is asked for.
pub(super) fn query(question: &Question, view: &View, reach: &Reach) -> Option<BoxedQuery> {
    let rules: Vec<&Access> = view.rules.iter().filter(|rule| opens(rule, reach)).collect();
    let locales = view.locales.iter().filter_map(|locale| in_locale(question, locale, view, &rules));
    let any: Vec<_> = locales.map(|query| (Occur::Should, query)).collect();
    if any.is_empty() { None } else { Some(Box::new(BooleanQuery::new(any))) }
}

/// Whether there can be texts under this rule whose other half the reader may read. The rule
/// decides, as it does everywhere; the proof is for no article and opens none.
fn opens(rule: &Access, reach: &Reach) -> bool {
    let no_article = ArticleId::from(uuid::Uuid::nil());
    *rule != Access::Public && decide(no_article, rule, reach).is_ok()
}

fn in_locale(question: &Question, locale: &Locale, view: &View, rules: &[&Access]) -> Option<BoxedQuery> {
    let asked = question.in_locale(locale);
    if asked.wanted.is_empty() {
        return None;
    }
    let matcher = Matcher::new(locale, view, rules);
    let wanted = asked.wanted.iter().map(|sought| (Occur::Must, matcher.clause(sought)));
    let unwanted = asked.unwanted.iter().map(|sought| {
        let unwanted: BoxedQuery = Box::new(Steady(matcher.clause(sought)));
        (Occur::MustNot, unwanted)
    });
    Some(Box::new(BooleanQuery::new(wanted.chain(unwanted).collect())))
}

/// Looks for words of one language where the reader may look.
struct Matcher {
    places: Vec<Place>,
    compounds: bool,
}

/// A field, or the part of it that is under one access rule.
struct Place {
    field: Field,
    prefix: Prefix,
    worth: f32,
}

impl Matcher {
    fn new(locale: &Locale, view: &View, rules: &[&Access]) -> Self {
        let fields = &view.fields;
        let open = [
            (fields.title, TITLE),
            (fields.standfirst, STANDFIRST),
            (fields.terms, TERMS),
            (fields.teaser, TEASER),
        ];
        let open = open.map(|(field, worth)| Place { field, prefix: Prefix::open(locale), worth });
        let closed = rules.iter().map(|rule| Place {
            field: fields.remainder,
            prefix: Prefix::closed(rule, locale),
            worth: REMAINDER,
        });
        Self { places: open.into_iter().chain(closed).collect(), compounds: has_compounds(locale) }
    }

    fn clause(&self, sought: &Sought) -> BoxedQuery {
        match sought {
            Sought::Word(word) => best(self.word(word)),
            Sought::Beginning(word) => {
                best(self.word(word).into_iter().chain(self.beginning(word)).collect())
            }
            Sought::Phrase(words) => best(
                self.places
                    .iter()
                    .map(|place| worth(place.side_by_side(words), place.worth * AS_PHRASE))
                    .collect(),
            ),
        }
    }

    /// All ways in which a word is found.
    fn word(&self, word: &Word) -> Vec<BoxedQuery> {
        let mut ways = Vec::new();
        for place in &self.places {
            ways.push(worth(place.side_by_side(std::slice::from_ref(word)), place.worth * AS_WRITTEN));
            ways.extend(self.stems(place, &word.stems));
        }
        if !word.parts.is_empty() {
            let parts = word.parts.iter().map(|stems| {
                let ways = self.places.iter().flat_map(|place| self.stems(place, stems)).collect();
                (Occur::Must, best(ways))
            });
            ways.push(worth(Box::new(BooleanQuery::new(parts.collect())), BY_ALL_PARTS));
        }
        ways
    }

    fn stems(&self, place: &Place, stems: &[String]) -> Vec<BoxedQuery> {
        let mut ways = Vec::new();
        for stem in stems {
            ways.push(worth(place.term(Form::Stem, stem), place.worth * BY_STEM));
            if self.compounds {
                ways.push(worth(place.term(Form::Part, stem), place.worth * BY_PART));
            }
        }
        ways
    }

    fn beginning(&self, word: &Word) -> Vec<BoxedQuery> {
        let Some(beginning) = word.single() else { return Vec::new() };
        let mut ways = Vec::new();
        for place in &self.places {
            ways.push(worth(place.beginning(Form::Surface, beginning), place.worth * BY_BEGINNING));
            if self.compounds {
                ways.push(worth(
                    place.beginning(Form::Part, beginning),
                    place.worth * BY_BEGINNING * BY_PART,
                ));
            }
        }
        ways
    }
}

impl Place {
    fn term(&self, form: Form, word: &str) -> BoxedQuery {
        Box::new(TermQuery::new(self.spell(form, word), IndexRecordOption::WithFreqs))
    }

    fn beginning(&self, form: Form, word: &str) -> BoxedQuery {
        let (first, last) = self.prefix.beginning(form, word);
        let term = |text: String| std::ops::Bound::Included(Term::from_field_text(self.field, &text));
        Box::new(RangeQuery::new(term(first), term(last)))
    }

    /// Words as written, at the distances they have in the query.
    fn side_by_side(&self, words: &[Word]) -> BoxedQuery {
        let first = words.first().map_or(0, |word| word.position);
        let mut terms: Vec<(usize, Term)> = words
            .iter()
            .flat_map(|word| {
                let pieces = word.sought().iter().enumerate();
                pieces.map(|(offset, piece)| {
                    (word.position.saturating_sub(first) + offset, self.spell(Form::Surface, &piece.text))
                })
            })
            .collect();
        match (terms.len(), terms.pop()) {
            (1, Some((_, term))) => Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)),
            (_, Some(last)) => {
                terms.push(last);
                Box::new(PhraseQuery::new_with_offset(terms))
            }
            (_, None) => Box::new(tantivy::query::EmptyQuery),
        }
    }

    fn spell(&self, form: Form, word: &str) -> Term {
        Term::from_field_text(self.field, &self.prefix.spell(form, word))
    }
}

fn best(ways: Vec<BoxedQuery>) -> BoxedQuery {
    Box::new(DisjunctionMaxQuery::with_tie_breaker(ways, ELSEWHERE))
}

fn worth(query: BoxedQuery, worth: f32) -> BoxedQuery {
    Box::new(BoostQuery::new(query, worth))
}
