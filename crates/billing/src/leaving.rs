//! Leaving, and what is offered for staying.

use std::str::FromStr;

use kernel::MemberId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::billing::Billing;
use crate::entity::payment_detail;
use crate::error::BillingError;
use crate::facts::Status;
use crate::purchases::Purchase;
use crate::stripe::Promotion;

/// Why somebody leaves, in the words that Stripe keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It costs too much.
    TooExpensive,
    /// They don't read it.
    Unused,
    /// Something is missing.
    MissingFeatures,
    /// They read something else.
    SwitchedService,
    /// It isn't good enough.
    LowQuality,
    /// It is too complicated.
    TooComplex,
    /// They weren't treated well.
    CustomerService,
    /// Something else.
    Other,
}

/// The text is no reason.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
#[error("not a reason for leaving; expected one of Stripe's words, such as too_expensive")]
pub struct NotAReason;

impl Reason {
    /// All of them, as they are asked.
    pub const ALL: [Self; 8] = [
        Self::TooExpensive,
        Self::Unused,
        Self::MissingFeatures,
        Self::SwitchedService,
        Self::LowQuality,
        Self::TooComplex,
        Self::CustomerService,
        Self::Other,
    ];

    /// Stripe's word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TooExpensive => "too_expensive",
            Self::Unused => "unused",
            Self::MissingFeatures => "missing_features",
            Self::SwitchedService => "switched_service",
            Self::LowQuality => "low_quality",
            Self::TooComplex => "too_complex",
            Self::CustomerService => "customer_service",
            Self::Other => "other",
        }
    }
}

impl FromStr for Reason {
    type Err = NotAReason;

    fn from_str(text: &str) -> Result<Self, NotAReason> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == text).ok_or(NotAReason)
    }
}

impl Billing {
    /// Lets a member's subscription end with the period that is paid, and notes why, if they say.
    pub async fn leave(
        &self,
        member: MemberId,
        purchase: &str,
        reason: Option<Reason>,
    ) -> Result<(), BillingError> {
        let own = self.own(member, purchase).await?;
        self.stripe()?.leave(purchase, reason).await?;
        self.look_at(&own).await
    }

    /// What the publisher offers a member for staying; `None` if nothing, or if it was taken before.
    pub async fn stay_offer(
        &self,
        member: MemberId,
        purchase: &str,
    ) -> Result<Option<Promotion>, BillingError> {
        let own = self.own(member, purchase).await?;
        match self.stay_coupon(&own).await? {
            Some(coupon) => Ok(self.stripe()?.coupon(&coupon).await?),
            None => Ok(None),
        }
    }

    /// Takes what is offered for staying, once.
    pub async fn take_stay_offer(&self, member: MemberId, purchase: &str) -> Result<(), BillingError> {
        let own = self.own(member, purchase).await?;
        let coupon = self.stay_coupon(&own).await?.ok_or(BillingError::NotNow)?;
        // Noted first: whoever asks twice at once gets it once.
        let taken = payment_detail::Entity::update_many()
            .col_expr(payment_detail::Column::StayedAt, Expr::value(self.now().as_millisecond()))
            .filter(payment_detail::Column::Purchase.eq(purchase))
            .filter(payment_detail::Column::StayedAt.is_null())
            .exec(&self.database)
            .await?;
        if taken.rows_affected == 0 {
            return Err(BillingError::NotNow);
        }
        if let Err(failure) = self.stripe()?.discount(purchase, &coupon).await {
            payment_detail::Entity::update_many()
                .col_expr(payment_detail::Column::StayedAt, Expr::value(Option::<i64>::None))
                .filter(payment_detail::Column::Purchase.eq(purchase))
                .exec(&self.database)
                .await?;
            return Err(failure.into());
        }
        self.look_at(&own).await
    }

    /// The coupon that may be offered for staying with a purchase.
    async fn stay_coupon(&self, own: &Purchase) -> Result<Option<String>, BillingError> {
        let Some(coupon) = &self.selling().stay_coupon else { return Ok(None) };
        if own.facts.status != Status::Active || own.facts.collection_paused {
            return Ok(None);
        }
        let detail = self.detail(&own.id).await?;
        let free = detail.stayed_at.is_none() && detail.discount.is_none();
        Ok(free.then(|| coupon.clone()))
    }
}
