//! What buyers save: coupons and promotion codes.

use stripe_product::coupon::RetrieveCoupon;
use stripe_product::promotion_code::ListPromotionCode;
use stripe_shared::{Coupon, CouponDuration};

use super::{Stripe, StripeFailure, from_stripe};
use crate::detail::Off;

/// What a coupon takes off, and for how long.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What it is called; may be empty.
    pub name: String,
    /// How much.
    pub off: Off,
    /// For how long.
    pub lasts: Lasts,
}

/// How long something is taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasts {
    /// From the next payment only.
    Once,
    /// For some months.
    Months(u32),
    /// For good.
    Forever,
}

impl Stripe {
    /// What a coupon takes off; `None` if there is none, or it can't be used any more.
    pub(crate) async fn coupon(&self, id: &str) -> Result<Option<Offer>, StripeFailure> {
        match self.read(&RetrieveCoupon::new(id)).await {
            Ok(coupon) => Ok(offer(&coupon)),
            Err(failure) if failure.is_missing() => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// The promotion code that buyers type as `code`: Stripe's id of it, and what it takes off;
    /// `None` if there is none that can be used.
    pub(crate) async fn promotion(&self, code: &str) -> Result<Option<(String, Offer)>, StripeFailure> {
        let expand = vec!["data.promotion.coupon".to_owned()];
        let request = ListPromotionCode::new().code(code).active(true).limit(1).expand(expand);
        let found = self.read(&request).await?.data.into_iter().next();
        Ok(found.and_then(|found| {
            let offer = offer(found.promotion.coupon.as_ref()?.as_object()?)?;
            Some((found.id.to_string(), offer))
        }))
    }
}

fn offer(coupon: &Coupon) -> Option<Offer> {
    let lasts = match coupon.duration {
        CouponDuration::Once => Lasts::Once,
        CouponDuration::Repeating => Lasts::Months(u32::try_from(coupon.duration_in_months?).ok()?),
        _ => Lasts::Forever,
    };
    let name = coupon.name.clone().unwrap_or_default();
    Some(Offer { name, off: off(coupon)?, lasts }).filter(|_| coupon.valid)
}

/// How much a coupon takes off.
pub(super) fn off(coupon: &Coupon) -> Option<Off> {
    match (coupon.percent_off, coupon.amount_off, &coupon.currency) {
        (Some(percent), ..) => Some(Off::Percent(percent)),
        (None, Some(amount), Some(currency)) => from_stripe(amount, currency).map(Off::Amount),
        _ => None,
    }
}
