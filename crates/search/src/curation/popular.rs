//! What visitors often search for and find, for suggestions.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use kernel::Locale;
use sea_orm::FromQueryResult;
use tokio::sync::RwLock;

use super::counts::DAY;
use super::{Curation, CurationError, plain};

/// How long the list of a language is kept.
const KEPT: SignedDuration = SignedDuration::from_mins(5);
/// How far back searches count.
const SINCE: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Queries kept for each language.
const MOST: i64 = 500;
/// A query that visitors found something with less often, or on fewer days, may be one person's own.
const FEWEST: i64 = 5;
const FEWEST_DAYS: i64 = 2;
/// Shortest beginning that is completed, in characters.
const SHORTEST: usize = 2;

/// The lists by language, most searched first.
#[derive(Debug, Default)]
pub(super) struct Popular(RwLock<HashMap<Locale, List>>);

#[derive(Clone, Debug, Default)]
struct List {
    read_at: Timestamp,
    queries: Vec<String>,
}

#[derive(FromQueryResult)]
struct Row {
    query: String,
}

impl Curation {
    /// What visitors of pages in a language often searched for and found that goes on as this does;
    /// at most `most`. Reads the table once in five minutes.
    pub async fn popular(
        &self,
        locale: &Locale,
        beginning: &str,
        most: usize,
    ) -> Result<Vec<String>, CurationError> {
        let beginning = plain(beginning);
        if beginning.chars().count() < SHORTEST {
            return Ok(Vec::new());
        }
        let going_on = |list: &List| -> Vec<String> {
            let other = |query: &&String| query.starts_with(&beginning) && **query != beginning;
            list.queries.iter().filter(other).take(most).cloned().collect()
        };
        let now = self.clock.now();
        let known = self.popular.0.read().await;
        if let Some(list) = known.get(locale).filter(|list| now.duration_since(list.read_at) < KEPT) {
            return Ok(going_on(list));
        }
        drop(known);
        let list = List { read_at: now, queries: self.read_popular(locale, now - SINCE).await? };
        let found = going_on(&list);
        self.popular.0.write().await.insert(locale.clone(), list);
        Ok(found)
    }

    async fn read_popular(&self, locale: &Locale, since: Timestamp) -> Result<Vec<String>, CurationError> {
        let sql = "SELECT query FROM search_count WHERE locale = $1 AND day >= $2 AND found_by_visitors > 0 \
                   GROUP BY query HAVING sum(found_by_visitors) >= $3 AND count(*) >= $4 \
                   ORDER BY sum(found_by_visitors) DESC, query LIMIT $5";
        let day = since.as_millisecond().div_euclid(DAY);
        let values =
            vec![locale.to_string().into(), day.into(), FEWEST.into(), FEWEST_DAYS.into(), MOST.into()];
        Ok(self.rows::<Row>(sql, values).await?.into_iter().map(|row| row.query).collect())
    }
}
