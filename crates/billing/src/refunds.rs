//! Giving back what was paid, because staff say so.

use std::str::FromStr;

use kernel::{MemberId, Money};

use crate::billing::Billing;
use crate::error::BillingError;
use crate::facts::{DisputeStanding, Payment};
use crate::stripe::to_stripe;

/// Why money is given back, in the words that Stripe keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefundReason {
    /// They asked for it.
    Requested,
    /// It was paid twice.
    Duplicate,
    /// It was paid with somebody else's card.
    Fraudulent,
}

/// The text is no reason.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
#[error("not a reason for a refund; expected requested_by_customer, duplicate or fraudulent")]
pub struct NotARefundReason;

/// A payment that is to be given back, as staff saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refund {
    /// Stripe's id of the charge.
    pub charge: String,
    /// What had been given back of it, in the currency's minor unit.
    pub shown: i64,
    /// What is to be given back now.
    pub amount: Money,
    /// Why.
    pub reason: RefundReason,
}

impl RefundReason {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Requested, Self::Duplicate, Self::Fraudulent];

    /// Stripe's word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Requested => "requested_by_customer",
            Self::Duplicate => "duplicate",
            Self::Fraudulent => "fraudulent",
        }
    }
}

impl FromStr for RefundReason {
    type Err = NotARefundReason;

    fn from_str(text: &str) -> Result<Self, NotARefundReason> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == text).ok_or(NotARefundReason)
    }
}

impl Payment {
    /// What can still be given back; nothing while the bank decides or once it has taken it.
    #[must_use]
    pub fn refundable(&self) -> Money {
        let taken = self.dispute.is_some_and(|dispute| dispute.standing != DisputeStanding::Won);
        let left = if taken { 0 } else { (self.amount - self.refunded).max(0) };
        Money::new(left, self.currency)
    }
}

impl Billing {
    /// Gives a member's payment back, or a part of it. The same refund asked for twice is given once:
    /// what had been given back when it was asked for is a part of its key. What follows for access
    /// is the policy's to say, and the member is told once Stripe has said so.
    ///
    /// More than is left is [`BillingError::NotChargeable`]; a payment of which other has been given
    /// back meanwhile than was shown is [`BillingError::Stale`].
    pub async fn refund(&self, member: MemberId, refund: &Refund) -> Result<(), BillingError> {
        let purchases = self.purchases(member).await?;
        let found = purchases.iter().find_map(|purchase| {
            let payment = purchase.facts.payments.iter().find(|payment| payment.charge == refund.charge)?;
            Some((purchase, payment))
        });
        let (purchase, payment) = found.ok_or(BillingError::NoSuchPurchase)?;
        if payment.refunded == refund.shown.saturating_add(refund.amount.minor) && refund.amount.minor > 0 {
            // This very refund has been given and written down.
            return Ok(());
        }
        if payment.refunded != refund.shown {
            return Err(BillingError::Stale);
        }
        let left = payment.refundable();
        let fits = refund.amount.currency == left.currency && (1..=left.minor).contains(&refund.amount.minor);
        let units = to_stripe(refund.amount).filter(|_| fits);
        let units = units.ok_or(BillingError::NotChargeable(refund.amount))?;
        let key = format!("gazette-refund-{}-{}-{}", refund.charge, refund.shown, refund.amount.minor);
        self.stripe()?.refund_because(&refund.charge, units, refund.reason, &key).await?;
        self.look_at(purchase).await
    }

    /// Ends a member's subscription at once; nothing is given back.
    pub async fn end_now(&self, member: MemberId, purchase: &str) -> Result<(), BillingError> {
        let own = self.own(member, purchase).await?;
        if !own.facts.status.is_live() {
            return Err(BillingError::NotNow);
        }
        self.stripe()?.end_now(purchase).await?;
        self.look_at(&own).await
    }
}
