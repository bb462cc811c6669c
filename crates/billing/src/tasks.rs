//! What must be fetched from Stripe and written down: a queue with one row for each thing.
//!
//! However many events speak of a customer, in whatever order and however often, the task is the
//! same: look how the customer stands now. Asking for it while it is being done does it again.

use std::fmt;
use std::str::FromStr;

use jiff::{SignedDuration, Timestamp};
use kernel::MemberId;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use crate::billing::Billing;
use crate::entity::{billing_task, stripe_event};
use crate::error::BillingError;

/// How long a worker may be silent before its task is given to another.
const LEASE: SignedDuration = SignedDuration::from_secs(20);

/// Pauses after each failure; after the last the task is given up, and staff are shown it.
const BACKOFF: [SignedDuration; 8] = [
    SignedDuration::from_secs(2),
    SignedDuration::from_secs(10),
    SignedDuration::from_mins(1),
    SignedDuration::from_mins(5),
    SignedDuration::from_mins(30),
    SignedDuration::from_hours(2),
    SignedDuration::from_hours(8),
    SignedDuration::from_hours(24),
];

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// A customer: all they bought.
    Customer(String),
    /// A charge: find its customer, and look at them.
    Charge(String),
    /// A checkout: see whether it was paid, and look at its customer.
    Checkout(String),
    /// A member who may pay twice for the same.
    Duplicates(MemberId),
    /// A customer who may be on a trial for the second time.
    Trial(String),
    /// A customer whose member's account was deleted: to be deleted at Stripe too.
    Erase(String),
    /// A declaration that is proved: do what it says.
    Declaration(Uuid),
    /// The plans and prices that Stripe doesn't know yet.
    Catalog,
}

/// A task in a worker's hands.
#[derive(Debug)]
pub(crate) struct Claimed {
    pub(crate) task: Task,
    /// When it was taken.
    pub(crate) at: Timestamp,
    asked: i64,
    attempts: i32,
    lease: Uuid,
}

/// A task that failed too often, for staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenUp {
    /// What it was about, such as `customer:cus_…`.
    pub task: String,
    /// What went wrong last.
    pub error: String,
    /// How often it was tried.
    pub attempts: u32,
}

/// Whether a task is done before others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Urgency {
    /// Somebody waits for it, or reads what they may not.
    Urgent,
    /// It can wait behind a burst of others.
    InTurn,
}

/// Asks for an urgent task, within the transaction that gives the reason for it.
pub(crate) async fn ask(db: &impl ConnectionTrait, now: Timestamp, task: &Task) -> Result<(), DbErr> {
    ask_with(db, now, task, Urgency::Urgent).await
}

/// Asks for a task, within the transaction that gives the reason for it.
pub(crate) async fn ask_with(
    db: &impl ConnectionTrait,
    now: Timestamp,
    task: &Task,
    urgency: Urgency,
) -> Result<(), DbErr> {
    let row = billing_task::ActiveModel {
        key: Set(task.to_string()),
        asked: Set(1),
        attempts: Set(0),
        due_at: Set(Some(now.as_millisecond())),
        lease: Set(None),
        leased_till: Set(None),
        last_error: Set(None),
        urgency: Set(i32::from(urgency == Urgency::InTurn)),
    };
    let column = |column: billing_task::Column| Expr::col((billing_task::Entity, column));
    let mut again = OnConflict::column(billing_task::Column::Key)
        .value(billing_task::Column::Asked, column(billing_task::Column::Asked).add(1))
        .value(billing_task::Column::Attempts, 0)
        .value(billing_task::Column::DueAt, now.as_millisecond())
        .to_owned();
    if urgency == Urgency::Urgent {
        again.value(billing_task::Column::Urgency, 0);
    }
    billing_task::Entity::insert(row).on_conflict(again).exec_without_returning(db).await?;
    Ok(())
}

