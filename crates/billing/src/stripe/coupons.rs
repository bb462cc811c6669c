//! Coupons and promotion codes.

use std::collections::BTreeSet;

use jiff::Timestamp;
use kernel::PlanKey;
use stripe_product::coupon::{CreateCoupon, CreateCouponAppliesTo, DeleteCoupon, ListCoupon};
use stripe_product::promotion_code::{
    CreatePromotionCode, CreatePromotionCodePromotion, CreatePromotionCodePromotionType, ListPromotionCode,
    UpdatePromotionCode,
};
use stripe_shared::CouponDuration;
use stripe_types::{Currency, Expandable, Object};

use super::{Stripe, StripeFailure, from_stripe, to_stripe};
use crate::coupons::{Code, Coupon, Lasts, NewCoupon, Off, Percent, PromotionCode};

/// Objects a page of a list; Stripe's most.
const PAGE: i64 = 100;
/// Where a coupon says which plans it is for, in our words.
const PLANS: &str = "gazette_plans";

impl Stripe {
    /// All coupons with their codes, the newest first.
    pub(crate) async fn coupons(&self) -> Result<Vec<Coupon>, StripeFailure> {
        let list = ListCoupon::new().limit(PAGE);
        let coupons =
            self.all(|after| after.map_or(list.clone(), |after| list.clone().starting_after(after)));
        let list = ListPromotionCode::new().limit(PAGE);
        let codes = self.all(|after| after.map_or(list.clone(), |after| list.clone().starting_after(after)));
        let (coupons, codes) = tokio::try_join!(coupons, codes)?;
        let mut found: Vec<Coupon> = coupons.iter().map(coupon).collect();
        for code in &codes {
            let of = code.promotion.coupon.as_ref().map(id_of);
            if let Some(coupon) = found.iter_mut().find(|coupon| Some(&coupon.id) == of.as_ref()) {
                coupon.codes.push(PromotionCode {
                    id: code.id.to_string(),
                    code: code.code.clone(),
                    used: code.times_redeemed.unsigned_abs(),
                    active: code.active,
                });
            }
        }
        Ok(found)
    }

    /// Whether a code is spelt so that can be used.
    pub(crate) async fn has_code(&self, code: &Code) -> Result<bool, StripeFailure> {
        let request = ListPromotionCode::new().active(true).code(code.to_string()).limit(1);
        Ok(!self.read(&request).await?.data.is_empty())
    }

    /// Makes a coupon, for these products or for all, and its code.
    pub(crate) async fn create_coupon(
        &self,
        new: &NewCoupon,
        products: Vec<String>,
    ) -> Result<(), StripeFailure> {
        let mut request = CreateCoupon::new().id(new.id.simple().to_string()).name(new.name.as_str());
        request = match new.off {
            Off::Percent(percent) => request.percent_off(percent.number()),
            Off::Amount(amount) => {
                let unsayable = || StripeFailure::Unreadable(format!("Stripe can't take {amount} off"));
                let currency = amount.currency.code().to_lowercase().parse::<Currency>();
                let units = to_stripe(amount).ok_or_else(unsayable)?;
                request.amount_off(units).currency(currency.map_err(|_| unsayable())?)
            }
        };
        request = match new.lasts {
            Lasts::Once => request.duration(CouponDuration::Once),
            Lasts::Forever => request.duration(CouponDuration::Forever),
            Lasts::Months(months) => {
                request.duration(CouponDuration::Repeating).duration_in_months(i64::from(months))
            }
        };
        if let Some(most) = new.most {
            request = request.max_redemptions(i64::from(most));
        }
        if let Some(until) = new.until {
            request = request.redeem_by(until.as_second());
        }
        if !products.is_empty() {
            let plans: Vec<&str> = new.plans.iter().map(PlanKey::as_str).collect();
            request = request
                .applies_to(CreateCouponAppliesTo { products: Some(products) })
                .metadata([(PLANS.to_owned(), plans.join(","))]);
        }
        let made = self.write(&request, &format!("gazette-coupon-{}", new.id)).await?;
        let Some(code) = &new.code else { return Ok(()) };
        let promotion = CreatePromotionCodePromotion {
            coupon: Some(made.id.to_string()),
            type_: CreatePromotionCodePromotionType::Coupon,
        };
        let request = CreatePromotionCode::new(promotion).code(code.to_string());
        self.write(&request, &format!("gazette-code-{}", new.id)).await?;
        Ok(())
    }

    /// Lets nobody use a code any more. Harmless to repeat.
    pub(crate) async fn end_code(&self, id: &str) -> Result<(), StripeFailure> {
        self.change(&UpdatePromotionCode::new(id).active(false)).await?;
        Ok(())
    }

    /// Lets nobody use a coupon any more. Harmless to repeat.
    pub(crate) async fn end_coupon(&self, id: &str) -> Result<(), StripeFailure> {
        match self.change(&DeleteCoupon::new(id)).await {
            Ok(_) => Ok(()),
            Err(failure) if failure.is_missing() => Ok(()),
            Err(failure) => Err(failure),
        }
    }
}

fn coupon(coupon: &stripe_shared::Coupon) -> Coupon {
    let amount = coupon.amount_off.zip(coupon.currency.as_ref());
    let off = match (coupon.percent_off, amount) {
        (Some(percent), _) => Percent::from_number(percent).map(Off::Percent),
        (None, Some((units, currency))) => from_stripe(units, currency).map(Off::Amount),
        (None, None) => None,
    };
    let months = coupon.duration_in_months.and_then(|months| u32::try_from(months).ok());
    let plans = coupon.metadata.as_ref().and_then(|metadata| metadata.get(PLANS));
    let plans: BTreeSet<PlanKey> =
        plans.into_iter().flat_map(|plans| plans.split(',')).filter_map(|plan| plan.parse().ok()).collect();
    Coupon {
        id: coupon.id.to_string(),
        name: coupon.name.clone().unwrap_or_else(|| coupon.id.to_string()),
        off,
        lasts: match (&coupon.duration, months) {
            (CouponDuration::Forever, _) => Lasts::Forever,
            (CouponDuration::Repeating, Some(months)) => Lasts::Months(months),
            _ => Lasts::Once,
        },
        plans,
        used: coupon.times_redeemed.unsigned_abs(),
        most: coupon.max_redemptions.map(i64::unsigned_abs),
        until: coupon.redeem_by.and_then(|at| Timestamp::from_second(at).ok()),
        valid: coupon.valid,
        codes: Vec::new(),
    }
}

fn id_of<T: Object<Id: Clone + ToString>>(object: &Expandable<T>) -> String {
    object.id().to_string()
}
