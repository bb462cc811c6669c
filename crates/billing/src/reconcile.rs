//! Repairing what was missed: messages that never came, and everything else that could be wrong.

use jiff::SignedDuration;
use sea_orm::{EntityTrait, QueryOrder};

use crate::billing::Billing;
use crate::entity::{stripe_customer, stripe_event};
use crate::error::BillingError;
use crate::tasks::{self, Task};

/// How far before the newest event we know of it is looked for missed ones: Stripe goes on trying
/// to deliver for three days (docs.stripe.com, “webhooks”), and what is older has failed for good.
const OVERLAP: SignedDuration = SignedDuration::from_hours(4 * 24);

/// What a reconciliation has found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reconciled {
    /// Customers that were looked at.
    pub customers: u64,
    /// Purchases that were other than we thought.
    pub repaired: u64,
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

    /// Looks at every customer afresh, those that Stripe has and those that only we have, whatever
    /// was heard of them. `progress` is told how many were looked at.
    pub async fn reconcile(
        &self,
        progress: &(dyn Fn(u64) + Send + Sync),
    ) -> Result<Reconciled, BillingError> {
        let stripe = self.stripe()?.clone();
        let began = self.now();
        let mut reconciled = Reconciled::default();
        let ours = stripe_customer::Entity::find().all(&self.database).await?;
        let mut pending: Vec<String> = ours.into_iter().map(|row| row.id).collect();
        let known: std::collections::HashSet<String> = pending.iter().cloned().collect();
        let mut after: Option<String> = None;
        loop {
            let page = stripe.customers_after(after.as_deref()).await?;
            after = page.last().cloned();
            pending.extend(page.into_iter().filter(|id| !known.contains(id)));
            for id in pending.drain(..) {
                tasks::ask(&self.database, self.now(), &Task::Customer(id)).await?;
                reconciled.customers += 1;
            }
            self.work_off().await?;
            progress(reconciled.customers);
            if after.is_none() {
                break;
            }
        }
        reconciled.repaired = self.changed_since(began).await?;
        Ok(reconciled)
    }
}
