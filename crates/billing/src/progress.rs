//! How far a checkout has got, for the page that waits for it.

use kernel::{Email, MemberId};
use sea_orm::EntityTrait;

use crate::billing::Billing;
use crate::checkout::{Buyer, CheckoutId};
use crate::entity::{checkout, stripe_customer};
use crate::error::BillingError;
use crate::tasks::{self, Task};

/// How far a checkout has got, as far as is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The step.
    pub step: Step,
    /// The local path to go on reading at.
    pub return_to: String,
    /// The address it was paid with, once it is paid.
    pub email: Option<Email>,
    /// The member it belongs to, if it is known.
    pub member: Option<MemberId>,
}

/// A step of a checkout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Not paid yet, as far as we know.
    Open,
    /// Paid, and written down.
    Complete,
    /// Not paid, and can't be any more.
    Expired,
}

impl Billing {
    /// Asks for a look at Stripe, to see whether a checkout was paid.
    pub async fn look_at_checkout(&self, id: CheckoutId) -> Result<(), BillingError> {
        let row = checkout::Entity::find_by_id(id.as_uuid()).one(&self.database).await?;
        if let Some(session) = row.filter(|row| row.state == "open").and_then(|row| row.session) {
            tasks::ask(&self.database, self.now(), &Task::Checkout(session)).await?;
            self.wake.notify_waiters();
        }
        Ok(())
    }

    /// How far a buyer's checkout has got; `None` if it isn't theirs. Two queries at most.
    pub async fn progress(&self, id: CheckoutId, buyer: &Buyer) -> Result<Option<Progress>, BillingError> {
        let Some(row) = checkout::Entity::find_by_id(id.as_uuid()).one(&self.database).await? else {
            return Ok(None);
        };
        if row.buyer != buyer.key() {
            return Ok(None);
        }
        let step = match row.state.as_str() {
            "complete" => Step::Complete,
            "expired" => Step::Expired,
            _ => Step::Open,
        };
        let customer = match &row.customer {
            Some(id) => stripe_customer::Entity::find_by_id(id.as_str()).one(&self.database).await?,
            None => None,
        };
        Ok(Some(Progress {
            step,
            return_to: row.return_to,
            email: customer.as_ref().and_then(|customer| customer.email.parse().ok()),
            member: customer.and_then(|customer| customer.member_id).map(MemberId::from),
        }))
    }
}
