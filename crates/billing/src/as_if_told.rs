//! Writing facts down as if Stripe had told them. The leak matrix needs readers in every state of a
//! subscription, and has no Stripe.

use kernel::MemberId;
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::billing::Billing;
use crate::entity::{purchase, purchase_history, stripe_customer};
use crate::error::BillingError;
use crate::facts::Facts;

impl Billing {
    /// Makes a member a customer who has bought what these facts say, and entitles them to what the
    /// rule makes of it. Once a member; for throw-away databases only.
    pub async fn as_if_told(&self, member: MemberId, facts: &Facts) -> Result<(), BillingError> {
        let now = self.now();
        let (customer, id) = (format!("cus_{member}"), format!("sub_{member}"));
        let text = serde_json::to_string(facts).map_err(|error| BillingError::Facts(error.to_string()))?;
        let row = stripe_customer::ActiveModel {
            id: Set(customer.clone()),
            member_id: Set(Some(member.as_uuid())),
            email: Set(String::new()),
            created_at: Set(now.as_millisecond()),
            adopted_at: Set(Some(now.as_millisecond())),
            deleted_at: Set(None),
            erased_at: Set(None),
            looked_at: Set(now.as_millisecond()),
            looks: Set(0),
        };
        let transaction = transaction::begin(&self.database).await?;
        stripe_customer::Entity::insert(row).exec_without_returning(&transaction).await?;
        let row = purchase::ActiveModel {
            id: Set(id.clone()),
            customer: Set(customer),
            plan: Set(facts.plan.as_ref().map(ToString::to_string)),
            price: Set(None),
            status: Set(facts.status.as_str().to_owned()),
            renews_at: Set(None),
            ends_at: Set(None),
            facts: Set(text.clone()),
            changed_at: Set(now.as_millisecond()),
            rule: Set(self.policy.basis()),
            changes: Set(1),
        };
        purchase::Entity::insert(row).exec_without_returning(&transaction).await?;
        purchase_history::note(&transaction, now, id.clone(), text, self.policy.basis()).await?;
        self.entitle(&transaction, now, &id, facts, Some(member)).await?;
        transaction.commit().await?;
        Ok(())
    }
}
