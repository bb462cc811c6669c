//! Answers from one view of an index.

use std::collections::BTreeMap;

use kernel::access::decide;
use kernel::{Access, Locale, Reach, TranslationId};
use tantivy::schema::{Field, IndexRecordOption, Value};
use tantivy::{DocSet, TERMINATED, TantivyDocument};
use uuid::Uuid;

use super::collapse::{Candidate, Collapse, Collapsed};
use super::generation::View;
use super::matching;
use super::schema::column;
use crate::engine::{DEEPEST, Hit, MOST, Query, Results, SearchError};
use crate::fingerprint::Fingerprint;
use crate::question::Question;
use crate::snippet::snippet;

/// The stories that answer a query.
pub(super) fn search(view: &View, query: &Query) -> Result<Results, SearchError> {
    if view.cursor.is_none() {
        return Err(SearchError::Building);
    }
    let question = Question::parse(&query.text);
    let Some(engine_query) = matching::query(&question, view, &query.reach) else {
        return Ok(Results::default());
    };
    let limit = if query.offset > DEEPEST { 0 } else { query.limit.min(MOST) };
    let collapse = Collapse::new(query, view.newest, query.offset.min(DEEPEST), limit);
    let Collapsed { total, shown } = view.searcher.search(&*engine_query, &collapse)?;
    let hits = shown.iter().map(|candidate| hit(view, candidate, &question, &query.reach));
    Ok(Results { total, hits: hits.filter_map(Result::transpose).collect::<Result<_, _>>()? })
}

/// None if the entry is not one that this engine has written.
fn hit(
    view: &View,
    candidate: &Candidate,
    question: &Question,
    reach: &Reach,
) -> Result<Option<Hit>, SearchError> {
    let entry: TantivyDocument = view.searcher.doc(candidate.address)?;
    let fields = &view.fields;
    let text = |field: Field| entry.get_first(field).and_then(|value| value.as_str()).unwrap_or_default();
    let identity = entry.get_first(fields.translation).and_then(|value| value.as_bytes());
    let translation = identity.and_then(|bytes| Uuid::from_slice(bytes).ok());
    let locale = text(fields.locale).parse::<Locale>();
    let (Some(translation), Ok(locale)) = (translation, locale) else { return Ok(None) };
    let article = candidate.article();
    let access = text(fields.access).parse::<Access>();
    let may_read = access.is_ok_and(|access| decide(article, &access, reach).is_ok());
    let closed = if may_read { text(fields.remainder_text) } else { "" };
    let passages = [text(fields.standfirst_text), text(fields.teaser_text), closed];
    let snippet = snippet(&passages, &question.in_locale(&locale).wanted, &locale);
    Ok(Some(Hit { article, translation: translation.into(), locale, snippet }))
}

/// What is indexed of each translation.
pub(super) fn fingerprints(view: &View) -> Result<BTreeMap<TranslationId, Fingerprint>, SearchError> {
    let mut found = BTreeMap::new();
    for segment in view.searcher.segment_readers() {
        let inverted = segment.inverted_index(view.fields.translation)?;
        let fingerprints = segment.fast_fields().u64(column::FINGERPRINT)?;
        let mut identities = inverted.terms().stream()?;
        while let Some((identity, term)) = identities.next() {
            let mut texts = inverted.read_postings_from_terminfo(term, IndexRecordOption::Basic)?;
            let mut text = texts.doc();
            while text != TERMINATED {
                if let (false, Ok(id), Some(fingerprint)) =
                    (segment.is_deleted(text), Uuid::from_slice(identity), fingerprints.first(text))
                {
                    found.insert(id.into(), fingerprint.into());
                }
                text = texts.advance();
            }
        }
    }
    Ok(found)
}
