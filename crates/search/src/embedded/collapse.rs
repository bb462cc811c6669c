//! One story is one hit, whatever the number of languages in which it matches.

use kernel::{ArticleId, Locale};
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::fastfield::FastFieldReaders;
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use super::schema::column;
use crate::engine::Query;

/// How much the newest text gains over one of the same score that is very old.
const FRESHNESS: f32 = 0.25;
/// After how long half of that is gone: half a year, in milliseconds.
const HALF_LIFE: f32 = 182.0 * 24.0 * 3600.0 * 1000.0;

/// Finds the stories to be shown and counts all that match.
pub(super) struct Collapse {
    /// Languages in order of preference; hits in others come after them.
    languages: Vec<Locale>,
    /// Date of the newest text. Freshness goes by it and not by the clock, so the same index gives
    /// the same order at any time.
    newest: i64,
    offset: usize,
    limit: usize,
}

/// A text that matches.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    article: (u64, u64),
    /// Place of its language among those preferred.
    rank: usize,
    score: Score,
    published: i64,
    /// Where to find it.
    pub(super) address: DocAddress,
}

/// The stories to be shown, and how many there are in all.
#[derive(Debug, Default)]
pub(super) struct Collapsed {
    pub(super) total: u64,
    pub(super) shown: Vec<Candidate>,
}

impl Candidate {
    pub(super) fn article(&self) -> ArticleId {
        ArticleId::from(uuid::Uuid::from_u64_pair(self.article.0, self.article.1))
    }

    /// Better ones sort first; different texts never sort as equal.
    fn order(&self, other: &Self) -> std::cmp::Ordering {
        let by_rank = self.rank.cmp(&other.rank);
        let by_score = || other.score.total_cmp(&self.score);
        let by_date = || other.published.cmp(&self.published);
        by_rank.then_with(by_score).then_with(by_date).then_with(|| self.article.cmp(&other.article))
    }
}

impl Collapse {
    pub(super) fn new(query: &Query, newest: i64, offset: usize, limit: usize) -> Self {
        let mut languages = vec![query.locale.clone()];
        for locale in &query.known {
            if !languages.contains(locale) {
                languages.push(locale.clone());
            }
        }
        Self { languages, newest, offset, limit }
    }

    /// The rank of each of a segment's languages, by its number in the column.
    fn ranks(&self, columns: &FastFieldReaders) -> tantivy::Result<(Vec<usize>, Option<Column<u64>>)> {
        let Some(locales) = columns.str(column::LOCALE)? else { return Ok((Vec::new(), None)) };
        let mut ranks = Vec::with_capacity(locales.num_terms());
        for ordinal in 0..locales.num_terms() as u64 {
            let mut tag = String::new();
            locales.ord_to_str(ordinal, &mut tag)?;
            let known = self.languages.iter().position(|locale| locale.as_str() == tag);
            ranks.push(known.unwrap_or(self.languages.len()));
        }
        Ok((ranks, Some(locales.ords().clone())))
    }
}

impl Collector for Collapse {
    type Fruit = Collapsed;
    type Child = Segment;

    fn for_segment(&self, segment: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<Segment> {
        let columns = reader.fast_fields();
        let (ranks, locale) = self.ranks(columns)?;
        Ok(Segment {
            ordinal: segment,
            article_high: columns.u64(column::ARTICLE_HIGH)?,
            article_low: columns.u64(column::ARTICLE_LOW)?,
            published: columns.i64(column::PUBLISHED)?,
            locale,
            ranks,
            elsewhere: self.languages.len(),
            newest: self.newest,
            found: Vec::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, segments: Vec<Vec<Candidate>>) -> tantivy::Result<Collapsed> {
        let mut found: Vec<Candidate> = segments.into_iter().flatten().collect();
        found.sort_unstable_by(|a, b| a.article.cmp(&b.article).then_with(|| a.order(b)));
        found.dedup_by_key(|candidate| candidate.article);
        let total = found.len() as u64;
        let end = self.offset.saturating_add(self.limit);
        if end < found.len() && end > 0 {
            found.select_nth_unstable_by(end - 1, Candidate::order);
            found.truncate(end);
        }
        found.sort_unstable_by(Candidate::order);
        let shown = found.into_iter().skip(self.offset).take(self.limit).collect();
        Ok(Collapsed { total, shown })
    }
}

/// Collects from one segment.
pub(super) struct Segment {
    ordinal: SegmentOrdinal,
    article_high: Column<u64>,
    article_low: Column<u64>,
    published: Column<i64>,
    locale: Option<Column<u64>>,
    ranks: Vec<usize>,
    elsewhere: usize,
    newest: i64,
    found: Vec<Candidate>,
}

impl SegmentCollector for Segment {
    type Fruit = Vec<Candidate>;

    fn collect(&mut self, doc: DocId, score: Score) {
        let published = self.published.first(doc).unwrap_or(0);
        let locale = self.locale.as_ref().and_then(|locales| locales.first(doc));
        let rank = locale.and_then(|ordinal| self.ranks.get(usize::try_from(ordinal).ok()?).copied());
        self.found.push(Candidate {
            article: (self.article_high.first(doc).unwrap_or(0), self.article_low.first(doc).unwrap_or(0)),
            rank: rank.unwrap_or(self.elsewhere),
            score: score * freshness(self.newest.saturating_sub(published)),
            published,
            address: DocAddress::new(self.ordinal, doc),
        });
    }

    fn harvest(self) -> Vec<Candidate> {
        self.found
    }
}

/// The factor for a text that is `age` milliseconds older than the newest.
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
