//! Moving to another price.

use jiff::{SignedDuration, Timestamp};
use kernel::{MemberId, Money};

use crate::billing::Billing;
use crate::error::BillingError;
use crate::prices::PriceId;

/// How long a preview is good: within it the amount that was shown is the one that is charged.
const GOOD: SignedDuration = SignedDuration::from_mins(30);

/// What moving to another price would come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preview {
    /// To pay at once; zero if something is left over.
    pub due: Money,
    /// What is left over of what was paid, and taken off later invoices.
    pub credit: Money,
    /// When it was reckoned: [`Billing::change_price`] reckons by it.
    pub at: Timestamp,
}

impl Billing {
    /// What moving a member's subscription to another price would come to now.
    pub async fn preview_change(
        &self,
        member: MemberId,
        purchase: &str,
        to: PriceId,
    ) -> Result<Preview, BillingError> {
        self.own(member, purchase).await?;
        let price = self.stripe_price(to).await?;
        // Stripe counts in seconds.
        let at = Timestamp::from_second(self.now().as_second()).unwrap_or(Timestamp::UNIX_EPOCH);
        let settled = self.stripe()?.preview_change(purchase, &price, at).await?;
        Ok(Preview { due: settled.due, credit: settled.credit, at })
    }

    /// Moves a member's subscription to another price, and settles the difference as the preview
    /// made at `shown` said. A preview older than half an hour is [`BillingError::Stale`].
    pub async fn change_price(
        &self,
        member: MemberId,
        purchase: &str,
        to: PriceId,
        shown: Timestamp,
    ) -> Result<(), BillingError> {
        let own = self.own(member, purchase).await?;
        let age = self.now().duration_since(shown);
        if age.is_negative() || age > GOOD || shown < own.facts.period.from {
            return Err(BillingError::Stale);
        }
        let price = self.stripe_price(to).await?;
        self.stripe()?.change_price(purchase, &price, shown).await?;
        self.look_at(&own).await
    }
}
