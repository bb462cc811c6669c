//! From words to the lists of texts in which they stand.

use tantivy::query::{EnableScoring, PhraseQuery, Query};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, TERMINATED, Term};

use super::dictionaries::{Dictionary, Places, frequency, texts};
use super::generation::View;
use super::list::{DocNumber, List};
use crate::engine::SearchError;

/// Looking a text up in a list costs as much as reading so many of its entries in turn.
const LOOKING_UP: usize = 16;

/// The texts in which a word stands; the more often in the shorter a text, the more it is worth.
/// If only some texts matter, these are
/// `within`; others may be in the list all the same.
pub(super) fn of_word(
    view: &View,
    dictionary: &Dictionary,
    places: &Places,
    within: Option<&[DocNumber]>,
) -> Result<List, SearchError> {
    let mut entries = Vec::with_capacity(within.map_or(texts(places) as usize, <[_]>::len));
    for (number, info) in places {
        let Some(segment) = dictionary.segments.get(*number) else { continue };
        let mut postings =
            segment.words.read_block_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?;
        let worth = |doc: u32, times: u32| {
            let length = segment.lengths.as_ref().map_or(0, |lengths| lengths.fieldnorm_id(doc));
            frequency(times, dictionary.by_length.get(usize::from(length)).copied().unwrap_or(1.0))
        };
        let start = view.columns.number(*number, 0);
        let next = view.columns.number(*number + 1, 0);
        match within.map(|within| between(within, start, next)) {
            Some(within) if within.len().saturating_mul(LOOKING_UP) < info.doc_freq as usize => {
                for doc in within {
                    let index = postings.seek(doc - start);
                    if postings.doc(index) == doc - start {
                        entries.push((*doc, worth(doc - start, postings.freq(index))));
                    }
                }
            }
            Some([]) => {}
            _ => {
                while !postings.docs().is_empty() {
                    let found = postings.docs().iter().zip(postings.freqs());
                    entries.extend(found.map(|(doc, times)| (start + doc, worth(*doc, *times))));
                    postings.advance();
                }
            }
        }
    }
    Ok(List::sorted(entries))
}

/// The texts in which one or another of some words stands; all are worth the same.
pub(super) fn of_any(view: &View, dictionary: &Dictionary, places: &Places) -> Result<List, SearchError> {
    let mut docs: Vec<DocNumber> = Vec::with_capacity(texts(places) as usize);
    for (number, info) in places {
        let Some(segment) = dictionary.segments.get(*number) else { continue };
        let mut postings = segment.words.read_block_postings_from_terminfo(info, IndexRecordOption::Basic)?;
        let start = view.columns.number(*number, 0);
        while !postings.docs().is_empty() {
            docs.extend(postings.docs().iter().map(|doc| start + doc));
            postings.advance();
        }
    }
    #[expect(clippy::stable_sort_primitive, reason = "it makes use of the stretches that are sorted")]
    docs.sort();
    docs.dedup();
    Ok(constant(docs))
}

/// The texts in which words stand side by side, at the distances given; of those `within`, if only
/// these matter.
pub(super) fn of_phrase(
    view: &View,
    dictionary: &Dictionary,
    words: &[(usize, String)],
    within: Option<&[DocNumber]>,
) -> Result<List, SearchError> {
    let terms = words.iter().map(|(at, word)| (*at, Term::from_field_text(dictionary.field, word)));
    let phrase = PhraseQuery::new_with_offset(terms.collect());
    let weight = phrase.weight(EnableScoring::disabled_from_searcher(&view.searcher))?;
    let mut docs = Vec::new();
    for (number, segment) in view.searcher.segment_readers().iter().enumerate() {
        let mut found = weight.scorer(segment, 1.0)?;
        let (start, next) = (view.columns.number(number, 0), view.columns.number(number + 1, 0));
        let Some(within) = within else {
            while found.doc() != TERMINATED {
                docs.push(start + found.doc());
                found.advance();
            }
            continue;
        };
        for doc in between(within, start, next) {
            if found.doc() < doc - start {
                found.seek(doc - start);
            }
            if found.doc() == doc - start {
                docs.push(*doc);
            }
        }
    }
    Ok(constant(docs))
}

/// All are worth as much as one that has a word once at the usual length.
fn constant(docs: Vec<DocNumber>) -> List {
    List::sorted(docs.into_iter().map(|doc| (doc, 1.0)).collect())
}

/// The part of a sorted list from `start` up to but not including `next`.
fn between(docs: &[DocNumber], start: DocNumber, next: DocNumber) -> &[DocNumber] {
    let first = docs.partition_point(|doc| *doc < start);
    let last = docs.partition_point(|doc| *doc < next);
    docs.get(first..last).unwrap_or_default()
}
