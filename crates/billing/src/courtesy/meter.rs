//! The meter of members: what counted, in the database.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use kernel::time::from_millis;
use kernel::{ArticleId, MemberId};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, ExprTrait, QueryFilter,
    QueryOrder, Select,
};
use serde::Serialize;
use uuid::Uuid;

use super::month::Month;
use super::tally::{Read, Taken, Tally};
use crate::billing::Billing;
use crate::entity::{courtesy_month, meter_read};
use crate::error::BillingError;

/// Stories a member may take back in a month by their own wish.
const MOST_UNDONE: i32 = 1;

/// One story on one member's ledger.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct MeterReadId(Uuid);

/// Why a story was given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum GivenBack {
    /// It was left at once.
    Bounce,
    /// The member wanted it back.
    Undone,
}

/// A story on a member's ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LedgerEntry {
    /// Its id.
    pub id: MeterReadId,
    /// The story.
    pub article: ArticleId,
    /// When it was opened.
    pub read_at: Timestamp,
    /// Until when it counts and is open: the end of its month.
    pub ends_at: Timestamp,
    /// When and why it was given back.
    pub given_back: Option<(Timestamp, GivenBack)>,
}

impl Billing {
    /// What counts for a member in a month. Two queries.
    pub async fn tally(&self, member: MemberId, month: Month) -> Result<Tally, BillingError> {
        let used = courtesy_month::Entity::find_by_id((member.as_uuid(), month.number()));
        let bounces = used.one(&self.database).await?.map_or(0, |used| used.bounces);
        load(&self.database, member, month, bounces).await
    }

    /// Counts a story that a member is about to read, if the limit allows it; what counts is then
    /// open to the month's end. Gives the tally as it is now.
    pub async fn take(
        &self,
        member: MemberId,
        article: ArticleId,
        limit: u16,
        month: Month,
    ) -> Result<(Taken, Tally), BillingError> {
        let now = self.now();
        let transaction = transaction::begin(&self.database).await?;
        let used = lock(&transaction, member, month).await?;
        let mut tally = load(&transaction, member, month, used.bounces).await?;
        let taken = tally.take(article, limit, now);
        if let Taken::Counted { bounced } = taken {
            if let Some(bounced) = bounced {
                give_back(&transaction, now, member, month, bounced, GivenBack::Bounce).await?;
            }
            let read = Read { article, at: now };
            insert(&transaction, now, member, month, read).await?;
        }
        transaction.commit().await?;
        Ok((taken, tally))
    }

    /// Gives a story back that its reader has left at once; says whether it was.
    pub async fn bounce(
        &self,
        member: MemberId,
        article: ArticleId,
        month: Month,
    ) -> Result<bool, BillingError> {
        let now = self.now();
        let transaction = transaction::begin(&self.database).await?;
        let used = lock(&transaction, member, month).await?;
        let mut tally = load(&transaction, member, month, used.bounces).await?;
        let returned = tally.leave(article, now);
        if returned {
            give_back(&transaction, now, member, month, article, GivenBack::Bounce).await?;
        }
        transaction.commit().await?;
        Ok(returned)
    }

    /// Whether a member can still take a story back this month.
    pub async fn may_undo(&self, member: MemberId, month: Month) -> Result<bool, BillingError> {
        let used = courtesy_month::Entity::find_by_id((member.as_uuid(), month.number()));
        Ok(used.one(&self.database).await?.is_none_or(|used| used.undone < MOST_UNDONE))
    }

