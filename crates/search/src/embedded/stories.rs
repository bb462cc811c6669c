//! One story is one hit, whatever the number of languages in which it matches.

use content::TermKind;
use kernel::{Access, ArticleId, Locale};

use super::columns::Columns;
use super::list::{DocNumber, List};
use crate::engine::{Filter, Order};

/// How much the newest text gains over one of the same score that is very old.
const FRESHNESS: f32 = 0.25;
/// What the first pinned story counts; no match is ever worth as much.
const PINNED: f32 = 1.0e9;
/// After how long half of that is gone: half a year, in milliseconds.
const HALF_LIFE: f32 = 182.0 * 24.0 * 3600.0 * 1000.0;

/// The stories that match, gathered from one language after the other.
pub(super) struct Stories<'a> {
    columns: &'a Columns,
    sieve: Sieve,
    seen: Vec<bool>,
    found: Vec<Candidate>,
    in_language: Vec<(Locale, u64)>,
}

/// A story that matches, by the text that suits the reader best.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) doc: DocNumber,
    pub(super) story: u32,
    /// Place of its language among those preferred.
    rank: usize,
    score: f32,
    published: i64,
}

/// A filter, in the numbers of the columns.
struct Sieve {
    labels: Vec<u32>,
    access: Option<u32>,
    from: i64,
    until: i64,
    /// Texts that are taken for not there, in order.
    except: Vec<DocNumber>,
}

impl Sieve {
    fn new(filter: &Filter, columns: &Columns, mut except: Vec<DocNumber>) -> Self {
        except.sort_unstable();
        let labels = filter.labels.iter().map(|(kind, key)| {
            let same = |known: &(TermKind, String)| known.0 == *kind && known.1 == *key;
            number(columns.labels_known().iter().position(same))
        });
        let rule = |access: &Access| number(columns.rules().iter().position(|rule| rule == access));
        Self {
            labels: labels.collect(),
            access: filter.access.as_ref().map(rule),
            from: filter.from.map_or(i64::MIN, jiff::Timestamp::as_millisecond),
            until: filter.until.map_or(i64::MAX, jiff::Timestamp::as_millisecond),
            except,
        }
    }

    fn lets(&self, columns: &Columns, doc: DocNumber, published: i64) -> bool {
        (self.from..self.until).contains(&published)
            && self.access.is_none_or(|access| access == columns.access(doc))
            && self.labels.iter().all(|label| columns.labels(doc).contains(label))
            && (self.except.is_empty() || self.except.binary_search(&doc).is_err())
    }
}

/// The number of a value; of one that no text has, a number that none has.
fn number(index: Option<usize>) -> u32 {
    index.and_then(|index| u32::try_from(index).ok()).unwrap_or(u32::MAX)
}

impl<'a> Stories<'a> {
    /// None of the texts `except` these.
    pub(super) fn new(columns: &'a Columns, filter: &Filter, except: Vec<DocNumber>) -> Self {
        Self {
            columns,
            sieve: Sieve::new(filter, columns, except),
            seen: vec![false; columns.stories()],
            found: Vec::new(),
            in_language: Vec::new(),
        }
    }

    /// Puts stories before all others, in this order, each in the first of these languages in which
    /// it is there.
    pub(super) fn pin(&mut self, articles: &[ArticleId], languages: &[Locale]) {
        let number = |locale: &Locale| self.columns.locales().iter().position(|known| known == locale);
        let preferred: Vec<Option<u32>> = languages
            .iter()
            .map(|locale| number(locale).and_then(|number| u32::try_from(number).ok()))
            .collect();
        let mut score = PINNED;
        for story in articles.iter().filter_map(|article| self.columns.story_of(*article)) {
            let place = |doc: &DocNumber| {
                preferred.iter().position(|locale| *locale == Some(self.columns.locale(*doc)))
            };
            let lets = |doc: &DocNumber| self.sieve.lets(self.columns, *doc, self.columns.published(*doc));
            let texts = self.columns.texts_of(story).filter(|doc| place(doc).is_some() && lets(doc));
            let Some(doc) = texts.min_by_key(|doc| place(doc)) else { continue };
            if let Some(seen) = self.seen.get_mut(story as usize).filter(|seen| !**seen) {
                *seen = true;
                let published = self.columns.published(doc);
                self.found.push(Candidate { doc, story, rank: 0, score, published });
                score -= PINNED / 1_000.0;
            }
        }
    }

