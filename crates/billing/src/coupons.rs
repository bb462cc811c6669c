//! Coupons, and the codes by which readers use them. They live at Stripe alone: it counts how often
//! they were used, and knows when they are over.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use kernel::{Money, PlanKey};
use sea_orm::EntityTrait;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::billing::Billing;
use crate::entity::plan;
use crate::error::BillingError;

/// Hundredths of a percent, from 0.01 to 100 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Percent(u32);

/// The text is no share that can be taken off.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
#[error("expected a number from 0.01 to 100 with at most two decimals")]
pub struct NotAPercent;

/// How much is taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Off {
    /// A share.
    Percent(Percent),
    /// An amount, of what is paid in its currency.
    Amount(Money),
}

/// How long it is taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasts {
    /// The first payment.
    Once,
    /// All payments of so many months.
    Months(u32),
    /// Every payment.
    Forever,
}

/// A coupon to be made.
#[derive(Clone, Debug)]
pub struct NewCoupon {
    /// Made once, however often it is sent.
    pub id: Uuid,
    /// What it is called on invoices.
    pub name: String,
    /// How much is taken off.
    pub off: Off,
    /// How long.
    pub lasts: Lasts,
    /// Of which plans; empty is all.
    pub plans: BTreeSet<PlanKey>,
    /// How often it can be used, in all.
    pub most: Option<u32>,
    /// First moment at which it can't be used any more.
    pub until: Option<Timestamp>,
    /// What readers type; without it only staff and the site itself use it.
    pub code: Option<Code>,
}

/// What readers type: 3 to 40 letters, digits and hyphens (ASCII), in capitals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code(String);

/// The text is no code.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
#[error("expected 3 to 40 letters, digits and hyphens")]
pub struct NotACode;

/// A coupon as Stripe has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Coupon {
    /// Stripe's id.
    pub id: String,
    /// What it is called on invoices.
    pub name: String,
    /// How much is taken off; `None` for a currency that this release doesn't know.
    pub off: Option<Off>,
    /// How long.
    pub lasts: Lasts,
    /// The plans it is for; empty is all.
    pub plans: BTreeSet<PlanKey>,
    /// How often it was used.
    pub used: u64,
    /// How often it can be used, in all.
    pub most: Option<u64>,
    /// First moment at which it can't be used any more.
    pub until: Option<Timestamp>,
    /// Whether it can be used now.
    pub valid: bool,
    /// The codes that stand for it.
    pub codes: Vec<PromotionCode>,
}

/// A code as Stripe has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromotionCode {
    /// Stripe's id.
    pub id: String,
    /// What readers type.
    pub code: String,
    /// How often it was used.
    pub used: u64,
    /// Whether it can be used now.
    pub active: bool,
}

impl Billing {
    /// All coupons, the newest first, with their codes. Asks Stripe: a call for each hundred.
    pub async fn coupons(&self) -> Result<Vec<Coupon>, BillingError> {
        Ok(self.stripe()?.coupons().await?)
    }

    /// Makes a coupon, and its code.
    pub async fn create_coupon(&self, new: &NewCoupon) -> Result<(), BillingError> {
        let stripe = self.stripe()?;
        if let Some(code) = &new.code
            && stripe.has_code(code).await?
        {
            return Err(BillingError::CodeExists(code.to_string()));
        }
        let mut products = Vec::new();
        if !new.plans.is_empty() {
            let rows = plan::Entity::find().all(&self.database).await?;
            for key in &new.plans {
                let product = rows.iter().find(|row| row.key == key.as_str());
                let product = product.and_then(|row| row.stripe_product.clone());
                // A plan that was never for sale has none, and nothing could be taken off it.
                products.push(product.ok_or_else(|| BillingError::NoSuchPlan(key.clone()))?);
            }
        }
        stripe.create_coupon(new, products).await?;
        Ok(())
    }

    /// Lets nobody use a code any more; what it has taken off stays.
    pub async fn end_code(&self, id: &str) -> Result<(), BillingError> {
        Ok(self.stripe()?.end_code(id).await?)
    }

    /// Lets nobody use a coupon any more, by whatever code; what it has taken off stays.
    pub async fn end_coupon(&self, id: &str) -> Result<(), BillingError> {
        Ok(self.stripe()?.end_coupon(id).await?)
    }
}

impl Percent {
    /// From Stripe's number.
    pub(crate) fn from_number(percent: f64) -> Option<Self> {
        format!("{percent:.2}").parse().ok()
    }

    /// Stripe's number.
    pub(crate) fn number(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl FromStr for Percent {
    type Err = NotAPercent;

    fn from_str(text: &str) -> Result<Self, NotAPercent> {
        let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 3 || rest.len() > 2 || !digits(whole) || !digits(rest) {
            return Err(NotAPercent);
        }
        let hundredths: u32 = format!("{whole}{rest:0<2}").parse().map_err(|_| NotAPercent)?;
        if (1..=10_000).contains(&hundredths) { Ok(Self(hundredths)) } else { Err(NotAPercent) }
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 % 100 {
            0 => write!(f, "{}", self.0 / 100),
            rest => f.write_str(format!("{}.{rest:02}", self.0 / 100).trim_end_matches('0')),
        }
    }
}

impl FromStr for Code {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Self, NotACode> {
        let text = text.trim();
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        if (3..=40).contains(&text.len()) && text.bytes().all(fits) {
            Ok(Self(text.to_ascii_uppercase()))
        } else {
            Err(NotACode)
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_exact() {
        for (text, shown) in
            [("25", "25"), ("25.5", "25.5"), ("33.33", "33.33"), ("0.01", "0.01"), ("100", "100")]
        {
            let percent: Percent = text.parse().expect("a share");
            assert_eq!(percent.to_string(), shown);
            assert_eq!(Percent::from_number(percent.number()), Some(percent));
        }
        for text in ["", "0", "100.01", "-5", "1.234", "x", "1,5", "1000"] {
            assert_eq!(text.parse::<Percent>(), Err(NotAPercent), "{text}");
        }
    }

    #[test]
    fn codes_are_typed_in_any_case() {
        assert_eq!("herbst-26".parse::<Code>().expect("a code").to_string(), "HERBST-26");
        for text in ["", "ab", "zwei worte", "größe", &"x".repeat(41)] {
            assert_eq!(text.parse::<Code>(), Err(NotACode), "{text}");
        }
    }
}
