//! From a question to the texts of one language that have all that was asked for.
//!
//! A text matches if it has everything wanted, anywhere in what the reader may read of it. Each
//! thing sought counts where it is worth most: as written more than in another form, and more in
//! the title than elsewhere.

use kernel::{Access, Locale};

use super::dictionaries::Dictionary;
use super::generation::View;
use super::held::Held;
use super::list::{DocNumber, List};
use super::schema::Prefix;
use crate::analysis::{Origin, Word, has_compounds, words};
use crate::engine::SearchError;
use crate::question::{Asked, Sought};

/// What the other half counts, where the visible one counts 1: it is longer and says less of what
/// a text is about.
pub(super) const IN_CLOSED: f32 = 0.8;
/// What it is worth that two words stand side by side as they were typed.
const AS_PAIR: f32 = 0.6;
/// How many of the best texts are looked at more closely.
const BEST: usize = 64;
/// How many texts are few enough for common words to count.
const FEW: usize = 3_000;

/// Whether typing errors are forgiven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typing {
    /// No.
    Exact,
    /// In words that are nowhere as they were typed.
    UnknownForgiven,
    /// In all words.
    Forgiven,
}

/// Looks for words of one language where the reader may look.
pub(super) struct Matcher<'a> {
    pub(super) view: &'a View,
    pub(super) places: Vec<Place<'a>>,
    pub(super) title: Prefix,
    pub(super) compounds: bool,
    pub(super) synonyms: Vec<Synonym>,
    pub(super) held: Held,
    /// Texts in the language, by which the rarity of words is measured.
    pub(super) texts: u32,
    pub(super) typing: Typing,
}

/// A word and what it finds too: words side by side.
pub(super) struct Synonym {
    pub(super) word: Word,
    pub(super) means: Vec<Vec<Word>>,
}

/// A half of the texts, or the part of it that is under one access rule.
pub(super) struct Place<'a> {
    pub(super) written: &'a Dictionary,
    pub(super) stems: &'a Dictionary,
    pub(super) prefix: Prefix,
    pub(super) worth: f32,
}

impl<'a> Matcher<'a> {
    /// `rules` are those under which the reader may read the other half.
    pub(super) fn new(view: &'a View, locale: &Locale, rules: &[Access], typing: Typing) -> Self {
        let dictionaries = &view.dictionaries;
        let open = Place {
            written: &dictionaries.open,
            stems: &dictionaries.open_stems,
            prefix: Prefix::open(locale),
            worth: 1.0,
        };
        let closed = rules.iter().map(|rule| Place {
            written: &dictionaries.closed,
            stems: &dictionaries.closed_stems,
            prefix: Prefix::closed(rule, locale),
            worth: IN_CLOSED,
        });
        Self {
            view,
            places: std::iter::once(open).chain(closed).collect(),
            title: Prefix::open(locale),
            compounds: has_compounds(locale),
            synonyms: Vec::new(),
            held: Held::default(),
            texts: view.columns.in_locale(locale),
            typing,
        }
    }

    /// Looks into the other half of these texts, too.
    pub(super) fn with_held(mut self, held: Held) -> Self {
        self.held = held;
        self
    }

    /// Lets words find what others mean, too.
    pub(super) fn with_synonyms(mut self, synonyms: &[(String, Vec<String>)], locale: &Locale) -> Self {
        self.synonyms = synonyms
            .iter()
            .filter_map(|(word, means)| {
                let means = means
                    .iter()
                    .map(|means| words(means, locale, Origin::Query))
                    .filter(|means| !means.is_empty());
                Some(Synonym {
                    word: words(word, locale, Origin::Query).into_iter().next()?,
                    means: means.collect(),
                })
            })
            .collect();
        self
    }

    /// Looks in titles alone.
    pub(super) fn titles(view: &'a View, locale: &Locale, typing: Typing) -> Self {
        let title = &view.dictionaries.title;
        let place = Place { written: title, stems: title, prefix: Prefix::open(locale), worth: 1.0 };
        Self { places: vec![place], ..Self::new(view, locale, &[], typing) }
    }

    /// The texts that have what is asked for. Where errors are forgiven, words in `asked` become
    /// what they were taken for.
    pub(super) fn texts(&self, asked: &mut Asked) -> Result<List, SearchError> {
        let mut wanted = Vec::with_capacity(asked.wanted.len());
        for sought in &mut asked.wanted {
            let clause = self.clause(sought)?;
            if clause.cost() == 0 {
                // Most words of one language are none of another: that ends it soon.
                return Ok(List::default());
            }
            wanted.push((clause.cost(), clause, &*sought));
        }
        // The rarest first: of the others only the texts in which that stands matter.
        wanted.sort_by_key(|(cost, ..)| *cost);
        let mut found: Option<List> = None;
        for (_, mut clause, sought) in wanted {
            let within: Option<Vec<DocNumber>> = found.as_ref().map(List::docs);
            if within.as_ref().is_some_and(Vec::is_empty) {
                return Ok(List::default());
            }
            self.in_title(sought, &mut clause)?;
            let list = clause.list(self.view, within.as_deref())?;
            found = Some(match found {
                Some(found) => found.and(&list),
                None => list,
            });
        }
        let mut found = found.unwrap_or_default();
        for sought in &mut asked.unwanted {
            found = found.without(&self.clause(sought)?.list(self.view, None)?);
        }
        let found = self.besides(found, &mut asked.besides)?;
        self.side_by_side(found, &asked.pairs)
    }

    /// Among the best texts, those come first in which words stand side by side as they were typed.
    fn side_by_side(&self, mut found: List, pairs: &[Vec<Word>]) -> Result<List, SearchError> {
        if pairs.is_empty() || found.is_empty() {
            return Ok(found);
        }
        let best = found.best(BEST);
        for pair in pairs {
            for way in self.written(pair, AS_PAIR)? {
                found = found.plus(&way.list(self.view, Some(&best))?);
            }
        }
        Ok(found)
    }

    /// Among few texts, those that have the common words too come first.
    fn besides(&self, mut found: List, common: &mut [Sought]) -> Result<List, SearchError> {
        let within = found.docs();
        if within.len() > FEW {
            return Ok(found);
        }
        for sought in common {
            found = found.plus(&self.clause(sought)?.list(self.view, Some(&within))?);
        }
        Ok(found)
    }
}
