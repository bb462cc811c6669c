//! `coupon`, `promotion_code` and `discount`: what makes it cheaper, the word for it, and its use.

use serde_json::{Value, json};

use super::{Object, object};
use crate::{form::Metadata, money, world::World};

/// How much is taken off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Off {
    /// Hundredths of a percent: 25.5 % is 2550.
    Percent(i64),
    /// Minor units of a currency.
    Amount(i64, String),
}

/// For how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Duration {
    Once,
    Months(i64),
    Forever,
}

#[derive(Debug, Clone)]
pub(crate) struct Coupon {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) deleted: bool,
    pub(crate) off: Off,
    pub(crate) duration: Duration,
    pub(crate) max_redemptions: Option<i64>,
    pub(crate) metadata: Metadata,
    pub(crate) name: Option<String>,
    /// Products that it takes something off of; empty is all. Shown only where it is expanded.
    pub(crate) products: Vec<String>,
    pub(crate) redeem_by: Option<i64>,
    pub(crate) times_redeemed: i64,
}

#[derive(Debug, Clone)]
pub(crate) struct PromotionCode {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) active: bool,
    pub(crate) code: String,
    pub(crate) coupon: String,
    pub(crate) customer: Option<String>,
    pub(crate) expires_at: Option<i64>,
    pub(crate) first_time_transaction: bool,
    pub(crate) max_redemptions: Option<i64>,
    pub(crate) metadata: Metadata,
    pub(crate) minimum: Option<(i64, String)>,
    pub(crate) times_redeemed: i64,
}

#[derive(Debug, Clone)]
pub(crate) struct Discount {
    pub(crate) id: String,
    /// When it began to count.
    pub(crate) created: i64,
    pub(crate) end: Option<i64>,
    pub(crate) coupon: String,
    pub(crate) promotion_code: Option<String>,
    pub(crate) customer: Option<String>,
    pub(crate) subscription: Option<String>,
    pub(crate) checkout_session: Option<String>,
}

impl Coupon {
    pub(crate) fn is_valid(&self, now: i64) -> bool {
        !self.deleted
            && self.redeem_by.is_none_or(|by| now <= by)
            && self.max_redemptions.is_none_or(|most| self.times_redeemed < most)
    }

    /// Whether it takes anything off of a product.
    pub(crate) fn applies_to(&self, product: &str) -> bool {
        self.products.is_empty() || self.products.iter().any(|of| of == product)
    }

    /// What it takes off an amount of this currency, never more than the amount.
    pub(crate) fn taken_off(&self, amount: i64, currency: &str) -> i64 {
        match &self.off {
            Off::Percent(hundredths) => money::percent(amount, *hundredths),
            Off::Amount(off, of) if of == currency => (*off).min(amount).max(0),
            Off::Amount(..) => 0,
        }
    }
}

impl Object for Coupon {
    object!(Coupon, "coupon", coupons);

    fn is_deleted(&self) -> bool {
        self.deleted
    }

    fn json(&self, world: &World) -> Value {
        let (amount_off, currency, percent_off) = match &self.off {
            Off::Amount(amount, currency) => (Some(*amount), Some(currency.as_str()), None),
            Off::Percent(hundredths) => (None, None, Some(decimal(*hundredths))),
        };
        let (duration, months) = match self.duration {
            Duration::Once => ("once", None),
            Duration::Months(months) => ("repeating", Some(months)),
            Duration::Forever => ("forever", None),
        };
        json!({
            "id": self.id,
            "object": "coupon",
            "amount_off": amount_off,
            "created": self.created,
            "currency": currency,
            "duration": duration,
            "duration_in_months": months,
            "livemode": false,
            "max_redemptions": self.max_redemptions,
            "metadata": self.metadata,
            "name": self.name,
            "percent_off": percent_off,
            "redeem_by": self.redeem_by,
            "times_redeemed": self.times_redeemed,
            "valid": self.is_valid(world.now()),
        })
    }
}

/// Hundredths as a JSON number, exactly: there is no arithmetic on the result.
fn decimal(hundredths: i64) -> Value {
    if hundredths % 100 == 0 {
        return json!(hundredths / 100);
    }
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
        .parse::<f64>()
        .map_or(Value::Null, |number| json!(number))
}

impl PromotionCode {
    pub(crate) fn is_active(&self, world: &World) -> bool {
        self.active
            && self.expires_at.is_none_or(|end| world.now() < end)
            && self.max_redemptions.is_none_or(|most| self.times_redeemed < most)
            && world.coupons.get(&self.coupon).is_some_and(|coupon| coupon.is_valid(world.now()))
    }
}

impl Object for PromotionCode {
    object!(PromotionCode, "promotion code", promotion_codes);

    fn json(&self, world: &World) -> Value {
        json!({
            "id": self.id,
            "object": "promotion_code",
            "active": self.is_active(world),
            "code": self.code,
            "created": self.created,
            "customer": self.customer,
            "expires_at": self.expires_at,
            "livemode": false,
            "max_redemptions": self.max_redemptions,
            "metadata": self.metadata,
            "promotion": { "coupon": self.coupon, "type": "coupon" },
            "restrictions": {
                "first_time_transaction": self.first_time_transaction,
                "minimum_amount": self.minimum.as_ref().map(|(amount, _)| *amount),
                "minimum_amount_currency": self.minimum.as_ref().map(|(_, currency)| currency.as_str()),
            },
            "times_redeemed": self.times_redeemed,
        })
    }
}

impl Object for Discount {
    object!(Discount, "discount", discounts);

    fn json(&self, _: &World) -> Value {
        json!({
            "id": self.id,
            "object": "discount",
            "checkout_session": self.checkout_session,
            "customer": self.customer,
            "end": self.end,
            "invoice": null,
            "invoice_item": null,
            "promotion_code": self.promotion_code,
            "source": { "coupon": self.coupon, "type": "coupon" },
            "start": self.created,
            "subscription": self.subscription,
            "subscription_item": null,
        })
    }
}
