//! What a purchase is paid with, and what is taken off its price: to be shown, never decided from.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use kernel::time::from_millis;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use serde::{Deserialize, Serialize};

use crate::billing::Billing;
use crate::coupons::Off;
use crate::entity::payment_detail;
use crate::error::BillingError;

/// A card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Such as `Visa`.
    pub brand: String,
    /// The last four digits.
    pub last4: String,
    /// The last month in which it is good, 1 to 12, and its year.
    pub month: i8,
    /// The year.
    pub year: i16,
}

/// What is taken off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Discount {
    /// What the coupon is called; may be empty.
    pub name: String,
    /// Per cent of the price, or an amount.
    pub off: Off,
    /// Until when; `None` is for good, or once.
    pub until: Option<Timestamp>,
}

/// How a purchase is paid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Detail {
    /// With which card, if it is one.
    pub card: Option<Card>,
    /// At which discount.
    pub discount: Option<Discount>,
    /// When its holder took what was offered for staying.
    pub stayed_at: Option<Timestamp>,
}

impl Card {
    /// First moment at which it is good no more: the month after its last, in UTC.
    #[must_use]
    pub fn expires_at(&self) -> Option<Timestamp> {
        let month = Date::new(self.year, self.month, 1).ok()?;
        let next = month.checked_add(1.month()).ok()?;
        TimeZone::UTC.to_timestamp(next.at(0, 0, 0, 0)).ok()
    }
}

impl Billing {
    /// How a purchase is paid, as Stripe last told of it. One query.
    pub async fn detail(&self, purchase: &str) -> Result<Detail, BillingError> {
        let row = payment_detail::Entity::find_by_id(purchase).one(&self.database).await?;
        let Some(row) = row else { return Ok(Detail::default()) };
        Ok(Detail {
            card: row.card.as_deref().and_then(|card| serde_json::from_str(card).ok()),
            discount: row.discount.as_deref().and_then(|discount| serde_json::from_str(discount).ok()),
            stayed_at: row.stayed_at.map(from_millis),
        })
    }
}

/// Writes down how a purchase is paid, in the transaction that writes its facts.
pub(crate) async fn write(
    db: &impl ConnectionTrait,
    purchase: &str,
    card: Option<&Card>,
    discount: Option<&Discount>,
) -> Result<(), BillingError> {
    let unwritable = |error: serde_json::Error| BillingError::Facts(error.to_string());
    let row = payment_detail::ActiveModel {
        purchase: Set(purchase.to_owned()),
        card: Set(card.map(serde_json::to_string).transpose().map_err(unwritable)?),
        card_expires_at: Set(card.and_then(Card::expires_at).map(Timestamp::as_millisecond)),
        discount: Set(discount.map(serde_json::to_string).transpose().map_err(unwritable)?),
        stayed_at: Set(None),
    };
    let newer = OnConflict::column(payment_detail::Column::Purchase)
        .update_columns([
            payment_detail::Column::Card,
            payment_detail::Column::CardExpiresAt,
            payment_detail::Column::Discount,
        ])
        .to_owned();
    payment_detail::Entity::insert(row).on_conflict(newer).exec_without_returning(db).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_good_to_the_end_of_its_month() {
        let card = |month, year| Card { brand: "Visa".to_owned(), last4: "4242".to_owned(), month, year };
        let expires = |month, year| card(month, year).expires_at().map(|at| at.to_string());
        assert_eq!(expires(12, 2026).as_deref(), Some("2027-01-01T00:00:00Z"));
        assert_eq!(expires(2, 2028).as_deref(), Some("2028-03-01T00:00:00Z"));
        assert_eq!(expires(13, 2028), None);
    }
}
