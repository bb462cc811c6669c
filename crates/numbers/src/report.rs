//! What came of counting.

use jiff::civil::Date;
use kernel::{ArticleId, Locale};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::{Day, Days, Numbers, NumbersError, State};

/// How much was read on a day by readers of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayCount {
    /// The day.
    pub day: Date,
    /// The kind.
    pub state: State,
    /// Reads.
    pub reads: i64,
}

/// How much was read in a language by readers of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocaleCount {
    /// The language.
    pub locale: Locale,
    /// The kind.
    pub state: State,
    /// Reads.
    pub reads: i64,
    /// Readers of a story on a day, added up.
    pub readers: i64,
    /// Those of them who met the wall.
    pub walled: i64,
}

/// How much a story was read in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryCount {
    /// The story.
    pub article: ArticleId,
    /// The language.
    pub locale: Locale,
    /// Reads by visitors, members and subscribers.
    pub reads: [i64; 3],
    /// Readers on a day, added up.
    pub readers: i64,
    /// Those of them who met the wall.
    pub walled: i64,
}

/// How many went from a story to what subscribing costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The story.
    pub article: ArticleId,
    /// The language.
    pub locale: Locale,
    /// Readers on a day, added up.
    pub opened: i64,
}

#[derive(FromQueryResult)]
struct DayRow {
    day: i64,
    state: String,
    reads: i64,
}

#[derive(FromQueryResult)]
struct LocaleRow {
    locale: String,
    state: String,
    reads: i64,
    readers: i64,
    walled: i64,
}

#[derive(FromQueryResult)]
struct StoryRow {
    article_id: Uuid,
    locale: String,
    visitors: i64,
    members: i64,
    subscribers: i64,
    readers: i64,
    walled: i64,
}

#[derive(FromQueryResult)]
struct OpenedRow {
    article_id: Uuid,
    locale: String,
    opened: i64,
}

impl Numbers {
    /// Reads by day and kind of reader, in order; days without any are left out. One query.
    pub async fn by_day(&self, days: Days) -> Result<Vec<DayCount>, NumbersError> {
        let sql = "SELECT day, state, CAST(sum(reads) AS bigint) AS reads FROM read_day \
                   WHERE day BETWEEN $1 AND $2 GROUP BY day, state ORDER BY day, state";
        let found: Vec<DayRow> = self.rows(sql, days.bounds()).await?;
        let count = |row: DayRow| {
            Ok(DayCount { day: Day(row.day).date(), state: State::parse(&row.state)?, reads: row.reads })
        };
        found.into_iter().map(count).collect()
    }

    /// Reads by language and kind of reader. One query.
    pub async fn by_locale(&self, days: Days) -> Result<Vec<LocaleCount>, NumbersError> {
        let sql = "SELECT locale, state, CAST(sum(reads) AS bigint) AS reads, \
                   CAST(sum(readers) AS bigint) AS readers, CAST(sum(walled) AS bigint) AS walled \
                   FROM read_day WHERE day BETWEEN $1 AND $2 GROUP BY locale, state ORDER BY locale, state";
        let found: Vec<LocaleRow> = self.rows(sql, days.bounds()).await?;
        let count = |row: LocaleRow| {
            Ok(LocaleCount {
                locale: locale(row.locale)?,
                state: State::parse(&row.state)?,
                reads: row.reads,
                readers: row.readers,
                walled: row.walled,
            })
        };
        found.into_iter().map(count).collect()
    }

    /// The stories that were read most, each in each language. One query.
    pub async fn stories(&self, days: Days, most: u64) -> Result<Vec<StoryCount>, NumbersError> {
        let of =
            |state: &str| format!("CAST(sum(CASE WHEN state = '{state}' THEN reads ELSE 0 END) AS bigint)");
        let sql = format!(
            "SELECT article_id, locale, {} AS visitors, {} AS members, {} AS subscribers, \
             CAST(sum(readers) AS bigint) AS readers, CAST(sum(walled) AS bigint) AS walled \
             FROM read_day WHERE day BETWEEN $1 AND $2 GROUP BY article_id, locale \
             ORDER BY sum(reads) DESC, article_id, locale LIMIT $3",
            of("visitor"),
            of("member"),
            of("subscriber")
        );
        let [first, last] = days.bounds();
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let found: Vec<StoryRow> = self.rows(&sql, [first, last, most.into()]).await?;
        let count = |row: StoryRow| {
            Ok(StoryCount {
                article: row.article_id.into(),
                locale: locale(row.locale)?,
                reads: [row.visitors, row.members, row.subscribers],
                readers: row.readers,
                walled: row.walled,
            })
        };
        found.into_iter().map(count).collect()
    }

    /// From which stories readers went to what subscribing costs, most first. One query.
    pub async fn opened(&self, days: Days, most: u64) -> Result<Vec<Opened>, NumbersError> {
        let sql = "SELECT article_id, locale, CAST(sum(opened) AS bigint) AS opened FROM funnel_day \
                   WHERE day BETWEEN $1 AND $2 GROUP BY article_id, locale \
                   ORDER BY 3 DESC, article_id, locale LIMIT $3";
        let [first, last] = days.bounds();
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let found: Vec<OpenedRow> = self.rows(sql, [first, last, most.into()]).await?;
        let count = |row: OpenedRow| {
            Ok(Opened { article: row.article_id.into(), locale: locale(row.locale)?, opened: row.opened })
        };
        found.into_iter().map(count).collect()
    }
}

fn locale(text: String) -> Result<Locale, NumbersError> {
    text.parse().map_err(|_| NumbersError::Unreadable(text))
}
