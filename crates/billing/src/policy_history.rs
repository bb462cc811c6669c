//! What the publisher had decided about the rule from money to access, and since when.

use jiff::Timestamp;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryOrder};

use crate::billing::Billing;
use crate::entity::billing_policy;
use crate::error::BillingError;
use crate::plans::unreadable;
use crate::rule::Policy;

/// All that was in force, the first first.
pub(crate) struct Policies(Vec<(i64, Policy)>);

impl Policies {
    pub(crate) async fn read(db: &impl ConnectionTrait) -> Result<Self, BillingError> {
        let rows = billing_policy::Entity::find().order_by_asc(billing_policy::Column::At).all(db).await?;
        let policies = rows.into_iter().map(|row| {
            let policy = serde_json::from_str(&row.policy);
            Ok((row.at, policy.map_err(|_| unreadable("billing_policy", "policy", row.policy))?))
        });
        Ok(Self(policies.collect::<Result<_, BillingError>>()?))
    }

    /// What was in force at a moment; before the first that was written down, that one.
    pub(crate) fn at(&self, at: Timestamp) -> Option<Policy> {
        let known = self.0.iter().rev().find(|(since, _)| *since <= at.as_millisecond());
        known.or(self.0.first()).map(|(_, policy)| *policy)
    }
}

impl Billing {
    /// Writes down what is in force from now on, if it is something else than before.
    pub async fn note_policy(&self) -> Result<(), BillingError> {
        let now = self.now();
        if Policies::read(&self.database).await?.at(now) == Some(self.policy) {
            return Ok(());
        }
        let policy =
            serde_json::to_string(&self.policy).map_err(|error| BillingError::Facts(error.to_string()))?;
        let row = billing_policy::ActiveModel { at: Set(now.as_millisecond()), policy: Set(policy) };
        let later = OnConflict::column(billing_policy::Column::At)
            .update_column(billing_policy::Column::Policy)
            .to_owned();
        billing_policy::Entity::insert(row).on_conflict(later).exec_without_returning(&self.database).await?;
        Ok(())
    }
}
