//! Answers from one view of an index.

use std::collections::BTreeMap;

use kernel::access::decide;
use kernel::{Access, ArticleId, Locale, Reach, TranslationId};
use tantivy::schema::{Field, IndexRecordOption, Value};
use tantivy::{DocSet, TERMINATED, TantivyDocument, Term};
use uuid::Uuid;

use super::counting;
use super::generation::View;
use super::held::Held;
use super::list::{DocNumber, List};
use super::matching::{Matcher, Typing};
use super::schema::column;
use super::stories::{Candidate, Stories};
use crate::analysis::Origin;
use crate::engine::{ClosedWords, DEEPEST, Hit, MOST, Order, Query, Results, SearchError};
use crate::fingerprint::Fingerprint;
use crate::instead;
use crate::question::{Asked, Question};
use crate::snippet::snippet;

/// The rank of the languages that nothing speaks for.
const ELSEWHERE: usize = usize::MAX;

/// How many of the best texts are looked into for what was probably meant.
const ASKED_FOR_WORDS: usize = 5;
/// So few stories may mean that something was mistyped that happens to be a word; then what was
/// perhaps meant must have so many times as many.
const FEW: u64 = 2;
const MANY_MORE: u64 = 5;

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
    let stories = gathered(view, query, &question, &found)?;
    let total = stories.total();
    let counts = counting::counts(&stories, columns, &query.locale);
    let mut results = Results { total, counts, up_to: view.cursor, ..Results::default() };
    if forgiving {
        results.instead = meant(view, query, &stories, &found)?;
    } else if (1..=FEW).contains(&total) {
        results.perhaps = perhaps(view, query, &question, total)?;
    }
    let limit = if query.offset > DEEPEST { 0 } else { query.limit.min(MOST) };
    for candidate in stories.shown(query.order, query.offset.min(DEEPEST), limit) {
        let Some(locale) = columns.locales().get(columns.locale(candidate.doc) as usize) else { continue };
        let found = found.iter().find(|found| found.locale == *locale);
        let asked = found.map_or_else(|| question.in_locale(locale), |found| found.asked.clone());
        let Some(entry) = Entry::read(view, &candidate)? else { continue };
        results.hits.extend(entry.hit(view, locale, &asked, &query.reach));
    }
    Ok(results)
}

/// What was found, as stories.
fn gathered<'a>(
    view: &'a View,
    query: &Query,
    question: &Question,
    found: &[Found],
) -> Result<Stories<'a>, SearchError> {
    let mut except = Vec::with_capacity(query.except.len());
    for translation in &query.except {
        except.extend(doc_of(view, *translation)?);
    }
    let mut stories = Stories::new(&view.columns, &query.filter, except);
    if query.order == Order::Relevance && !query.pinned.is_empty() {
        let languages: Vec<Locale> =
            languages(view, query, question).into_iter().map(|(locale, _)| locale).collect();
        stories.pin(&query.pinned, &languages);
    }
    for found in found {
        stories.add(&found.texts, &found.locale, found.rank);
    }
    Ok(stories)
}

/// The query as it was probably meant, by the words of the best texts that match. Whatever page is
/// wanted and whatever is pinned, it is the same.
fn meant(
    view: &View,
    query: &Query,
    stories: &Stories<'_>,
    found: &[Found],
) -> Result<Option<String>, SearchError> {
    for candidate in stories.best(ASKED_FOR_WORDS) {
        let locale = view.columns.locales().get(view.columns.locale(candidate.doc) as usize);
        let Some(found) = found.iter().find(|found| Some(&found.locale) == locale) else { continue };
        let Some(entry) = Entry::read(view, &candidate)? else { continue };
        let fields = [view.fields.title_text, view.fields.standfirst_text, view.fields.teaser_text];
        let texts = fields.map(|field| entry.text(field));
        let meant = instead::instead(&query.text, &found.asked, &found.locale, &texts);
        if meant.is_some() {
            return Ok(meant);
        }
    }
    Ok(None)
}

