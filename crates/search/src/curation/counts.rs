//! What readers search for, without the readers: queries and how often they were asked on a day.

use std::collections::HashMap;
use std::mem;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use kernel::{Locale, Reach};
use sea_orm::FromQueryResult;
use tokio_util::sync::CancellationToken;

use super::{Curation, CurationError, plain};
use crate::engine::Query;

/// How often counts are written, and how long they are kept.
const PAUSE: Duration = Duration::from_mins(1);
const KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);
pub(super) const DAY: i64 = 24 * 3600 * 1000;
/// Longest query that is counted, in characters; longer ones say nothing to anybody else.
const LONGEST: usize = 60;
/// Most digits in a query that is counted: numbers of cards, telephones and customers have more.
const MOST_DIGITS: usize = 5;
/// Different queries that are kept before they are written.
const MOST_KEPT: usize = 1_000;
/// A query that fewer searches were made for isn't shown: it may be about one person.
const FEWEST: i64 = 3;

/// Queries that have been counted and not written yet: searches and found, by day.
#[derive(Debug, Default)]
pub(super) struct Buffer(Mutex<Counted>);

type Counted = HashMap<(i64, Locale, String), Times>;

/// How often something was searched for, found, and found by visitors.
#[derive(Clone, Copy, Debug, Default)]
struct Times {
    searched: i64,
    found: i64,
    found_by_visitors: i64,
}

/// A query and how often it was asked.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Searched {
    /// In lower case.
    pub query: String,
    /// How often.
    pub searches: i64,
}

impl Curation {
    /// Counts a search. Costs next to nothing; [`Curation::keep_counts`] writes it down. What looks
    /// like something of one person is not counted.
    pub fn count(&self, asked: &Query, found: u64) {
        let query = plain(&asked.text);
        let digits = query.chars().filter(char::is_ascii_digit).count();
        if query.is_empty() || query.contains('@') || digits > MOST_DIGITS || query.chars().count() > LONGEST
        {
            return;
        }
        let day = self.clock.now().as_millisecond().div_euclid(DAY);
        let mut counted = self.counts.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (day, asked.locale.clone(), query);
        if counted.len() < MOST_KEPT || counted.contains_key(&key) {
            // What is suggested to everyone must be what everyone finds.
            let visitor = asked.reach == Reach::visitor();
            let times = counted.entry(key).or_default();
            times.searched += 1;
            times.found += i64::from(found > 0);
            times.found_by_visitors += i64::from(found > 0 && visitor);
        }
    }

    /// Writes down what was counted, once a minute and in the end, and forgets what is old, until
    /// cancelled.
    pub async fn keep_counts(&self, cancel: CancellationToken) {
        loop {
            let stopped = tokio::time::timeout(PAUSE, cancel.cancelled()).await.is_ok();
            let written = self.write_counts().await;
            let old = self.clock.now() - KEPT;
            if let Err(error) = written.and(self.forget_counts(old).await) {
                tracing::warn!(%error, "what was searched for was not written down");
            }
            if stopped {
                return;
            }
        }
    }

    /// Writes down what was counted.
    pub async fn write_counts(&self) -> Result<(), CurationError> {
        let counted = mem::take(&mut *self.counts.0.lock().unwrap_or_else(PoisonError::into_inner));
        for ((day, locale, query), times) in counted {
            let upsert = "INSERT INTO search_count (day, locale, query, searches, found, found_by_visitors) \
                          VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (day, locale, query) DO UPDATE SET \
                          searches = search_count.searches + excluded.searches, \
                          found = search_count.found + excluded.found, \
                          found_by_visitors = search_count.found_by_visitors + excluded.found_by_visitors";
            let values = vec![
                day.into(),
                locale.to_string().into(),
                query.into(),
                times.searched.into(),
                times.found.into(),
                times.found_by_visitors.into(),
            ];
            self.run(upsert, values).await?;
        }
        Ok(())
    }

    /// Forgets what was counted before this time.
    pub async fn forget_counts(&self, before: Timestamp) -> Result<(), CurationError> {
        let day = before.as_millisecond().div_euclid(DAY);
        Ok(self.run("DELETE FROM search_count WHERE day < $1", vec![day.into()]).await?)
    }

    /// What was searched for most since this time, on pages of a language.
    pub async fn top(
        &self,
        locale: &Locale,
        since: Timestamp,
        limit: u64,
    ) -> Result<Vec<Searched>, CurationError> {
        self.searched(locale, since, limit, "").await
    }

    /// What was searched for most and never found.
    pub async fn without_result(
        &self,
        locale: &Locale,
        since: Timestamp,
        limit: u64,
    ) -> Result<Vec<Searched>, CurationError> {
        self.searched(locale, since, limit, "AND sum(found) = 0 ").await
    }

    async fn searched(
        &self,
        locale: &Locale,
        since: Timestamp,
        limit: u64,
        having: &str,
    ) -> Result<Vec<Searched>, CurationError> {
        let sql = format!(
            "SELECT query, CAST(sum(searches) AS bigint) AS searches FROM search_count \
             WHERE locale = $1 AND day >= $2 GROUP BY query HAVING sum(searches) >= $3 {having}\
             ORDER BY 2 DESC, query LIMIT $4"
        );
        let day = since.as_millisecond().div_euclid(DAY);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        Ok(self.rows(&sql, vec![locale.to_string().into(), day.into(), FEWEST.into(), limit.into()]).await?)
    }
}
