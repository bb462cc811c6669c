//! Nobody pays twice for the same story: a visitor who bought one with the address of a member who
//! had it gets the money back.

use std::collections::HashSet;

use kernel::MemberId;

use crate::billing::Billing;
use crate::error::BillingError;
use crate::facts::Bought;
use crate::rule;
use crate::stripe::Stripe;
use crate::tasks::{self, Task};

impl Billing {
    /// Keeps the first copy of each story that a member has bought, and gives the others back.
    pub(crate) async fn refund_second_copies(
        &self,
        stripe: &Stripe,
        member: MemberId,
    ) -> Result<(), BillingError> {
        let mut bought = self.purchases(member).await?;
        bought.sort_by_key(|purchase| purchase.facts.started_at);
        let mut had = HashSet::new();
        for purchase in bought {
            let Bought::Story(article) = purchase.facts.bought else { continue };
            if !rule::explain(&purchase.facts, &self.policy, self.now()).0 || had.insert(article) {
                continue;
            }
            tracing::warn!(purchase = %purchase.id, "a second copy of a story is refunded");
            for payment in purchase.facts.payments.iter().filter(|payment| !payment.is_refunded()) {
                let key = format!("gazette-copy-{}", payment.charge);
                stripe.refund(&payment.charge, None, &key).await?;
            }
            tasks::ask(&self.database, self.now(), &Task::Customer(purchase.customer)).await?;
        }
        Ok(())
    }
}