impl Billing {
    /// Takes the most urgent task, of these the one that has waited longest; `None` if none is due.
    pub(crate) async fn claim_task(&self) -> Result<Option<Claimed>, BillingError> {
        let free = |now: i64| {
            Condition::any()
                .add(billing_task::Column::LeasedTill.is_null())
                .add(billing_task::Column::LeasedTill.lt(now))
        };
        loop {
            let at = self.now();
            let now = at.as_millisecond();
            let due = billing_task::Entity::find()
                .filter(billing_task::Column::DueAt.lte(now))
                .filter(free(now))
                .order_by_asc(billing_task::Column::Urgency)
                .order_by_asc(billing_task::Column::DueAt)
                .one(&self.database)
                .await?;
            let Some(row) = due else { return Ok(None) };
            let lease = kernel::id::v7(at);
            let until = at.checked_add(LEASE).unwrap_or(Timestamp::MAX).as_millisecond();
            // Another worker may have been faster: then this changes nothing, and we look again.
            let taken = billing_task::Entity::update_many()
                .col_expr(billing_task::Column::Lease, Expr::value(lease))
                .col_expr(billing_task::Column::LeasedTill, Expr::value(until))
                .filter(billing_task::Column::Key.eq(row.key.as_str()))
                .filter(billing_task::Column::DueAt.lte(now))
                .filter(free(now))
                .exec(&self.database)
                .await?;
            if taken.rows_affected == 1 {
                let Ok(task) = row.key.parse() else {
                    return Err(crate::plans::unreadable("billing_task", "key", row.key));
                };
                return Ok(Some(Claimed { task, at, asked: row.asked, attempts: row.attempts, lease }));
            }
        }
    }

