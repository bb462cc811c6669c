//! Counts of a few seconds, and writing them down.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use kernel::{ArticleId, Locale};
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Value};

use crate::{Day, Numbers, NumbersError, Reader, State, rows, run, tuples};

/// Most rows of one statement: SQLite takes so many thousand values.
const ROWS: usize = 400;

/// One read of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The day.
    pub day: Day,
    /// The story.
    pub article: ArticleId,
    /// In which language.
    pub locale: Locale,
    /// By whom.
    pub state: State,
    /// Whether they were shown the teaser and the wall.
    pub walled: bool,
    /// Who, in the eyes of this day.
    pub reader: Reader,
}

type Key = (Day, ArticleId, Locale, State);

/// Reads of one kind: how many, and by which readers, in the eyes of the story.
#[derive(Clone, Debug, Default)]
struct Sum {
    reads: i64,
    readers: HashSet<i64>,
    walled: HashSet<i64>,
}

/// What has been counted and not written yet. Its size is bounded by the number of stories and of
/// readers in it, not of reads.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    reads: BTreeMap<Key, Sum>,
    opened: BTreeMap<(Day, ArticleId, Locale), HashSet<i64>>,
}

#[derive(FromQueryResult)]
struct New {
    reader: i64,
}

impl Batch {
    /// Adds a read.
    pub fn add(&mut self, read: &Read) {
        let own = |what: &str| read.reader.of(what, read.article, &read.locale);
        let key = (read.day, read.article, read.locale.clone(), read.state);
        let sum = self.reads.entry(key).or_default();
        sum.reads += 1;
        // By state too: who signs in in between is counted in both.
        sum.readers.insert(own(read.state.as_str()));
        if read.walled {
            sum.walled.insert(own(&format!("wall {}", read.state.as_str())));
        }
    }

    /// Adds somebody who went on from a story to what subscribing costs.
    pub fn add_opened(&mut self, day: Day, article: ArticleId, locale: &Locale, reader: Reader) {
        let readers = self.opened.entry((day, article, locale.clone())).or_default();
        readers.insert(reader.of("opened", article, locale));
    }

    /// Whether there is nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.reads.is_empty() && self.opened.is_empty()
    }

    /// How many rows of counts it touches.
    #[must_use]
    pub fn len(&self) -> usize {
        self.reads.len() + self.opened.len()
    }

    /// The readers in it, in the order in which all nodes write them.
    fn readers(&self) -> BTreeSet<(Day, i64)> {
        let reads = self
            .reads
            .iter()
            .flat_map(|((day, ..), sum)| sum.readers.iter().chain(&sum.walled).map(|reader| (*day, *reader)));
        let opened =
            self.opened.iter().flat_map(|((day, ..), readers)| readers.iter().map(|reader| (*day, *reader)));
        reads.chain(opened).collect()
    }
}

impl Numbers {
    /// Adds a batch to what is counted, all of it or nothing.
    pub async fn write(&self, batch: &Batch) -> Result<(), NumbersError> {
        if batch.is_empty() {
            return Ok(());
        }
        let transaction = transaction::begin(&self.db).await?;
        let new = note_readers(&transaction, &batch.readers()).await?;
        let count = |readers: &HashSet<i64>| -> Value {
            let fresh = readers.iter().filter(|reader| new.contains(reader)).count();
            i64::try_from(fresh).unwrap_or(i64::MAX).into()
        };
        let reads: Vec<_> = batch.reads.iter().collect();
        for chunk in reads.chunks(ROWS) {
            let sql = format!(
                "INSERT INTO read_day (day, article_id, locale, state, reads, readers, walled) VALUES {} \
                 ON CONFLICT (day, article_id, locale, state) DO UPDATE SET \
                 reads = read_day.reads + excluded.reads, readers = read_day.readers + excluded.readers, \
                 walled = read_day.walled + excluded.walled",
                tuples(chunk.len(), 7)
            );
            let values = chunk.iter().flat_map(|((day, article, locale, state), sum)| -> [Value; 7] {
                [
                    day.0.into(),
                    article.as_uuid().into(),
                    locale.as_str().into(),
                    state.as_str().into(),
                    sum.reads.into(),
                    count(&sum.readers),
                    count(&sum.walled),
                ]
            });
            run(&transaction, &sql, values).await?;
        }
        let opened: Vec<_> = batch.opened.iter().collect();
        for chunk in opened.chunks(ROWS) {
            let sql = format!(
                "INSERT INTO funnel_day (day, article_id, locale, opened) VALUES {} \
                 ON CONFLICT (day, article_id, locale) DO UPDATE SET \
                 opened = funnel_day.opened + excluded.opened",
                tuples(chunk.len(), 4)
            );
            let values = chunk.iter().flat_map(|((day, article, locale), readers)| -> [Value; 4] {
                [day.0.into(), article.as_uuid().into(), locale.as_str().into(), count(readers)]
            });
            run(&transaction, &sql, values).await?;
        }
        transaction.commit().await?;
        Ok(())
    }
}

/// Notes who has been seen; gives those who hadn't.
async fn note_readers(
    db: &impl ConnectionTrait,
    readers: &BTreeSet<(Day, i64)>,
) -> Result<HashSet<i64>, DbErr> {
    let readers: Vec<_> = readers.iter().collect();
    let mut new = HashSet::with_capacity(readers.len());
    for chunk in readers.chunks(ROWS) {
        let sql = format!(
            "INSERT INTO reader_today (day, reader) VALUES {} ON CONFLICT (day, reader) DO NOTHING \
             RETURNING reader",
            tuples(chunk.len(), 2)
        );
        let values = chunk.iter().flat_map(|(day, reader)| [Value::from(day.0), Value::from(*reader)]);
        let inserted: Vec<New> = rows(db, &sql, values).await?;
        new.extend(inserted.into_iter().map(|row| row.reader));
    }
    Ok(new)
}
