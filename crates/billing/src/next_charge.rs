//! What will be charged next, as Stripe says it.

use std::time::Duration;

use kernel::Money;

use crate::billing::Billing;
use crate::purchases::Purchase;

/// How long a page waits for it.
const PATIENCE: Duration = Duration::from_secs(3);

impl Billing {
    /// What the next period of a purchase will cost, with discounts, credit and tax; `None` if it
    /// won't be renewed, rests, or Stripe doesn't say in time: the date is known without it.
    pub async fn next_charge(&self, purchase: &Purchase) -> Option<Money> {
        let facts = &purchase.facts;
        let renewed = facts.status.is_live() && facts.cancel_at.is_none() && !facts.collection_paused;
        let stripe = self.stripe.as_ref().filter(|_| renewed)?;
        match tokio::time::timeout(PATIENCE, stripe.next_charge(&purchase.id)).await {
            Ok(Ok(amount)) => amount,
            Ok(Err(error)) => {
                tracing::warn!(%error, "can't ask what will be charged next");
                None
            }
            Err(_) => {
                tracing::warn!("Stripe doesn't say in time what will be charged next");
                None
            }
        }
    }
}