    /// Takes a story back by the member's wish; one a month. Says whether it was.
    pub async fn undo(
        &self,
        member: MemberId,
        read: MeterReadId,
        month: Month,
    ) -> Result<bool, BillingError> {
        let now = self.now();
        let transaction = transaction::begin(&self.database).await?;
        let used = lock(&transaction, member, month).await?;
        if used.undone >= MOST_UNDONE {
            return Ok(false);
        }
        let row = live(member, month).filter(meter_read::Column::Id.eq(read.0)).one(&transaction).await?;
        let Some(row) = row else { return Ok(false) };
        give_back(&transaction, now, member, month, row.article_id.into(), GivenBack::Undone).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// Puts what somebody has read as a visitor onto their ledger, beyond the limit if need be. What
    /// is there already, or was given back, stays as it is.
    pub async fn merge(&self, member: MemberId, reads: &[Read], month: Month) -> Result<(), BillingError> {
        let now = self.now();
        let transaction = transaction::begin(&self.database).await?;
        lock(&transaction, member, month).await?;
        let known: Vec<Uuid> = meter_read::Entity::find()
            .filter(meter_read::Column::MemberId.eq(member.as_uuid()))
            .filter(meter_read::Column::Month.eq(month.number()))
            .all(&transaction)
            .await?
            .into_iter()
            .map(|row| row.article_id)
            .collect();
        let there = articles(&transaction, reads.iter().map(|read| read.article)).await?;
        for read in reads {
            let article = read.article.as_uuid();
            if !known.contains(&article) && there.contains(&article) {
                insert(&transaction, now, member, month, *read).await?;
            }
        }
        transaction.commit().await?;
        Ok(())
    }

    /// All that is kept of a member's reading on the meter, the newest first. One query.
    pub async fn ledger(&self, member: MemberId) -> Result<Vec<LedgerEntry>, BillingError> {
        let rows = meter_read::Entity::find()
            .filter(meter_read::Column::MemberId.eq(member.as_uuid()))
            .order_by_desc(meter_read::Column::ReadAt)
            .order_by_desc(meter_read::Column::Id)
            .all(&self.database)
            .await?;
        Ok(rows.into_iter().map(LedgerEntry::from).collect())
    }
}

/// The member's month, and it is ours until the transaction ends.
pub(super) async fn lock(
    db: &DatabaseTransaction,
    member: MemberId,
    month: Month,
) -> Result<courtesy_month::Model, BillingError> {
    let row = courtesy_month::ActiveModel {
        member_id: Set(member.as_uuid()),
        month: Set(month.number()),
        bounces: Set(0),
        undone: Set(0),
        gift_links: Set(0),
    };
    let same = Expr::col((courtesy_month::Entity, courtesy_month::Column::Month));
    let found = OnConflict::columns([courtesy_month::Column::MemberId, courtesy_month::Column::Month])
        .value(courtesy_month::Column::Month, same)
        .to_owned();
    Ok(courtesy_month::Entity::insert(row).on_conflict(found).exec_with_returning(db).await?)
}

fn live(member: MemberId, month: Month) -> Select<meter_read::Entity> {
    meter_read::Entity::find()
        .filter(meter_read::Column::MemberId.eq(member.as_uuid()))
        .filter(meter_read::Column::Month.eq(month.number()))
        .filter(meter_read::Column::GivenBackAt.is_null())
}

async fn load(
    db: &impl ConnectionTrait,
    member: MemberId,
    month: Month,
    bounces: i32,
) -> Result<Tally, BillingError> {
    let rows = live(member, month).order_by_asc(meter_read::Column::ReadAt).all(db).await?;
    let reads =
        rows.into_iter().map(|row| Read { article: row.article_id.into(), at: from_millis(row.read_at) });
    Ok(Tally { reads: reads.collect(), bounces: u8::try_from(bounces).unwrap_or(u8::MAX) })
}

async fn insert(
    db: &impl ConnectionTrait,
    now: Timestamp,
    member: MemberId,
    month: Month,
    read: Read,
) -> Result<(), BillingError> {
    let row = meter_read::ActiveModel {
        id: Set(kernel::id::v7(now)),
        member_id: Set(member.as_uuid()),
        month: Set(month.number()),
        article_id: Set(read.article.as_uuid()),
        read_at: Set(read.at.as_millisecond()),
        ends_at: Set(month.ends_at().as_millisecond()),
        given_back_at: Set(None),
        given_back: Set(None),
    };
    meter_read::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Marks the story's row, and counts in the month that it was given back.
async fn give_back(
    db: &impl ConnectionTrait,
    now: Timestamp,
    member: MemberId,
    month: Month,
    article: ArticleId,
    why: GivenBack,
) -> Result<(), BillingError> {
    meter_read::Entity::update_many()
        .col_expr(meter_read::Column::GivenBackAt, Expr::value(now.as_millisecond()))
        .col_expr(meter_read::Column::GivenBack, Expr::value(why.as_str()))
        .filter(meter_read::Column::MemberId.eq(member.as_uuid()))
        .filter(meter_read::Column::Month.eq(month.number()))
        .filter(meter_read::Column::ArticleId.eq(article.as_uuid()))
        .filter(meter_read::Column::GivenBackAt.is_null())
        .exec(db)
        .await?;
    let column = match why {
        GivenBack::Bounce => courtesy_month::Column::Bounces,
        GivenBack::Undone => courtesy_month::Column::Undone,
    };
    courtesy_month::Entity::update_many()
        .col_expr(column, Expr::col(column).add(1))
        .filter(courtesy_month::Column::MemberId.eq(member.as_uuid()))
        .filter(courtesy_month::Column::Month.eq(month.number()))
        .exec(db)
        .await?;
    Ok(())
}

/// Those of these articles that (still) exist: a cookie may outlive a story.
async fn articles(
    db: &DatabaseTransaction,
    wanted: impl Iterator<Item = ArticleId>,
) -> Result<Vec<Uuid>, BillingError> {
    use sea_orm::sea_query::{Alias, Query};
    let wanted: Vec<Uuid> = wanted.map(ArticleId::as_uuid).collect();
    let id = Alias::new("id");
    let query = Query::select()
        .column(id.clone())
        .from(Alias::new("article"))
        .and_where(Expr::col(id).is_in(wanted))
        .to_owned();
    let rows = db.query_all(&query).await?;
    Ok(rows.into_iter().map(|row| row.try_get("", "id")).collect::<Result<_, _>>()?)
}

impl GivenBack {
    fn as_str(self) -> &'static str {
        match self {
            Self::Bounce => "bounce",
            Self::Undone => "undone",
        }
    }
}

impl From<meter_read::Model> for LedgerEntry {
    fn from(row: meter_read::Model) -> Self {
        // The schema knows these two words.
        let why =
            if row.given_back.as_deref() == Some("undone") { GivenBack::Undone } else { GivenBack::Bounce };
        Self {
            id: MeterReadId(row.id),
            article: row.article_id.into(),
            read_at: from_millis(row.read_at),
            ends_at: from_millis(row.ends_at),
            given_back: row.given_back_at.map(|at| (from_millis(at), why)),
        }
    }
}

impl fmt::Display for MeterReadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for MeterReadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MeterReadId({})", self.0)
    }
}

impl FromStr for MeterReadId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::from_str(text).map(Self)
    }
}
