//! Repairing what was missed: messages that never came, and everything else that could be wrong.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::billing::Billing;
use crate::entity::{billing_task, purchase, stripe_customer, stripe_event};
use crate::error::BillingError;
use crate::tasks::{self, Task, Urgency};

/// How far before the newest event we know of it is looked for missed ones: Stripe goes on trying
/// to deliver for three days (docs.stripe.com, “webhooks”), and what is older has failed for good.
const OVERLAP: SignedDuration = SignedDuration::from_hours(4 * 24);
/// How long after a period's end it is still looked for a renewal that wasn't heard of.
const RENEWAL: SignedDuration = SignedDuration::from_hours(3 * 24);
/// Every hour this part of all customers is compared, those first that weren't for longest: each
/// once a day.
const PARTS: u64 = 24;
/// Customers looked at between two words about the progress.
const CHUNK: usize = 50;

/// What a reconciliation has found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reconciled {
    /// Customers that were looked at.
    pub customers: u64,
    /// How often a purchase was other than we thought.
    pub repaired: u64,
    /// Customers that couldn't be looked at; they are tried again later.
    pub failed: u64,
}

/// How far a reconciliation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reconciling {
    /// Customers that were looked at.
    pub done: u64,
    /// All of them.
    pub total: u64,
}

impl Billing {
    /// Takes in the events that Stripe has and we haven't; gives their number. Stripe keeps events
    /// for 30 days.
    pub async fn catch_up(&self) -> Result<u64, BillingError> {
        let stripe = self.stripe()?;
        let newest = stripe_event::Entity::find()
            .order_by_desc(stripe_event::Column::CreatedAt)
            .one(&self.database)
            .await?;
        let now = self.now();
        let from = newest.map_or(now, |row| kernel::time::from_millis(row.created_at).min(now));
        let from = from.checked_sub(OVERLAP).unwrap_or(from);
        let mut taken = 0;
        let mut after: Option<String> = None;
        loop {
            let page = stripe.events_since(from, after.as_deref()).await?;
            let Some(last) = page.last() else { return Ok(taken) };
            after = Some(last.id.clone());
            for event in page.iter().filter(|event| event.livemode == stripe.is_live()) {
                if self.keep(event).await? != crate::inbox::Received::Known {
                    taken += 1;
                }
            }
        }
    }

    /// Has those customers looked at who are most likely to stand otherwise than we think: whose
    /// renewal or end we should have heard of, whose tasks were given up, and of all others those
    /// that weren't looked at for longest. Gives their number.
    pub async fn compare_some(&self) -> Result<u64, BillingError> {
        let now = self.now();
        let (from, until) = (now.checked_sub(RENEWAL).unwrap_or(now).as_millisecond(), now.as_millisecond());
        let due = Condition::any()
            .add(purchase::Column::RenewsAt.between(from, until))
            .add(purchase::Column::EndsAt.between(from, until));
        let due = purchase::Entity::find().filter(due).all(&self.database).await?;
        let mut customers: BTreeSet<String> = due.into_iter().map(|row| row.customer).collect();
        for given_up in self.given_up().await? {
            if let Ok(Task::Customer(id)) = given_up.task.parse() {
                customers.insert(id);
            }
        }
        let all = stripe_customer::Entity::find().count(&self.database).await?;
        let longest_ago = stripe_customer::Entity::find()
            .order_by_asc(stripe_customer::Column::LookedAt)
            .limit(all.div_ceil(PARTS));
        customers.extend(longest_ago.all(&self.database).await?.into_iter().map(|row| row.id));
        let count = customers.len();
        for id in customers {
            tasks::ask_with(&self.database, now, &Task::Customer(id), Urgency::InTurn).await?;
        }
        self.wake.notify_waiters();
        Ok(u64::try_from(count).unwrap_or(u64::MAX))
    }

    /// Looks at every customer afresh, those that Stripe has and those that only we have, whatever
    /// was heard of them. `progress` is told how far it is.
    pub async fn reconcile(
        &self,
        progress: &(dyn Fn(Reconciling) + Send + Sync),
    ) -> Result<Reconciled, BillingError> {
        let stripe = self.stripe()?.clone();
        let ours = stripe_customer::Entity::find().all(&self.database).await?;
        let mut customers: BTreeSet<String> = ours.into_iter().map(|row| row.id).collect();
        let mut after: Option<String> = None;
        loop {
            let page = stripe.customers_after(after.as_deref()).await?;
            let Some(last) = page.last() else { break };
            after = Some(last.clone());
            customers.extend(page);
        }
        let customers: Vec<String> = customers.into_iter().collect();
        let total = u64::try_from(customers.len()).unwrap_or(u64::MAX);
        let before = self.changes().await?;
        let mut reconciled = Reconciled::default();
        progress(Reconciling { done: 0, total });
        for chunk in customers.chunks(CHUNK) {
            let tasks: Vec<Task> = chunk.iter().map(|id| Task::Customer(id.clone())).collect();
            for task in &tasks {
                tasks::ask_with(&self.database, self.now(), task, Urgency::InTurn).await?;
            }
            self.work_off().await?;
            reconciled.customers += u64::try_from(tasks.len()).unwrap_or(u64::MAX);
            reconciled.failed += billing_task::Entity::find()
                .filter(billing_task::Column::Key.is_in(tasks.iter().map(ToString::to_string)))
                .filter(billing_task::Column::LastError.is_not_null())
                .count(&self.database)
                .await?;
            progress(Reconciling { done: reconciled.customers, total });
        }
        reconciled.repaired = u64::try_from(self.changes().await? - before).unwrap_or(0);
        Ok(reconciled)
    }
}