/// What was perhaps meant, where something was found, but little: in the languages the reader knows.
fn perhaps(
    view: &View,
    query: &Query,
    question: &Question,
    total: u64,
) -> Result<Option<String>, SearchError> {
    let found = find(view, query, question, Typing::Forgiven)?;
    let unpinned = Query { pinned: Vec::new(), ..query.clone() };
    let stories = gathered(view, &unpinned, question, &found)?;
    if stories.total() < total.saturating_mul(MANY_MORE) {
        return Ok(None);
    }
    let Some(meant) = meant(view, query, &stories, &found)? else { return Ok(None) };
    // It counts only if, asked for, it finds what it promises.
    let better = Query { text: meant.clone(), ..unpinned };
    let question = Question::parse(&meant);
    let found = find(view, &better, &question, Typing::Exact)?;
    let stories = gathered(view, &better, &question, &found)?;
    Ok((stories.total() >= total.saturating_mul(MANY_MORE)).then_some(meant))
}

/// What matches, language by language as the reader prefers them. Where errors are forgiven, other
/// languages than the reader's count only if nothing is found in those, and not if errors may be
/// in words that are known.
fn find(view: &View, query: &Query, question: &Question, typing: Typing) -> Result<Vec<Found>, SearchError> {
    let may_look = |rule: &&Access| query.closed == ClosedWords::Match || opens(rule, &query.reach);
    let rules: Vec<Access> = view.columns.rules().iter().filter(may_look).cloned().collect();
    let mut all: Vec<Found> = Vec::new();
    let languages = languages(view, query, question);
    for (locale, rank) in languages {
        let enough = match typing {
            Typing::Exact => false,
            Typing::UnknownForgiven => !all.is_empty(),
            Typing::Forgiven => true,
        };
        if rank == ELSEWHERE && enough {
            break;
        }
        let mut asked = question.in_locale(&locale);
        let held = Held::of(view, &locale, &rules, &query.reach)?;
        let mut matcher = Matcher::new(view, &locale, &rules, typing).with_held(held);
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

/// The languages to look in, best first, with their ranks: that of the page, those the reader knows,
/// those the words seem to be of; all others share the last rank.
fn languages(view: &View, query: &Query, question: &Question) -> Vec<(Locale, usize)> {
    let mut preferred = vec![query.locale.clone()];
    let seeming = question.seems_to_be(view.columns.locales(), &query.locale);
    for locale in query.known.iter().chain(&seeming) {
        if !preferred.contains(locale) {
            preferred.push(locale.clone());
        }
    }
    let rank = |locale: &Locale| preferred.iter().position(|known| known == locale).unwrap_or(ELSEWHERE);
    let wanted = |locale: &&Locale| query.filter.language.as_ref().is_none_or(|only| only == *locale);
    let here = view.columns.locales().iter().filter(wanted);
    let mut languages: Vec<(Locale, usize)> = here.map(|locale| (locale.clone(), rank(locale))).collect();
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
    version: i64,
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
            version: view.fields.version.and_then(|field| stored.get_first(field)?.as_i64()).unwrap_or(0),
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

    /// None if there is no rule that says who may read it.
    fn hit(&self, view: &View, locale: &Locale, asked: &Asked, reach: &Reach) -> Option<Hit> {
        let fields = &view.fields;
        let access = self.access.clone()?;
        let may_read = decide(self.article, &access, reach).is_ok();
        let closed = if may_read { self.text(fields.remainder_text) } else { "" };
        let passages = [
            (self.text(fields.standfirst_text), Origin::Open),
            (self.text(fields.teaser_text), Origin::Open),
            (closed, Origin::Closed),
        ];
        Some(Hit {
            article: self.article,
            translation: self.translation,
            locale: locale.clone(),
            version: self.version,
            access,
            snippet: snippet(&passages, &asked.wanted, locale),
        })
    }
}

/// What is stored in a field of a text.
pub(super) fn text_of(view: &View, doc: DocNumber, field: Field) -> Result<String, SearchError> {
    let stored: TantivyDocument = view.searcher.doc(view.columns.address(doc))?;
    Ok(stored.get_first(field).and_then(|value| value.as_str()).unwrap_or_default().to_owned())
}

/// The number of a text, if it is in the index.
fn doc_of(view: &View, translation: TranslationId) -> Result<Option<DocNumber>, SearchError> {
    for (number, segment) in view.searcher.segment_readers().iter().enumerate() {
        let inverted = segment.inverted_index(view.fields.translation)?;
        let term = Term::from_field_bytes(view.fields.translation, translation.as_uuid().as_bytes());
        let Some(mut texts) = inverted.read_postings(&term, IndexRecordOption::Basic)? else { continue };
        let mut text = texts.doc();
        while text != TERMINATED {
            if !segment.is_deleted(text) {
                return Ok(Some(view.columns.number(number, text)));
            }
            text = texts.advance();
        }
    }
    Ok(None)
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
