//! Coupons and promotion codes put to use.

use super::World;
use crate::{
    calendar::{Interval, Unit},
    error::{Answer, Refusal},
    objects::{Coupon, Discount, Duration, Line, Off, PromotionCode, Subscription},
};

/// How a call names a discount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DiscountRef {
    Coupon(String),
    PromotionCode(String),
    /// One that is there already and stays.
    Discount(String),
}

impl World {
    /// The coupon behind a reference, if it may be used by this customer now.
    pub(crate) fn usable(
        &self,
        reference: &DiscountRef,
        customer: Option<&str>,
    ) -> Answer<(Coupon, Option<PromotionCode>)> {
        let (coupon, code) = match reference {
            DiscountRef::Coupon(id) => (self.living::<Coupon>(id, "coupon")?, None),
            DiscountRef::PromotionCode(id) => {
                let code: PromotionCode = self.get(id, "promotion_code")?;
                (self.living::<Coupon>(&code.coupon, "coupon")?, Some(code))
            }
            DiscountRef::Discount(id) => {
                let discount: Discount = self.get(id, "discounts")?;
                (self.get::<Coupon>(&discount.coupon, "coupon")?, None)
            }
        };
        if let Some(code) = &code {
            if !code.is_active(self) {
                return Err(Refusal::invalid(
                    "promotion_code",
                    "This promotion code is inactive or expired.",
                ));
            }
            if code.customer.is_some() && code.customer.as_deref() != customer {
                return Err(Refusal::invalid(
                    "promotion_code",
                    "This promotion code is for another customer.",
                ));
            }
            let has_paid =
                |of: &str| self.charges.iter().any(|charge| charge.customer.as_deref() == Some(of));
            if code.first_time_transaction && customer.is_some_and(has_paid) {
                return Err(Refusal::invalid(
                    "promotion_code",
                    "This promotion code cannot be redeemed because the customer has prior transactions.",
                ));
            }
        } else if !matches!(reference, DiscountRef::Discount(_)) && !coupon.is_valid(self.now) {
            return Err(
                Refusal::invalid("coupon", format!("Coupon expired: {}", coupon.id)).code("coupon_expired")
            );
        }
        Ok((coupon, code))
    }

    /// Uses a coupon for a subscription and gives the discount's id.
    pub(crate) fn redeem(
        &mut self,
        reference: &DiscountRef,
        customer: &str,
        subscription: Option<&str>,
        currency: &str,
    ) -> Answer<String> {
        if let DiscountRef::Discount(id) = reference {
            return self.get::<Discount>(id, "discounts").map(|discount| discount.id);
        }
        let (coupon, code) = self.usable(reference, Some(customer))?;
        if matches!(&coupon.off, Off::Amount(_, of) if of != currency) {
            return Err(Refusal::invalid("coupon", format!("The coupon is not in the currency {currency}.")));
        }
        let id = self.ids.next("di");
        let end = match coupon.duration {
            Duration::Months(count) => {
                Some(Interval { unit: Unit::Month, count }.next_after(self.now, self.now))
            }
            Duration::Once | Duration::Forever => None,
        };
        self.insert(Discount {
            id: id.clone(),
            created: self.now,
            end,
            coupon: coupon.id.clone(),
            promotion_code: code.as_ref().map(|code| code.id.clone()),
            customer: Some(customer.to_owned()),
            subscription: subscription.map(str::to_owned),
            checkout_session: None,
        });
        self.edit::<Coupon>(&coupon.id, |coupon| coupon.times_redeemed += 1);
        if let Some(code) = code {
            self.edit::<PromotionCode>(&code.id, |code| code.times_redeemed += 1);
        }
        self.tell::<Discount>(&id, "customer.discount.created");
        Ok(id)
    }

    /// The subscription's discounts that count at a moment.
    pub(super) fn discounts_at(&self, subscription: &Subscription, moment: i64) -> Vec<Discount> {
        subscription
            .discounts
            .iter()
            .filter_map(|id| self.discounts.get(id))
            .filter(|discount| discount.end.is_none_or(|end| moment < end))
            .cloned()
            .collect()
    }

    /// What a recurring amount for a product costs after discounts.
    pub(super) fn after_discounts(
        &self,
        amount: i64,
        currency: &str,
        product: &str,
        discounts: &[Discount],
    ) -> i64 {
        discounts
            .iter()
            .filter_map(|discount| self.coupons.get(&discount.coupon))
            .filter(|coupon| coupon.applies_to(product))
            .fold(amount, |left, coupon| left - coupon.taken_off(left, currency))
    }

    /// Writes discounts into lines: percentages on each, a fixed amount once over all, first lines first.
    pub(super) fn discount_lines(&self, lines: &mut [Line], discounts: &[Discount]) {
        for discount in discounts {
            let Some(coupon) = self.coupons.get(&discount.coupon) else { continue };
            let mut left = match &coupon.off {
                Off::Amount(amount, _) => *amount,
                Off::Percent(_) => i64::MAX,
            };
            let taken =
                |line: &&mut Line| line.discountable && line.amount > 0 && coupon.applies_to(&line.product);
            for line in lines.iter_mut().filter(taken) {
                let off = coupon.taken_off(line.net(), &line.currency).min(left);
                if off > 0 {
                    left -= off;
                    line.discounts.push((discount.id.clone(), off));
                }
            }
        }
    }

    /// Ends what was for one invoice only, once it took something off, and what has run out.
    pub(super) fn end_used_discounts(&mut self, subscription_id: &str, used: &[(String, i64)]) {
        let Some(subscription) = self.subscriptions.get(subscription_id) else { return };
        let over: Vec<String> = subscription
            .discounts
            .iter()
            .filter_map(|id| self.discounts.get(id))
            .filter(|discount| {
                let once = self
                    .coupons
                    .get(&discount.coupon)
                    .is_some_and(|coupon| coupon.duration == Duration::Once);
                let taken = used.iter().any(|(id, off)| *id == discount.id && *off > 0);
                (once && taken) || discount.end.is_some_and(|end| end <= self.now)
            })
            .map(|discount| discount.id.clone())
            .collect();
        for id in over {
            let now = self.now;
            self.edit::<Discount>(&id, |discount| discount.end = discount.end.or(Some(now)));
            self.edit::<Subscription>(subscription_id, |subscription| {
                subscription.discounts.retain(|of| *of != id);
            });
            self.tell::<Discount>(&id, "customer.discount.deleted");
        }
    }
}