    /// Takes in what matches in one language. Languages come in the order in which the reader
    /// prefers them; those of the same `rank` are preferred alike.
    pub(super) fn add(&mut self, list: &List, locale: &Locale, rank: usize) {
        let mut matches = 0;
        for (doc, score) in list.entries() {
            let published = self.columns.published(*doc);
            let Some(story) = self.columns.story(*doc) else { continue };
            if !self.sieve.lets(self.columns, *doc, published) {
                continue;
            }
            matches += 1;
            let Some(seen) = self.seen.get_mut(story as usize).filter(|seen| !**seen) else { continue };
            *seen = true;
            let score = score * freshness(self.columns.newest().saturating_sub(published));
            self.found.push(Candidate { doc: *doc, story, rank, score, published });
        }
        if matches > 0 {
            self.in_language.push((locale.clone(), matches));
        }
    }

    /// How many there are.
    pub(super) fn total(&self) -> u64 {
        self.found.len() as u64
    }

    /// Matches in each language, most first.
    pub(super) fn in_language(&self) -> Vec<(Locale, u64)> {
        let mut languages = self.in_language.clone();
        languages.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.as_str().cmp(b.0.as_str())));
        languages
    }

    /// All texts found, in no order.
    pub(super) fn docs(&self) -> impl Iterator<Item = DocNumber> {
        self.found.iter().map(|candidate| candidate.doc)
    }

    /// Those that match best, in the order of relevance, whatever their place among the results.
    /// Pinned ones don't count: they need not match.
    pub(super) fn best(&self, most: usize) -> Vec<Candidate> {
        let mut found: Vec<Candidate> =
            self.found.iter().filter(|candidate| !candidate.pinned()).copied().collect();
        let by = |a: &Candidate, b: &Candidate| a.order(b, Order::Relevance, self.columns);
        if found.len() > most {
            found.select_nth_unstable_by(most, by);
            found.truncate(most);
        }
        found.sort_unstable_by(by);
        found
    }

    /// Those to be shown, best first.
    pub(super) fn shown(mut self, order: Order, offset: usize, limit: usize) -> Vec<Candidate> {
        let columns = self.columns;
        let by = |a: &Candidate, b: &Candidate| a.order(b, order, columns);
        let end = offset.saturating_add(limit);
        if end < self.found.len() && end > 0 {
            self.found.select_nth_unstable_by(end - 1, by);
            self.found.truncate(end);
        }
        self.found.sort_unstable_by(by);
        self.found.into_iter().skip(offset).take(limit).collect()
    }
}

impl Candidate {
    fn pinned(&self) -> bool {
        self.score > PINNED / 2.0
    }

    /// Better ones sort first; different stories never sort as equal.
    fn order(&self, other: &Self, order: Order, columns: &Columns) -> std::cmp::Ordering {
        let by_rank = || self.rank.cmp(&other.rank);
        let by_score = || other.score.total_cmp(&self.score);
        let by_date = || other.published.cmp(&self.published);
        let same = || columns.article(self.story).cmp(&columns.article(other.story));
        match order {
            Order::Relevance => by_rank().then_with(by_score).then_with(by_date).then_with(same),
            Order::Newest => by_date().then_with(by_rank).then_with(by_score).then_with(same),
        }
    }
}

/// The factor for a text that is `age` milliseconds older than the newest. It goes by that and not
/// by the clock, so the same index gives the same order at any time.
#[expect(clippy::cast_precision_loss, reason = "an age in milliseconds need not be exact")]
fn freshness(age: i64) -> f32 {
    1.0 + FRESHNESS * (-(age.max(0) as f32) / HALF_LIFE).exp2()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn freshness_is_mild_and_fades() {
        let day = 24 * 3600 * 1000;
        assert!((freshness(0) - 1.25).abs() < 1e-6);
        assert!((freshness(182 * day) - 1.125).abs() < 1e-3);
        assert!(freshness(i64::MAX) >= 1.0 && freshness(20 * 365 * day) < 1.001);
        assert!((freshness(-day) - 1.25).abs() < 1e-6);
    }
}
