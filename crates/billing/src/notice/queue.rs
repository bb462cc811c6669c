//! Where notices wait until they are told.

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use kernel::time::from_millis;
use kernel::{Email, Locale, MemberId};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, TryInsertResult,
};
use uuid::Uuid;

use super::Notice;
use crate::billing::Billing;
use crate::entity::{checkout, notice, stripe_customer};
use crate::error::BillingError;

/// When a notice that couldn't be rendered is tried again.
const AGAIN: SignedDuration = SignedDuration::from_mins(5);
/// How long it is remembered that something was told.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(400 * 24);

/// A notice's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticeId(Uuid);

/// Who is to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum To {
    /// Whoever a customer at Stripe is when the time comes: the member, or the address paid with.
    Customer(String),
    /// An address, in a language.
    Address(Email, Locale),
}

/// Who a notice goes to, as far as this crate knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// The member, who has an address and languages.
    pub member: Option<MemberId>,
    /// Where to write if there is no member.
    pub email: Option<Email>,
    /// In which language then.
    pub locale: Option<Locale>,
}

/// A notice whose time has come.
#[derive(Clone, Debug)]
pub struct Due {
    /// Its id.
    pub id: NoticeId,
    /// What to tell.
    pub notice: Notice,
    /// Whom.
    pub to: Recipient,
    /// When it was written.
    pub at: Timestamp,
}

/// The transaction in which a notice becomes a mail: both happen, or neither.
pub struct Telling(DatabaseTransaction);

/// Writes a notice to be told at `due`, in the transaction that makes it true. One with this key that
/// is there already stays as it is.
pub(crate) async fn write(
    db: &impl ConnectionTrait,
    now: Timestamp,
    key: &str,
    to: &To,
    notice: &Notice,
    due: Timestamp,
) -> Result<(), BillingError> {
    let payload = serde_json::to_string(notice).map_err(|error| BillingError::Facts(error.to_string()))?;
    let (customer, email, locale) = match to {
        To::Customer(id) => (Some(id.clone()), None, None),
        To::Address(email, locale) => (None, Some(email.to_string()), Some(locale.to_string())),
    };
    let row = notice::ActiveModel {
        id: Set(kernel::id::v7(now)),
        key: Set(key.to_owned()),
        payload: Set(payload),
        customer: Set(customer),
        member_id: Set(None),
        email: Set(email),
        locale: Set(locale),
        created_at: Set(now.as_millisecond()),
        due_at: Set(Some(due.as_millisecond())),
    };
    let known = OnConflict::column(notice::Column::Key).do_nothing().to_owned();
    let inserted =
        notice::Entity::insert(row).on_conflict(known).try_insert().exec_without_returning(db).await?;
    if !matches!(inserted, TryInsertResult::Inserted(1..)) {
        tracing::debug!(key, "a notice that was written before");
    }
    Ok(())
}

impl Billing {
    /// The notices whose time has come, oldest first, at most `limit`. Two queries and one a notice.
    pub async fn notices_due(&self, limit: u64) -> Result<Vec<Due>, BillingError> {
        let rows = notice::Entity::find()
            .filter(notice::Column::DueAt.lte(self.now().as_millisecond()))
            .order_by_asc(notice::Column::DueAt)
            .limit(limit)
            .all(&self.database)
            .await?;
        let mut due = Vec::with_capacity(rows.len());
        for row in rows {
            let id = NoticeId(row.id);
            let Ok(notice) = serde_json::from_str(&row.payload) else {
                tracing::error!(
                    key = row.key,
                    "a notice that this release can't read; is a newer one running?"
                );
                self.postpone_notice(id).await?;
                continue;
            };
            let to = self.recipient(&row).await?;
            due.push(Due { id, notice, to, at: from_millis(row.created_at) });
        }
        Ok(due)
    }

    /// Begins to tell a notice; `None` if it is told already, by another worker. Queue the mail on
    /// the transaction, then [`Telling::commit`].
    pub async fn begin_telling(&self, id: NoticeId) -> Result<Option<Telling>, BillingError> {
        let transaction = transaction::begin(&self.database).await?;
        let told = notice::Entity::update_many()
            .col_expr(notice::Column::DueAt, Expr::value(Option::<i64>::None))
            .col_expr(notice::Column::Payload, Expr::value("{}"))
            .filter(notice::Column::Id.eq(id.0))
            .filter(notice::Column::DueAt.is_not_null())
            .exec(&transaction)
            .await?;
        Ok((told.rows_affected == 1).then_some(Telling(transaction)))
    }

    /// Puts a notice off that couldn't be told.
    pub async fn postpone_notice(&self, id: NoticeId) -> Result<(), BillingError> {
        let later = self.now().checked_add(AGAIN).unwrap_or(Timestamp::MAX).as_millisecond();
        notice::Entity::update_many()
            .col_expr(notice::Column::DueAt, Expr::value(later))
            .filter(notice::Column::Id.eq(id.0))
            .filter(notice::Column::DueAt.is_not_null())
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// Forgets what was told more than a year ago; says how much. To be called now and then, by any node.
    pub async fn sweep_notices(&self) -> Result<u64, BillingError> {
        let before = self.now().checked_sub(REMEMBERED).unwrap_or(Timestamp::MIN).as_millisecond();
        let swept = notice::Entity::delete_many()
            .filter(notice::Column::DueAt.is_null())
            .filter(notice::Column::CreatedAt.lt(before))
            .exec(&self.database)
            .await?;
        Ok(swept.rows_affected)
    }

    async fn recipient(&self, row: &notice::Model) -> Result<Recipient, BillingError> {
        let Some(customer) = &row.customer else {
            return Ok(Recipient {
                member: row.member_id.map(MemberId::from),
                email: row.email.as_deref().and_then(|email| email.parse().ok()),
                locale: row.locale.as_deref().and_then(|locale| locale.parse().ok()),
            });
        };
        let known = stripe_customer::Entity::find_by_id(customer.as_str()).one(&self.database).await?;
        let checkout = checkout::Entity::find()
            .filter(checkout::Column::Customer.eq(customer.as_str()))
            .order_by_desc(checkout::Column::CreatedAt)
            .one(&self.database)
            .await?;
        Ok(Recipient {
            member: known.as_ref().and_then(|known| known.member_id).map(MemberId::from),
            email: known.and_then(|known| known.email.parse().ok()),
            locale: checkout.and_then(|checkout| checkout.locale.parse().ok()),
        })
    }
}

impl Telling {
    /// Where the mail is queued.
    #[must_use]
    pub fn connection(&self) -> &DatabaseTransaction {
        &self.0
    }

    /// The notice is told.
    pub async fn commit(self) -> Result<(), BillingError> {
        Ok(self.0.commit().await?)
    }
}

impl fmt::Debug for Telling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Telling").finish_non_exhaustive()
    }
}
