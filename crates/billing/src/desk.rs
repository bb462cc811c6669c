//! What staff look at: who subscribes, whose payments fail, what Stripe has said.

use jiff::Timestamp;
use kernel::time::from_millis;
use kernel::{MemberId, Money, PlanKey};
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Statement,
};

use crate::billing::Billing;
use crate::entity::{purchase, stripe_customer};
use crate::error::BillingError;
use crate::facts::Status;
use crate::inbox::Event;
use crate::plans::unreadable;
use crate::purchases::Purchase;

/// A purchase and whose it is.
#[derive(Clone, Debug)]
pub struct Sale {
    /// The purchase.
    pub purchase: Purchase,
    /// The address it was paid with.
    pub email: String,
    /// The member; none until somebody proves that the address is theirs.
    pub member: Option<MemberId>,
}

/// Which purchases are wanted; what is not set doesn't matter.
#[derive(Clone, Debug, Default)]
pub struct SaleSearch {
    /// Paid with an address that has this in it.
    pub email: String,
    /// In this state.
    pub status: Option<Status>,
    /// Of this plan.
    pub plan: Option<PlanKey>,
}

/// A stretch of a long list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Rows before it.
    pub offset: u64,
    /// Most rows of it.
    pub limit: u64,
}

/// A payment that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailedPayment {
    /// Stripe's id of the charge.
    pub charge: String,
    /// Whose, by the address they pay with.
    pub email: String,
    /// The member; none until somebody proves that the address is theirs.
    pub member: Option<MemberId>,
    /// How much was asked for.
    pub amount: Money,
    /// When.
    pub at: Timestamp,
    /// Stripe's code for the reason, such as `card_declined`; empty if there is none.
    pub code: String,
    /// Stripe's words.
    pub message: String,
    /// Where the invoice can be seen and paid.
    pub url: Option<String>,
    /// How the invoice stands now, in Stripe's word; empty if there is none.
    pub invoice: String,
}

/// An event and how far it has got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventState {
    /// The event.
    pub event: Event,
    /// What went wrong with what it asks for, if it did.
    pub error: Option<String>,
    /// Whether that was given up, and waits for staff.
    pub given_up: bool,
}

#[derive(FromQueryResult)]
struct FailedRow {
    charge: String,
    email: String,
    member_id: Option<uuid::Uuid>,
    amount: i64,
    currency: String,
    at: i64,
    code: String,
    message: String,
    url: Option<String>,
    status: Option<String>,
}

#[derive(FromQueryResult)]
struct EventRow {
    id: String,
    kind: String,
    created_at: i64,
    received_at: i64,
    task: Option<String>,
    applied_at: Option<i64>,
    api_version: Option<String>,
    due_at: Option<i64>,
    last_error: Option<String>,
}

impl Billing {
    /// The purchases wanted, those that changed last first. One query.
    pub async fn sales(&self, search: &SaleSearch, stretch: Stretch) -> Result<Vec<Sale>, BillingError> {
        let mut wanted = Condition::all();
        if let Some(status) = search.status {
            wanted = wanted.add(purchase::Column::Status.eq(status.as_str()));
        }
        if let Some(plan) = &search.plan {
            wanted = wanted.add(purchase::Column::Plan.eq(plan.as_str()));
        }
        let email = search.email.trim().to_lowercase();
        if !email.is_empty() {
            let column = Expr::col((stripe_customer::Entity, stripe_customer::Column::Email));
            wanted = wanted.add(column.like(containing(&email)));
        }
        let rows = purchase::Entity::find()
            .find_also_related(stripe_customer::Entity)
            .filter(wanted)
            .order_by_desc(purchase::Column::ChangedAt)
            .order_by_asc(purchase::Column::Id)
            .offset(stretch.offset)
            .limit(stretch.limit)
            .all(&self.database)
            .await?;
        let sale = |(row, customer): (purchase::Model, Option<stripe_customer::Model>)| {
            let (email, member) = customer.map_or_else(Default::default, |customer| {
                (customer.email, customer.member_id.map(MemberId::from))
            });
            Ok(Sale { purchase: Purchase::from_row(row)?, email, member })
        };
        rows.into_iter().map(sale).collect()
    }

