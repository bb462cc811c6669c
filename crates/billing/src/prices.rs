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
use crate::stripe::to_stripe;

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
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Terms {
    /// How much.
    pub amount: Money,
    /// How often, or for how long.
    pub every: Every,
    /// Days that cost nothing at first.
    pub trial_days: u32,
    /// Whether the amount has the tax in it.
    pub tax: Tax,
}

/// Why nothing can be sold on some terms.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
pub enum NotTerms {
    /// Stripe counts whole units of a currency and this is none.
    #[error("the amount can't be charged; expected one that Stripe can count")]
    Amount,
    /// A pass is paid at once.
    #[error("a pass has no trial; expected trial_days only where every is set")]
    TrialOfAPass,
    /// A pass of no days, or of more than can be counted.
    #[error("a pass lasts from 1 to 65535 days")]
    Days,
    /// Stripe's most is 730.
    #[error("a trial lasts at most 730 days")]
    Trial,
}

/// Stripe's longest trial, in days.
const LONGEST_TRIAL: u32 = 730;

impl Terms {
    /// Whether something can be sold on these terms.
    pub fn check(&self) -> Result<(), NotTerms> {
        match self.every {
            Every::Pass { .. } if self.trial_days > 0 => return Err(NotTerms::TrialOfAPass),
            Every::Pass { days } if !(1..=u32::from(u16::MAX)).contains(&days) => return Err(NotTerms::Days),
            _ if self.trial_days > LONGEST_TRIAL => return Err(NotTerms::Trial),
            _ => {}
        }
        if self.amount.minor < 0 || to_stripe(self.amount).is_none() {
            return Err(NotTerms::Amount);
        }
        Ok(())
    }

    /// Whether readers would have to choose between the two: the same interval and currency.
    fn competes(&self, other: &Self) -> bool {
        self.every == other.every && self.amount.currency == other.amount.currency
    }
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
    /// What makes it the one it is.
    #[must_use]
    pub fn terms(&self) -> Terms {
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
        insert(db, now, plan, terms).await?;
    }
    for price in &there {
        let offered = wanted.contains(&price.terms());
        if price.offered != offered {
            changed = true;
            set_offered(db, price.id, offered).await?;
        }
    }
    Ok(changed)
}

/// Offers a plan on these terms, and not any more on others that readers would have to choose
/// between. Gives the price, and those that it takes the place of.
pub(crate) async fn offer(
    db: &impl ConnectionTrait,
    now: Timestamp,
    plan: &PlanKey,
    terms: &Terms,
) -> Result<(PriceId, Vec<PriceId>), BillingError> {
    let rows = price::Entity::find().filter(price::Column::Plan.eq(plan.as_str())).all(db).await?;
    let there = read(rows)?;
    let mut replaced = Vec::new();
    for price in there.iter().filter(|price| price.offered && price.terms().competes(terms)) {
        if price.terms() != *terms {
            set_offered(db, price.id, false).await?;
            replaced.push(price.id);
        }
    }
    let id = match there.iter().find(|price| price.terms() == *terms) {
        Some(price) => {
            set_offered(db, price.id, true).await?;
            price.id
        }
        None => insert(db, now, plan, terms).await?,
    };
    Ok((id, replaced))
}

/// Lets nobody buy at a price any more, or again.
pub(crate) async fn set_offered(
    db: &impl ConnectionTrait,
    price: PriceId,
    offered: bool,
) -> Result<(), BillingError> {
    price::Entity::update_many()
        .col_expr(price::Column::Offered, Expr::value(offered))
        .filter(price::Column::Id.eq(price.0))
        .exec(db)
        .await?;
    Ok(())
}

async fn insert(
    db: &impl ConnectionTrait,
    now: Timestamp,
    plan: &PlanKey,
    terms: &Terms,
) -> Result<PriceId, BillingError> {
    let id = kernel::id::v7(now);
    let row = price::ActiveModel {
        id: Set(id),
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
    Ok(PriceId(id))
}

pub(crate) fn read(rows: Vec<price::Model>) -> Result<Vec<Price>, BillingError> {
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
