//! The other half of single articles that a reader holds: bought, given or metered.
//!
//! Their words stand in the index among those of all articles under the same rule, and whoever
//! looks there for a few texts learns from order and time what is in the others. So the texts
//! themselves are read, as they are stored; what that costs depends on them alone.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use kernel::access::decide;
use kernel::{Access, Locale, Reach};

use super::generation::View;
use super::likeness::Likeness;
use super::list::{DocNumber, List};
use super::reading::text_of;
use crate::analysis::{Origin, Word, words};
use crate::engine::SearchError;
use crate::question::Sought;
use crate::snippet::found_at;

/// Texts whose words are kept for the next search, in each view.
const KEPT: usize = 256;

/// Texts in one language whose other half is open to the reader though their rule isn't; by number.
#[derive(Default)]
pub(super) struct Held(Vec<(DocNumber, Arc<[Word]>)>);

/// The words of texts that were asked for lately.
#[derive(Default)]
pub(super) struct Kept(Mutex<HashMap<DocNumber, Arc<[Word]>>>);

impl Held {
    /// `rules` are those that are open anyway.
    pub(super) fn of(
        view: &View,
        locale: &Locale,
        rules: &[Access],
        reach: &Reach,
    ) -> Result<Self, SearchError> {
        let columns = &view.columns;
        let mut held = Vec::new();
        for article in reach.articles() {
            let Some(story) = columns.story_of(*article) else { continue };
            for doc in columns.texts_of(story) {
                let Some(rule) = columns.rules().get(columns.access(doc) as usize) else { continue };
                let here = columns.locales().get(columns.locale(doc) as usize) == Some(locale);
                if here && !rules.contains(rule) && decide(*article, rule, reach).is_ok() {
                    held.push((doc, view.kept.words(view, doc, locale)?));
                }
            }
        }
        held.sort_unstable_by_key(|(doc, _)| *doc);
        Ok(Self(held))
    }

    /// The texts in which something sought stands.
    pub(super) fn list(&self, sought: &Sought) -> List {
        self.having(|words| (0..words.len()).any(|at| found_at(&words[at..], sought).is_some()))
    }

    /// The words that are like another, with the number of errors, and the texts in which they
    /// stand.
    pub(super) fn alike(&self, likeness: &Likeness) -> Vec<(String, u8, List)> {
        let written = self.0.iter().flat_map(|(_, words)| words.iter().filter_map(|word| word.single()));
        let mut found: Vec<(String, u8)> = written
            .filter_map(|word| likeness.word(word.as_bytes()).map(|(word, errors)| (word.to_owned(), errors)))
            .collect();
        found.sort_unstable();
        found.dedup();
        found
            .into_iter()
            .map(|(word, errors)| {
                let list = self.having(|words| words.iter().any(|found| found.single() == Some(&word)));
                (word, errors, list)
            })
            .collect()
    }

    fn having(&self, found: impl Fn(&[Word]) -> bool) -> List {
        let texts = self.0.iter().filter(|(_, words)| found(words));
        List::sorted(texts.map(|(doc, _)| (*doc, 1.0)).collect())
    }
}

impl Kept {
    fn words(&self, view: &View, doc: DocNumber, locale: &Locale) -> Result<Arc<[Word]>, SearchError> {
        if let Some(words) = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&doc) {
            return Ok(Arc::clone(words));
        }
        let text = text_of(view, doc, view.fields.remainder_text)?;
        let words: Arc<[Word]> = words(&text, locale, Origin::Closed).into();
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(doc, Arc::clone(&words));
        Ok(words)
    }
}
