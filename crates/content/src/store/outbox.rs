//! The outbox: what readers could see change, in order.
//!
//! Every change gets a number inside the transaction that makes it. The numbers have no gaps and
//! follow the order of commits, so a consumer that has seen one has seen all before it. A consumer
//! that keeps its cursor elsewhere (an index, a cache) calls [`Store::changes`] with it; one that
//! keeps it here takes a [lease](Store::lease) first, so that only one process does its work.

use jiff::{SignedDuration, Timestamp};
use kernel::time::from_millis;
use kernel::{ArticleId, Locale, OutboxSeq, TranslationId};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use sea_orm::{ConnectionTrait, DbErr, IntoActiveModel};
use tokio::sync::watch;
use uuid::Uuid;

use super::{Store, StoreError, row, run, text};
use crate::entity::outbox as entity;

/// Rows written with one statement: databases limit the values of a statement.
const ROWS: usize = 500;

/// Something that readers could see has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A published text.
    Translation {
        /// The story.
        article: ArticleId,
        /// The story in this language.
        translation: TranslationId,
        /// The language.
        locale: Locale,
        /// The version that is live now; `None` if it is gone.
        version: Option<i64>,
    },
    /// What holds for a story in all its languages: access, section, tags, authors, cover.
    Article(ArticleId),
    /// A section, tag or author.
    Term,
    /// The publication's settings.
    Site,
}

/// A change and its place among all changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number: gapless, in the order of commits.
    pub seq: OutboxSeq,
    /// When it was made.
    pub at: Timestamp,
    /// What changed.
    pub change: Change,
}

#[derive(FromQueryResult)]
struct Seq {
    seq: i64,
}

impl Store {
    /// The number of the newest change; 0 if there was none.
    pub async fn outbox_head(&self) -> Result<OutboxSeq, StoreError> {
        let head: Option<Seq> = row(&self.db, "SELECT seq FROM outbox_head WHERE id = 1", []).await?;
        Ok(head.map_or(0, |head| head.seq))
    }

    /// The changes after `after`, oldest first, at most `limit`. If the first isn't `after + 1`,
    /// those between were [trimmed](Self::trim_outbox): start afresh.
    pub async fn changes(&self, after: OutboxSeq, limit: u64) -> Result<Vec<Entry>, StoreError> {
        let query = entity::Entity::find().filter(entity::Column::Seq.gt(after));
        let rows = query.order_by_asc(entity::Column::Seq).limit(limit).all(&self.db).await?;
        rows.iter().map(entry).collect()
    }

    /// Takes or renews the lease of a consumer for a time, and says how far the consumer has come.
    /// `None` if another owner holds it.
    pub async fn lease(
        &self,
        consumer: &str,
        owner: &str,
        time: SignedDuration,
    ) -> Result<Option<OutboxSeq>, StoreError> {
        let now = self.clock.now().as_millisecond();
        let until = now.saturating_add(i64::try_from(time.as_millis()).unwrap_or(i64::MAX));
        // One statement: the row is locked by whoever comes first, and the other then sees it taken.
        let lease = "INSERT INTO outbox_cursor (consumer, seq, lease_owner, lease_until) VALUES ($1, 0, $2, $3) \
            ON CONFLICT (consumer) DO UPDATE SET lease_owner = excluded.lease_owner, lease_until = excluded.lease_until \
            WHERE outbox_cursor.lease_owner = excluded.lease_owner OR outbox_cursor.lease_until IS NULL \
                OR outbox_cursor.lease_until <= $4 \
            RETURNING seq";
        let values = [consumer.into(), owner.into(), until.into(), now.into()];
        let cursor: Option<Seq> = row(&self.db, lease, values).await?;
        Ok(cursor.map(|cursor| cursor.seq))
    }

