//! Forgetting a member: nothing more is charged, and nothing personal is left.
//!
//! What the books need stays, without a name: numbers, amounts and dates of invoices and payments.

use kernel::MemberId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use crate::billing::Billing;
use crate::entity::{checkout, entitlement, invoice, stripe_customer};
use crate::error::BillingError;
use crate::stripe::Stripe;
use crate::tasks::{self, Claimed, Task};
use crate::{gifts, ordering};

impl Billing {
    /// Ends everything a member pays for and forgets who they are: before their account is deleted.
    /// Stripe is told by a task, so this works also while it can't be reached; nothing is given
    /// back.
    pub async fn erase(&self, member: MemberId) -> Result<(), BillingError> {
        let now = self.now();
        let customers = self.customers(member).await?;
        let transaction = transaction::begin(&self.database).await?;
        let own = stripe_customer::Column::Id.is_in(customers.clone());
        stripe_customer::Entity::update_many()
            .col_expr(stripe_customer::Column::Email, Expr::value(""))
            .col_expr(stripe_customer::Column::MemberId, Expr::value(Option::<uuid::Uuid>::None))
            .col_expr(stripe_customer::Column::ErasedAt, Expr::value(now.as_millisecond()))
            .filter(own)
            .exec(&transaction)
            .await?;
        entitlement::Entity::delete_many()
            .filter(entitlement::Column::MemberId.eq(member.as_uuid()))
            .exec(&transaction)
            .await?;
        // The page of an invoice at Stripe names the payer.
        invoice::Entity::update_many()
            .col_expr(invoice::Column::Url, Expr::value(Option::<String>::None))
            .filter(invoice::Column::Customer.is_in(customers.clone()))
            .exec(&transaction)
            .await?;
        let theirs = Condition::any()
            .add(checkout::Column::MemberId.eq(member.as_uuid()))
            .add(checkout::Column::Buyer.eq(format!("member {member}")))
            .add(checkout::Column::Customer.is_in(customers.clone()));
        checkout::Entity::delete_many().filter(theirs).exec(&transaction).await?;
        ordering::forget(&transaction, member, &customers).await?;
        gifts::forget(&transaction, member, &customers).await?;
        for customer in customers {
            tasks::ask(&transaction, now, &Task::Erase(customer)).await?;
        }
        transaction.commit().await?;
        self.wake.notify_waiters();
        Ok(())
    }

    /// Deletes a customer at Stripe, which ends at once what they subscribe to there, and looks how
    /// they stand then.
    pub(crate) async fn erase_at_stripe(
        &self,
        stripe: &Stripe,
        claimed: &Claimed,
        customer: &str,
    ) -> Result<(), BillingError> {
        stripe.delete_customer(customer).await?;
        let transaction = transaction::begin(&self.database).await?;
        tasks::ask(&transaction, self.now(), &Task::Customer(customer.to_owned())).await?;
        tasks::done(&transaction, self.now(), claimed).await?;
        transaction.commit().await?;
        Ok(())
    }
}
