//! Answers from one view of an index.

use std::collections::BTreeMap;

use kernel::access::decide;
use kernel::{Access, ArticleId, Locale, Reach, TranslationId};
use tantivy::schema::{Field, IndexRecordOption, Value};
use tantivy::{DocSet, TERMINATED, TantivyDocument};
use uuid::Uuid;

use super::counting;
use super::generation::View;
use super::list::List;
use super::matching::{Matcher, Typing};
use super::schema::column;
use super::stories::{Candidate, Stories};
use crate::engine::{DEEPEST, Hit, MOST, Query, Results, SearchError};
use crate::fingerprint::Fingerprint;
use crate::instead;
use crate::question::{Asked, Question};
use crate::snippet::snippet;

/// What one language has to say to a question.
struct Found {
    locale: Locale,
    /// Place of the language among those preferred.
    rank: usize,
    asked: Asked,
    texts: List,
}

/// The stories that answer a query.
pub(super) fn search(view: &View, query: &Query) -> Result<Results, SearchError> {
    if view.cursor.is_none() {
        return Err(SearchError::Building);
    }
    let question = Question::parse(&query.text);
    let mut found = Vec::new();
    let mut forgiving = false;
    for typing in [Typing::Exact, Typing::UnknownForgiven, Typing::Forgiven] {
        found = find(view, query, &question, typing)?;
        forgiving = typing != Typing::Exact;
        if !found.is_empty() {
            break;
        }
    }
    let columns = &view.columns;
    let mut stories = Stories::new(columns, &query.filter);
    let languages: Vec<Locale> = languages(view, query).into_iter().map(|(locale, _)| locale).collect();
    stories.pin(&query.pinned, &languages);
    for found in &found {
        stories.add(&found.texts, &found.locale, found.rank);
    }
    let total = stories.total();
    let counts = counting::counts(&stories, columns, &query.locale);
    let limit = if query.offset > DEEPEST { 0 } else { query.limit.min(MOST) };
    let shown = stories.shown(query.order, query.offset.min(DEEPEST), limit);
    let mut results = Results { total, hits: Vec::with_capacity(shown.len()), counts, instead: None };
    for candidate in shown {
        let Some(locale) = columns.locales().get(columns.locale(candidate.doc) as usize) else { continue };
        let found = found.iter().find(|found| found.locale == *locale);
        let asked = found.map_or_else(|| question.in_locale(locale), |found| found.asked.clone());
        let Some(entry) = Entry::read(view, &candidate)? else { continue };
        if forgiving && results.hits.is_empty() {
            let texts = [
                entry.text(view.fields.title_text),
                entry.text(view.fields.standfirst_text),
                entry.text(view.fields.teaser_text),
            ];
            results.instead = instead::instead(&query.text, &asked, locale, &texts);
        }
        results.hits.push(entry.hit(view, locale, &asked, &query.reach));
    }
    Ok(results)
}

/// What matches, language by language as the reader prefers them. Where errors are forgiven, other
/// languages than the reader's count only if nothing is found in those, and not if errors may be
/// in words that are known.
fn find(view: &View, query: &Query, question: &Question, typing: Typing) -> Result<Vec<Found>, SearchError> {
    let rules: Vec<Access> =
        view.columns.rules().iter().filter(|rule| opens(rule, &query.reach)).cloned().collect();
    let mut all: Vec<Found> = Vec::new();
    for (locale, rank) in languages(view, query) {
        let others = rank > query.known.len();
        let enough = match typing {
            Typing::Exact => false,
            Typing::UnknownForgiven => !all.is_empty(),
            Typing::Forgiven => true,
        };
        if others && enough {
            break;
        }
        let mut asked = question.in_locale(&locale);
        let mut matcher = Matcher::new(view, &locale, &rules, typing);
        if locale == query.locale {
            matcher = matcher.with_synonyms(&query.synonyms, &locale);
        }
        let texts = matcher.texts(&mut asked)?;
        if !texts.is_empty() {
            all.push(Found { locale, rank, asked, texts });
        }
    }
    Ok(all)
}

/// The languages to look in, best first, with their ranks; those the reader doesn't know share one.
fn languages(view: &View, query: &Query) -> Vec<(Locale, usize)> {
    let mut known = vec![query.locale.clone()];
    known.extend(query.known.iter().filter(|locale| **locale != query.locale).cloned());
    let elsewhere = query.known.len() + 1;
    let mut languages: Vec<(Locale, usize)> = view
        .columns
        .locales()
        .iter()
        .filter(|locale| query.filter.language.as_ref().is_none_or(|only| only == *locale))
        .map(|locale| (locale.clone(), known.iter().position(|known| known == locale).unwrap_or(elsewhere)))
        .collect();
    languages.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| a.0.as_str().cmp(b.0.as_str())));
    languages
}

/// Whether there can be texts under this rule whose other half the reader may read. The rule
/// decides, as it does everywhere; the proof is for no article and opens none.
fn opens(rule: &Access, reach: &Reach) -> bool {
    let no_article = ArticleId::from(Uuid::nil());
    *rule != Access::Public && decide(no_article, rule, reach).is_ok()
}

/// What is stored of a text.
pub(super) struct Entry {
    stored: TantivyDocument,
    article: ArticleId,
    translation: TranslationId,
    access: Option<Access>,
}

impl Entry {
    /// None if the entry is not one that this engine has written.
    pub(super) fn read(view: &View, candidate: &Candidate) -> Result<Option<Self>, SearchError> {
        let columns = &view.columns;
        let stored: TantivyDocument = view.searcher.doc(columns.address(candidate.doc))?;
        let identity = stored.get_first(view.fields.translation).and_then(|value| value.as_bytes());
        let Some(translation) = identity.and_then(|bytes| Uuid::from_slice(bytes).ok()) else {
            return Ok(None);
        };
        Ok(Some(Self {
            article: columns.article(candidate.story),
            translation: translation.into(),
            access: columns.rules().get(columns.access(candidate.doc) as usize).cloned(),
            stored,
        }))
    }

    pub(super) fn translation(&self) -> TranslationId {
        self.translation
    }

    pub(super) fn text(&self, field: Field) -> &str {
        self.stored.get_first(field).and_then(|value| value.as_str()).unwrap_or_default()
    }

    fn hit(&self, view: &View, locale: &Locale, asked: &Asked, reach: &Reach) -> Hit {
        let fields = &view.fields;
        let may_read = self.access.as_ref().is_some_and(|access| decide(self.article, access, reach).is_ok());
        let closed = if may_read { self.text(fields.remainder_text) } else { "" };
        let passages = [self.text(fields.standfirst_text), self.text(fields.teaser_text), closed];
        Hit {
            article: self.article,
            translation: self.translation,
            locale: locale.clone(),
            snippet: snippet(&passages, &asked.wanted, locale),
        }
    }
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
