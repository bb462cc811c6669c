//! Nobody pays twice for the same: a visitor who bought with an address that turns out to be a
//! subscriber's gets the money back.

use kernel::MemberId;
use sea_orm::TransactionTrait;

use crate::billing::Billing;
use crate::error::BillingError;
use crate::stripe::Stripe;
use crate::tasks::{self, Claimed, Task};

impl Billing {
    /// Keeps the member's first live subscription; ends the others and gives back what they cost.
    pub(crate) async fn end_duplicates(
        &self,
        stripe: &Stripe,
        claimed: &Claimed,
        member: MemberId,
    ) -> Result<(), BillingError> {
        let mut live = self.purchases(member).await?;
        // Seats are for others.
        live.retain(|purchase| purchase.facts.bought.is_plan() && purchase.facts.status.is_live());
        live.sort_by_key(|purchase| purchase.facts.started_at);
        let transaction = self.database.begin().await?;
        for purchase in live.iter().skip(1) {
            tracing::warn!(purchase = %purchase.id, "a second subscription of one member is ended and refunded");
            for payment in purchase.facts.payments.iter().filter(|payment| !payment.is_refunded()) {
                stripe
                    .refund(&payment.charge, None, &format!("gazette-duplicate-{}", payment.charge))
                    .await?;
            }
            stripe.end_now(&purchase.id).await?;
            tasks::ask(&transaction, self.now(), &Task::Customer(purchase.customer.clone())).await?;
        }
        tasks::done(&transaction, self.now(), claimed).await?;
        transaction.commit().await?;
        Ok(())
    }
}