    /// Keeps a task from being given to another worker while it is under way.
    pub(crate) async fn renew_lease(&self, claimed: &Claimed) -> Result<(), BillingError> {
        let until = self.now().checked_add(LEASE).unwrap_or(Timestamp::MAX).as_millisecond();
        billing_task::Entity::update_many()
            .col_expr(billing_task::Column::LeasedTill, Expr::value(until))
            .filter(billing_task::Column::Key.eq(claimed.task.to_string()))
            .filter(billing_task::Column::Lease.eq(claimed.lease))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// Puts a task back for later, or gives it up.
    /// Not before Stripe wants to be asked again.
    pub(crate) async fn task_failed(
        &self,
        claimed: &Claimed,
        failure: &BillingError,
    ) -> Result<(), BillingError> {
        let error = failure.to_string();
        let pause = usize::try_from(claimed.attempts).ok().and_then(|attempts| BACKOFF.get(attempts));
        let asked = match failure {
            BillingError::Stripe(failure) => failure.retry_after(),
            _ => None,
        };
        let asked =
            asked.and_then(|wait| SignedDuration::try_from(wait).ok()).unwrap_or(SignedDuration::ZERO);
        let due = pause.and_then(|pause| self.now().checked_add((*pause).max(asked)).ok());
        if due.is_none() {
            tracing::error!(task = %claimed.task, error, "given up; staff can replay it");
        }
        billing_task::Entity::update_many()
            .col_expr(billing_task::Column::DueAt, Expr::value(due.map(Timestamp::as_millisecond)))
            .col_expr(billing_task::Column::Attempts, Expr::value(claimed.attempts.saturating_add(1)))
            .col_expr(billing_task::Column::LastError, Expr::value(error))
            .col_expr(billing_task::Column::Lease, Expr::value(Option::<Uuid>::None))
            .col_expr(billing_task::Column::LeasedTill, Expr::value(Option::<i64>::None))
            .filter(billing_task::Column::Key.eq(claimed.task.to_string()))
            .filter(billing_task::Column::Lease.eq(claimed.lease))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// Tasks that were given up, for staff. One query.
    pub async fn given_up(&self) -> Result<Vec<GivenUp>, BillingError> {
        let rows = billing_task::Entity::find()
            .filter(billing_task::Column::DueAt.is_null())
            .filter(billing_task::Column::LastError.is_not_null())
            .order_by_asc(billing_task::Column::Key)
            .all(&self.database)
            .await?;
        let given_up = rows.into_iter().map(|row| GivenUp {
            task: row.key,
            error: row.last_error.unwrap_or_default(),
            attempts: u32::try_from(row.attempts).unwrap_or(0),
        });
        Ok(given_up.collect())
    }

    /// Tries a task anew that was given up.
    pub async fn replay(&self, task: &str) -> Result<(), BillingError> {
        if let Ok(task) = task.parse::<Task>() {
            ask(&self.database, self.now(), &task).await?;
            self.wake.notify_waiters();
        }
        Ok(())
    }
}

/// Notes within the transaction that does it that a task is done. If another worker has been given
/// it meanwhile, this fails, and so must the transaction: what we saw may be older than what the
/// other has seen.
pub(crate) async fn done(
    db: &impl ConnectionTrait,
    now: Timestamp,
    claimed: &Claimed,
) -> Result<(), BillingError> {
    let key = claimed.task.to_string();
    let asked_since = || Expr::col(billing_task::Column::Asked).gt(claimed.asked);
    let due = Expr::case(asked_since(), Expr::value(Some(now.as_millisecond())))
        .finally(Expr::value(Option::<i64>::None));
    // It is no longer urgent, unless it was asked for since.
    let urgency = Expr::case(asked_since(), Expr::col(billing_task::Column::Urgency)).finally(Expr::value(1));
    let finished = billing_task::Entity::update_many()
        .col_expr(billing_task::Column::DueAt, due.into())
        .col_expr(billing_task::Column::Urgency, urgency.into())
        .col_expr(billing_task::Column::Attempts, Expr::value(0))
        .col_expr(billing_task::Column::LastError, Expr::value(Option::<String>::None))
        .col_expr(billing_task::Column::Lease, Expr::value(Option::<Uuid>::None))
        .col_expr(billing_task::Column::LeasedTill, Expr::value(Option::<i64>::None))
        .filter(billing_task::Column::Key.eq(key.as_str()))
        .filter(billing_task::Column::Lease.eq(claimed.lease))
        .exec(db)
        .await?;
    if finished.rows_affected == 0 {
        return Err(BillingError::TooSlow);
    }
    stripe_event::Entity::update_many()
        .col_expr(stripe_event::Column::AppliedAt, Expr::value(now.as_millisecond()))
        .filter(stripe_event::Column::Task.eq(key))
        .filter(stripe_event::Column::AppliedAt.is_null())
        .filter(stripe_event::Column::ReceivedAt.lte(claimed.at.as_millisecond()))
        .exec(db)
        .await?;
    Ok(())
}

impl fmt::Display for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Customer(id) => write!(f, "customer:{id}"),
            Self::Charge(id) => write!(f, "charge:{id}"),
            Self::Checkout(id) => write!(f, "checkout:{id}"),
            Self::Duplicates(member) => write!(f, "duplicates:{member}"),
            Self::Trial(id) => write!(f, "trial:{id}"),
            Self::Erase(id) => write!(f, "erase:{id}"),
            Self::Declaration(id) => write!(f, "declaration:{id}"),
            Self::Catalog => f.write_str("catalog"),
        }
    }
}

impl FromStr for Task {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (kind, id) = text.split_once(':').unwrap_or((text, ""));
        match kind {
            "customer" => Ok(Self::Customer(id.to_owned())),
            "charge" => Ok(Self::Charge(id.to_owned())),
            "checkout" => Ok(Self::Checkout(id.to_owned())),
            "duplicates" => id.parse().map(Self::Duplicates).map_err(|_| ()),
            "trial" => Ok(Self::Trial(id.to_owned())),
            "erase" => Ok(Self::Erase(id.to_owned())),
            "declaration" => id.parse().map(Self::Declaration).map_err(|_| ()),
            "catalog" => Ok(Self::Catalog),
            _ => Err(()),
        }
    }
}
