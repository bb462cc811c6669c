//! What buyers save: coupons and promotion codes.

use stripe_product::coupon::RetrieveCoupon;
use stripe_product::promotion_code::ListPromotionCode;
use stripe_shared::{Coupon, CouponDuration};

use super::{Stripe, StripeFailure, from_stripe};
use crate::coupons::{Lasts, Off, Percent};

/// What a coupon or a promotion code takes off, and for how long.
#[derive(Clone, Debug, PartialEq)]
pub struct Promotion {
    /// What it is called; may be empty.
    pub name: String,
    /// How much.
    pub off: Off,
    /// For how long.
    pub lasts: Lasts,
}

impl Stripe {
    /// What a coupon takes off; `None` if there is none, or it can't be used any more.
    pub(crate) async fn coupon(&self, id: &str) -> Result<Option<Promotion>, StripeFailure> {
        match self.read(&RetrieveCoupon::new(id)).await {
            Ok(coupon) => Ok(promotion_of(&coupon)),
            Err(failure) if failure.is_missing() => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// The promotion code that buyers type as `code`: Stripe's id of it, and what it takes off;
    /// `None` if there is none that can be used.
    pub(crate) async fn promotion(&self, code: &str) -> Result<Option<(String, Promotion)>, StripeFailure> {
        let expand = vec!["data.promotion.coupon".to_owned()];
        let request = ListPromotionCode::new().code(code).active(true).limit(1).expand(expand);
        let found = self.read(&request).await?.data.into_iter().next();
        Ok(found.and_then(|found| {
            let promotion = promotion_of(found.promotion.coupon.as_ref()?.as_object()?)?;
            Some((found.id.to_string(), promotion))
        }))
    }
}

fn promotion_of(coupon: &Coupon) -> Option<Promotion> {
    let lasts = match coupon.duration {
        CouponDuration::Once => Lasts::Once,
        CouponDuration::Repeating => Lasts::Months(u32::try_from(coupon.duration_in_months?).ok()?),
        _ => Lasts::Forever,
    };
    let name = coupon.name.clone().unwrap_or_default();
    Some(Promotion { name, off: off(coupon)?, lasts }).filter(|_| coupon.valid)
}

/// How much a coupon takes off.
pub(super) fn off(coupon: &Coupon) -> Option<Off> {
    match (coupon.percent_off, coupon.amount_off, &coupon.currency) {
        (Some(percent), ..) => Percent::from_number(percent).map(Off::Percent),
        (None, Some(amount), Some(currency)) => from_stripe(amount, currency).map(Off::Amount),
        _ => None,
    }
}
