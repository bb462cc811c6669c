//! A trial is had once: by a member, by an address, by a browser.
//!
//! Whoever is known gets no second one offered. A stranger is known only by the address they pay
//! with, after the fact: a second trial then ends at once, before it has cost anything.

use std::collections::BTreeSet;

use jiff::Timestamp;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};

use crate::billing::Billing;
use crate::checkout::Buyer;
use crate::entity::{purchase, stripe_customer};
use crate::error::BillingError;
use crate::facts::Status;
use crate::refresh;
use crate::stripe::Stripe;
use crate::tasks::{self, Claimed, Task};

impl Billing {
    /// Whether a buyer has had a trial, as far as we can know before they pay. Three queries at most.
    pub async fn had_trial(&self, buyer: &Buyer) -> Result<bool, BillingError> {
        let whose = match buyer {
            Buyer::Member { id, email } => Condition::any()
                .add(stripe_customer::Column::MemberId.eq(id.as_uuid()))
                .add(stripe_customer::Column::Email.eq(email.as_str())),
            Buyer::Visitor(_) => {
                let paid = self.paid_checkouts(buyer).await?;
                let paid = stripe_customer::Column::Id.is_in(paid.into_iter().map(|(_, customer)| customer));
                let mut whose = Condition::any();
                for row in stripe_customer::Entity::find().filter(paid).all(&self.database).await? {
                    whose = whose.add(same_person(&row));
                }
                whose
            }
        };
        Ok(!trials(&self.database, whose).await?.is_empty())
    }

    /// Ends the trials of a customer whose member or address has had one before.
    pub(crate) async fn end_second_trial(
        &self,
        stripe: &Stripe,
        claimed: &Claimed,
        customer: &str,
    ) -> Result<(), BillingError> {
        let second = second_trials(&self.database, customer).await?;
        for id in &second {
            tracing::warn!(purchase = %id, "a second trial of one reader is ended");
            stripe.end_now(id).await?;
        }
        let transaction = transaction::begin(&self.database).await?;
        if !second.is_empty() {
            tasks::ask(&transaction, self.now(), &Task::Customer(customer.to_owned())).await?;
        }
        tasks::done(&transaction, self.now(), claimed).await?;
        transaction.commit().await?;
        Ok(())
    }
}

/// The running trials of a customer that aren't the first of their member or address.
pub(crate) async fn second_trials(
    db: &impl ConnectionTrait,
    customer: &str,
) -> Result<Vec<String>, BillingError> {
    let running = purchase::Entity::find()
        .filter(purchase::Column::Customer.eq(customer))
        .filter(purchase::Column::Status.eq(Status::Trialing.as_str()))
        .all(db)
        .await?;
    if running.is_empty() {
        return Ok(Vec::new());
    }
    let Some(row) = stripe_customer::Entity::find_by_id(customer).one(db).await? else {
        return Ok(Vec::new());
    };
    let all = trials(db, same_person(&row)).await?;
    // The first is the one that began first; of two at the same moment one, always the same.
    let first = all.iter().next().map(|(_, id)| id.clone());
    Ok(running.into_iter().map(|row| row.id).filter(|id| first.as_ref() != Some(id)).collect())
}

/// The customers who are the same reader as this one.
fn same_person(row: &stripe_customer::Model) -> Condition {
    let mut same = Condition::any().add(stripe_customer::Column::Id.eq(row.id.as_str()));
    if !row.email.is_empty() {
        same = same.add(stripe_customer::Column::Email.eq(row.email.as_str()));
    }
    if let Some(member) = row.member_id {
        same = same.add(stripe_customer::Column::MemberId.eq(member));
    }
    same
}

/// What began with a trial, of these customers, by when.
async fn trials(
    db: &impl ConnectionTrait,
    whose: Condition,
) -> Result<BTreeSet<(Timestamp, String)>, BillingError> {
    if whose.is_empty() {
        return Ok(BTreeSet::new());
    }
    let customers = stripe_customer::Entity::find().filter(whose).all(db).await?;
    let customers = customers.into_iter().map(|row| row.id);
    let bought = purchase::Entity::find().filter(purchase::Column::Customer.is_in(customers)).all(db).await?;
    let mut trials = BTreeSet::new();
    for row in bought {
        let facts = refresh::parse(&row)?;
        if facts.plan.is_some() && facts.trial_ends_at.is_some() {
            trials.insert((facts.started_at, row.id));
        }
    }
    Ok(trials)
}
