//! What plans cost.

use std::fmt;
use std::str::FromStr;

use jiff::{SignedDuration, Timestamp};
use kernel::{Money, PlanKey};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::billing::Billing;
use crate::entity::price;
use crate::error::BillingError;
use crate::plans::unreadable;

/// One price of one plan.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PriceId(pub(crate) Uuid);

/// What a plan costs. Nothing of it changes: another price is another one, and those who pay the
/// old one keep it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Price {
    /// Its id.
    pub id: PriceId,
    /// The plan.
    pub plan: PlanKey,
    /// How much.
    pub amount: Money,
    /// How often, or for how long.
    pub every: Every,
    /// Days that cost nothing at first.
    pub trial_days: u32,
    /// Whether the amount has the tax in it.
    pub tax: Tax,
    /// Whether it can be bought.
    pub offered: bool,
}

/// How long a payment lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Every {
    /// Renewed each month.
    Month,
    /// Renewed each year.
    Year,
    /// Not renewed.
    Pass {
        /// How many days it lasts.
        days: u32,
    },
}

/// Whether an amount has the tax in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tax {
    /// It has, as European readers expect.
    Inclusive,
    /// It is added.
    Exclusive,
}

/// What makes a price the one it is, before it has an id.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Terms {
    pub(crate) amount: Money,
    pub(crate) every: Every,
    pub(crate) trial_days: u32,
    pub(crate) tax: Tax,
}

impl Every {
    /// How long what was paid at `from` lasts; `None` for what Stripe renews, which it knows better.
    #[must_use]
    pub fn pass_end(self, from: Timestamp) -> Option<Timestamp> {
        let Self::Pass { days } = self else { return None };
        Some(from.checked_add(SignedDuration::from_hours(24 * i64::from(days))).unwrap_or(Timestamp::MAX))
    }
}

impl Price {
    fn terms(&self) -> Terms {
        Terms { amount: self.amount, every: self.every, trial_days: self.trial_days, tax: self.tax }
    }
}

impl Billing {
    /// All prices that can be bought, the cheapest of a plan's first. One query.
    pub async fn offered_prices(&self) -> Result<Vec<Price>, BillingError> {
        let rows = price::Entity::find().filter(price::Column::Offered.eq(true));
        read(rows.order_by_asc(price::Column::Amount).all(&self.database).await?)
    }

    /// All prices, those nobody can buy any more too. One query.
    pub async fn prices(&self) -> Result<Vec<Price>, BillingError> {
        read(price::Entity::find().order_by_asc(price::Column::CreatedAt).all(&self.database).await?)
    }

    /// One price.
    pub(crate) async fn price(&self, id: PriceId) -> Result<Option<(Price, Option<String>)>, BillingError> {
        let Some(row) = price::Entity::find_by_id(id.0).one(&self.database).await? else { return Ok(None) };
        let stripe_price = row.stripe_price.clone();
        Ok(Some((row.try_into()?, stripe_price)))
    }
}

/// Makes `wanted` the prices of a plan that can be bought: those that are there already stay, new
/// ones are made, others are no longer offered. Says whether anything changed.
pub(crate) async fn write(
    db: &impl ConnectionTrait,
    now: Timestamp,
    plan: &PlanKey,
    wanted: &[Terms],
) -> Result<bool, BillingError> {
    let rows = price::Entity::find().filter(price::Column::Plan.eq(plan.as_str())).all(db).await?;
    let there = read(rows)?;
    let mut changed = false;
    for terms in wanted {
        if there.iter().any(|price| price.terms() == *terms) {
            continue;
        }
        changed = true;
        let row = price::ActiveModel {
            id: Set(kernel::id::v7(now)),
            plan: Set(plan.to_string()),
            amount: Set(terms.amount.minor),
            currency: Set(terms.amount.currency.to_string()),
            every: Set(terms.every.word().to_owned()),
            days: Set(match terms.every {
                Every::Pass { days } => Some(i32::try_from(days).unwrap_or(i32::MAX)),
                Every::Month | Every::Year => None,
            }),
            trial_days: Set(i32::try_from(terms.trial_days).unwrap_or(i32::MAX)),
            tax: Set(terms.tax.word().to_owned()),
            offered: Set(true),
            created_at: Set(now.as_millisecond()),
            stripe_price: Set(None),
        };
        price::Entity::insert(row).exec_without_returning(db).await?;
    }
    for price in &there {
        let offered = wanted.contains(&price.terms());
        if price.offered != offered {
            changed = true;
            price::Entity::update_many()
                .col_expr(price::Column::Offered, Expr::value(offered))
                .filter(price::Column::Id.eq(price.id.0))
                .exec(db)
                .await?;
        }
    }
    Ok(changed)
}

fn read(rows: Vec<price::Model>) -> Result<Vec<Price>, BillingError> {
    rows.into_iter().map(Price::try_from).collect()
}

impl Every {
    const fn word(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Year => "year",
            Self::Pass { .. } => "pass",
        }
    }
}

impl Tax {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Inclusive => "inclusive",
            Self::Exclusive => "exclusive",
        }
    }
}

impl FromStr for Tax {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        [Self::Inclusive, Self::Exclusive].into_iter().find(|tax| tax.word() == word).ok_or(())
    }
}

impl TryFrom<price::Model> for Price {
    type Error = BillingError;

    fn try_from(row: price::Model) -> Result<Self, Self::Error> {
        let bad = |column, value: String| unreadable("price", column, value);
        let every = match (row.every.as_str(), row.days.and_then(|days| u32::try_from(days).ok())) {
            ("month", _) => Every::Month,
            ("year", _) => Every::Year,
            ("pass", Some(days)) => Every::Pass { days },
            _ => return Err(bad("every", row.every)),
        };
        let tax = row.tax.parse().map_err(|()| bad("tax", row.tax))?;
        let currency = row.currency.parse().map_err(|_| bad("currency", row.currency))?;
        Ok(Self {
            id: PriceId(row.id),
            plan: row.plan.parse().map_err(|_| bad("plan", row.plan))?,
            amount: Money::new(row.amount, currency),
            every,
            trial_days: u32::try_from(row.trial_days).unwrap_or(0),
            tax,
            offered: row.offered,
        })
    }
}

impl fmt::Display for PriceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for PriceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PriceId({})", self.0)
    }
}

impl FromStr for PriceId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::from_str(text).map(Self)
    }
}