    /// Moves the consumer's cursor, after its own work for all changes up to `seq` is committed.
    /// Only for the holder of the lease; a cursor never goes back.
    pub async fn advance(&self, consumer: &str, owner: &str, seq: OutboxSeq) -> Result<(), StoreError> {
        let now = self.clock.now().as_millisecond();
        let moved = run(
            &self.db,
            "UPDATE outbox_cursor SET seq = $3 WHERE consumer = $1 AND lease_owner = $2 AND lease_until > $4 AND seq <= $3",
            [consumer.into(), owner.into(), seq.into(), now.into()],
        );
        if moved.await? == 0 { Err(StoreError::LeaseLost(consumer.to_owned())) } else { Ok(()) }
    }

    /// Deletes changes made before a time; how many. The numbering goes on.
    pub async fn trim_outbox(&self, before: Timestamp) -> Result<u64, StoreError> {
        let old = entity::Entity::delete_many().filter(entity::Column::At.lt(before.as_millisecond()));
        Ok(old.exec(&self.db).await?.rows_affected)
    }

    /// Wakes when this process has committed a change; holds its number. Other processes' changes
    /// are seen by asking now and then.
    #[must_use]
    pub fn watch(&self) -> watch::Receiver<OutboxSeq> {
        self.head.subscribe()
    }
}

/// Numbers the changes and writes them; the last number, if there were any. The row of
/// `outbox_head` stays locked until the transaction ends, which is what puts commits in order.
pub(super) async fn append(
    db: &impl ConnectionTrait,
    at: Timestamp,
    changes: &[Change],
) -> Result<Option<OutboxSeq>, StoreError> {
    let Ok(count @ 1..) = i64::try_from(changes.len()) else { return Ok(None) };
    let draw = "UPDATE outbox_head SET seq = seq + $1 WHERE id = 1 RETURNING seq";
    let last: Option<Seq> = row(db, draw, [count.into()]).await?;
    let last = last.ok_or_else(|| DbErr::RecordNotFound("outbox_head".to_owned()))?.seq;
    let numbered: Vec<entity::Model> =
        (last - count + 1..).zip(changes).map(|(seq, change)| model(seq, at, change)).collect();
    for rows in numbered.chunks(ROWS) {
        let rows = rows.iter().cloned().map(IntoActiveModel::into_active_model);
        entity::Entity::insert_many::<entity::ActiveModel, _>(rows).exec_without_returning(db).await?;
    }
    Ok(Some(last))
}

/// Tells those who wait. Commits can come home in another order than they were made.
pub(super) fn wake(head: &watch::Sender<OutboxSeq>, seq: OutboxSeq) {
    head.send_if_modified(|known| {
        let newer = seq > *known;
        *known = seq.max(*known);
        newer
    });
}

fn model(seq: OutboxSeq, at: Timestamp, change: &Change) -> entity::Model {
    let bare = |word: &str| entity::Model {
        seq,
        at: at.as_millisecond(),
        change: word.to_owned(),
        article_id: None,
        translation_id: None,
        locale: None,
        version: None,
    };
    match change {
        Change::Translation { article, translation, locale, version } => entity::Model {
            article_id: Some(article.as_uuid()),
            translation_id: Some(translation.as_uuid()),
            locale: Some(locale.to_string()),
            version: *version,
            ..bare("translation")
        },
        Change::Article(article) => entity::Model { article_id: Some(article.as_uuid()), ..bare("article") },
        Change::Term => bare("term"),
        Change::Site => bare("site"),
    }
}

fn entry(row: &entity::Model) -> Result<Entry, StoreError> {
    let incomplete = || StoreError::Unreadable { what: "a change", value: row.change.clone() };
    let id = |id: Option<Uuid>| id.ok_or_else(incomplete);
    let change = match row.change.as_str() {
        "translation" => Change::Translation {
            article: id(row.article_id)?.into(),
            translation: id(row.translation_id)?.into(),
            locale: text::locale(row.locale.as_deref().ok_or_else(incomplete)?)?,
            version: row.version,
        },
        "article" => Change::Article(id(row.article_id)?.into()),
        "term" => Change::Term,
        "site" => Change::Site,
        _ => return Err(incomplete()),
    };
    Ok(Entry { seq: row.seq, at: from_millis(row.at), change })
}