    /// Payments that failed, the last first. One query.
    pub async fn failed_payments(&self, stretch: Stretch) -> Result<Vec<FailedPayment>, BillingError> {
        self.failed("", vec![], stretch).await
    }

    /// A member's payments that failed, the last first. One query.
    pub async fn failed_payments_of(&self, member: MemberId) -> Result<Vec<FailedPayment>, BillingError> {
        let most = Stretch { offset: 0, limit: 50 };
        self.failed("WHERE c.member_id = $3 ", vec![member.as_uuid().into()], most).await
    }

    async fn failed(
        &self,
        which: &str,
        values: Vec<sea_orm::Value>,
        stretch: Stretch,
    ) -> Result<Vec<FailedPayment>, BillingError> {
        let sql = format!(
            "SELECT f.charge, c.email, c.member_id, f.amount, f.currency, f.at, f.code, f.message, i.url, i.status \
             FROM failed_payment f JOIN stripe_customer c ON c.id = f.customer \
             LEFT JOIN invoice i ON i.id = f.invoice {which}ORDER BY f.at DESC, f.charge LIMIT $1 OFFSET $2"
        );
        let rows: Vec<FailedRow> = self.rows(sql, stretch, values).await?;
        let failed = rows.into_iter().map(|row| {
            let currency = row.currency.parse();
            let currency = currency.map_err(|_| unreadable("failed_payment", "currency", row.currency))?;
            Ok(FailedPayment {
                charge: row.charge,
                email: row.email,
                member: row.member_id.map(MemberId::from),
                amount: Money::new(row.amount, currency),
                at: from_millis(row.at),
                code: row.code,
                message: row.message,
                url: row.url,
                invoice: row.status.unwrap_or_default(),
            })
        });
        failed.collect()
    }

    /// Stripe's events, the last to come first; `open` ones are those whose work isn't done. One
    /// query.
    pub async fn event_states(&self, open: bool, stretch: Stretch) -> Result<Vec<EventState>, BillingError> {
        let which = if open { "WHERE e.applied_at IS NULL AND e.task IS NOT NULL " } else { "" };
        let sql = format!(
            "SELECT e.id, e.type AS kind, e.created_at, e.received_at, e.task, e.applied_at, \
             e.api_version, t.due_at, t.last_error \
             FROM stripe_event e LEFT JOIN billing_task t ON t.key = e.task {which}\
             ORDER BY e.received_at DESC, e.id DESC LIMIT $1 OFFSET $2"
        );
        let rows: Vec<EventRow> = self.rows(sql, stretch, vec![]).await?;
        let states = rows.into_iter().map(|row| {
            let error = row.last_error.filter(|_| row.applied_at.is_none());
            EventState {
                given_up: error.is_some() && row.due_at.is_none(),
                error,
                event: Event {
                    id: row.id,
                    kind: row.kind,
                    created_at: from_millis(row.created_at),
                    received_at: from_millis(row.received_at),
                    task: row.task,
                    applied_at: row.applied_at.map(from_millis),
                    api_version: row.api_version,
                },
            }
        });
        Ok(states.collect())
    }

    async fn rows<T: FromQueryResult>(
        &self,
        sql: String,
        stretch: Stretch,
        more: Vec<sea_orm::Value>,
    ) -> Result<Vec<T>, BillingError> {
        let number = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
        let mut values = vec![number(stretch.limit).into(), number(stretch.offset).into()];
        values.extend(more);
        let statement = Statement::from_sql_and_values(self.database.get_database_backend(), sql, values);
        Ok(T::find_by_statement(statement).all(&self.database).await?)
    }
}

/// Matches texts that have this in them, whatever characters it has.
fn containing(text: &str) -> LikeExpr {
    let escaped = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    LikeExpr::new(format!("%{escaped}%")).escape('\\')
}
