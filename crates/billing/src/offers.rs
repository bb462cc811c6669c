//! What is sold beside subscriptions and passes: single stories, gifts of a plan, seats for groups.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use kernel::{Access, ArticleId, Money, PlanKey};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};
use serde::Serialize;

use crate::billing::Billing;
use crate::entity::{offer, story_pricing};
use crate::error::BillingError;
use crate::ids::OfferId;
use crate::plans::unreadable;
use crate::prices::{Every, Tax};
use crate::stripe::to_stripe;

/// Something that can be bought. Nothing of it changes: other terms are another offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// What one gets.
    pub sells: Sells,
    /// How much; for seats each.
    pub amount: Money,
    /// Whether the amount has the tax in it.
    pub tax: Tax,
    /// Whether it can be bought.
    pub offered: bool,
    /// Its place in the publisher's list.
    #[serde(skip)]
    pub(crate) position: i32,
}

/// What an offer sells.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sells {
    /// One story; `None` is every paid story without offers of its own.
    Story(Option<ArticleId>),
    /// A plan for somebody else.
    Gift {
        /// The plan.
        plan: PlanKey,
        /// For how many months.
        months: u32,
    },
    /// Seats in a group that has a plan, renewed.
    Seats {
        /// The plan.
        plan: PlanKey,
        /// How often they are paid: monthly or yearly.
        every: Every,
        /// The fewest that are sold.
        at_least: u32,
    },
}

/// What makes an offer the one it is, before it has an id.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct OfferTerms {
    pub(crate) sells: Sells,
    pub(crate) amount: Money,
    pub(crate) tax: Tax,
}

impl Offer {
    fn terms(&self) -> OfferTerms {
        OfferTerms { sells: self.sells.clone(), amount: self.amount, tax: self.tax }
    }
}

impl Billing {
    /// At which prices a story with this rule can be bought alone; none if it can't. Two queries at
    /// most.
    pub async fn story_offers(
        &self,
        article: ArticleId,
        access: &Access,
    ) -> Result<Vec<Offer>, BillingError> {
        if matches!(access, Access::Public | Access::Members) {
            return Ok(Vec::new());
        }
        let has_own = story_pricing::Entity::find_by_id(article.as_uuid()).one(&self.database).await?;
        let which = match (has_own, access) {
            (Some(_), _) => offer::Column::ArticleId.eq(article.as_uuid()),
            // What holds for all stories is for those that any plan opens.
            (None, Access::Paid) => offer::Column::ArticleId.is_null(),
            (None, _) => return Ok(Vec::new()),
        };
        let stories = offer::Entity::find().filter(offer::Column::Kind.eq("story")).filter(which);
        read(
            stories
                .filter(offer::Column::Offered.eq(true))
                .order_by_asc(offer::Column::Position)
                .all(&self.database)
                .await?,
        )
    }

    /// The gifts that can be bought, in the publisher's order. One query.
    pub async fn gift_offers(&self) -> Result<Vec<Offer>, BillingError> {
        self.offered("gift").await
    }

    /// The seats that can be bought, in the publisher's order. One query.
    pub async fn seat_offers(&self) -> Result<Vec<Offer>, BillingError> {
        self.offered("seats").await
    }

    async fn offered(&self, kind: &str) -> Result<Vec<Offer>, BillingError> {
        let offers = offer::Entity::find()
            .filter(offer::Column::Kind.eq(kind))
            .filter(offer::Column::Offered.eq(true))
            .order_by_asc(offer::Column::Position);
        read(offers.all(&self.database).await?)
    }

    /// One offer, those nobody can buy any more too.
    pub(crate) async fn offer_by_id(
        &self,
        id: OfferId,
    ) -> Result<Option<(Offer, Option<String>)>, BillingError> {
        let Some(row) = offer::Entity::find_by_id(id.0).one(&self.database).await? else { return Ok(None) };
        let stripe_price = row.stripe_price.clone();
        Ok(Some((row.try_into()?, stripe_price)))
    }

    /// Takes over what stories say of their prices: `None` for those that say nothing, an empty list
    /// for those that aren't sold alone. Gives the stories whose prices are others now; the same
    /// again writes nothing.
    pub async fn import_story_prices(
        &self,
        stories: &[(ArticleId, Option<Vec<Money>>)],
    ) -> Result<Vec<ArticleId>, BillingError> {
        if let Some(amount) =
            stories.iter().flat_map(|(_, own)| own.iter().flatten()).find(|amount| !is_chargeable(**amount))
        {
            return Err(BillingError::NotChargeable(*amount));
        }
        let transaction = transaction::begin(&self.database).await?;
        let known: HashSet<ArticleId> = story_pricing::Entity::find()
            .all(&transaction)
            .await?
            .into_iter()
            .map(|row| row.article_id.into())
            .collect();
        let own =
            offer::Entity::find().filter(offer::Column::ArticleId.is_not_null()).all(&transaction).await?;
        let mut there: HashMap<ArticleId, Vec<Offer>> = HashMap::new();
        for offer in read(own)? {
            if let Sells::Story(Some(article)) = offer.sells {
                there.entry(article).or_default().push(offer);
            }
        }
        let mut changed = Vec::new();
        for (article, own) in stories {
            let priced = known.contains(article);
            let before = there.remove(article).unwrap_or_default();
            let wanted = own.iter().flatten().map(|amount| OfferTerms {
                sells: Sells::Story(Some(*article)),
                amount: *amount,
                tax: Tax::Inclusive,
            });
            let mut differs = write(&transaction, self.now(), &before, &wanted.collect::<Vec<_>>()).await?;
            if own.is_some() && !priced {
                let row = story_pricing::ActiveModel { article_id: Set(article.as_uuid()) };
                story_pricing::Entity::insert(row).exec_without_returning(&transaction).await?;
                differs = true;
            } else if own.is_none() && priced {
                story_pricing::Entity::delete_by_id(article.as_uuid()).exec(&transaction).await?;
                differs = true;
            }
            if differs {
                changed.push(*article);
            }
        }
        transaction.commit().await?;
        Ok(changed)
    }
}

/// Takes over what `plans.toml` offers beside prices: what holds for all stories, and the gifts and
/// seats of the plans it names. Says whether anything changed.
pub(crate) async fn write_from_file(
    db: &impl ConnectionTrait,
    now: Timestamp,
    plans: &[&PlanKey],
    wanted: &[OfferTerms],
) -> Result<bool, BillingError> {
    let named = offer::Column::Plan.is_in(plans.iter().map(|plan| plan.as_str()));
    let rows = offer::Entity::find()
        .filter(offer::Column::ArticleId.is_null())
        .filter(Condition::any().add(offer::Column::Kind.eq("story")).add(named));
    let there = read(rows.all(db).await?)?;
    write(db, now, &there, wanted).await
}

/// Makes `wanted` the ones of `there` that can be bought: those that are there already stay, new
/// ones are made, others are no longer offered. Says whether anything changed.
async fn write(
    db: &impl ConnectionTrait,
    now: Timestamp,
    there: &[Offer],
    wanted: &[OfferTerms],
) -> Result<bool, BillingError> {
    let mut changed = false;
    for (position, terms) in (0..).zip(wanted) {
        match there.iter().find(|offer| offer.terms() == *terms) {
            Some(offer) if offer.position == position => {}
            Some(offer) => {
                changed = true;
                offer::Entity::update_many()
                    .col_expr(offer::Column::Position, Expr::value(position))
                    .filter(offer::Column::Id.eq(offer.id.0))
                    .exec(db)
                    .await?;
            }
            None => {
                changed = true;
                offer::Entity::insert(row(now, terms, position)).exec_without_returning(db).await?;
            }
        }
    }
    for offer in there {
        let offered = wanted.contains(&offer.terms());
        if offer.offered != offered {
            changed = true;
            offer::Entity::update_many()
                .col_expr(offer::Column::Offered, Expr::value(offered))
                .filter(offer::Column::Id.eq(offer.id.0))
                .exec(db)
                .await?;
        }
    }
    Ok(changed)
}

fn row(now: Timestamp, terms: &OfferTerms, position: i32) -> offer::ActiveModel {
    let number = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    let (kind, plan, article, months, min_seats) = match &terms.sells {
        Sells::Story(article) => ("story", None, *article, None, None),
        Sells::Gift { plan, months } => ("gift", Some(plan), None, Some(number(*months)), None),
        Sells::Seats { plan, every, at_least } => {
            let months = if *every == Every::Year { 12 } else { 1 };
            ("seats", Some(plan), None, Some(months), Some(number(*at_least)))
        }
    };
    offer::ActiveModel {
        id: Set(kernel::id::v7(now)),
        kind: Set(kind.to_owned()),
        plan: Set(plan.map(ToString::to_string)),
        article_id: Set(article.map(ArticleId::as_uuid)),
        months: Set(months),
        min_seats: Set(min_seats),
        amount: Set(terms.amount.minor),
        currency: Set(terms.amount.currency.to_string()),
        tax: Set(terms.tax.word().to_owned()),
        offered: Set(true),
        position: Set(position),
        created_at: Set(now.as_millisecond()),
        stripe_price: Set(None),
    }
}

/// Whether it is more than nothing, and Stripe can count it.
pub(crate) fn is_chargeable(amount: Money) -> bool {
    amount.minor > 0 && to_stripe(amount).is_some()
}

pub(crate) fn read(rows: Vec<offer::Model>) -> Result<Vec<Offer>, BillingError> {
    rows.into_iter().map(Offer::try_from).collect()
}

impl TryFrom<offer::Model> for Offer {
    type Error = BillingError;

    fn try_from(row: offer::Model) -> Result<Self, Self::Error> {
        let bad = |column, value: String| unreadable("offer", column, value);
        let plan = row.plan.map(|plan| plan.parse().map_err(|_| bad("plan", plan))).transpose()?;
        let number = |number: Option<i32>| number.and_then(|number| u32::try_from(number).ok());
        let sells = match (row.kind.as_str(), plan, number(row.months), number(row.min_seats)) {
            ("story", None, ..) => Sells::Story(row.article_id.map(ArticleId::from)),
            ("gift", Some(plan), Some(months), _) => Sells::Gift { plan, months },
            ("seats", Some(plan), Some(12), Some(at_least)) => {
                Sells::Seats { plan, every: Every::Year, at_least }
            }
            ("seats", Some(plan), Some(1), Some(at_least)) => {
                Sells::Seats { plan, every: Every::Month, at_least }
            }
            _ => return Err(bad("kind", row.kind)),
        };
        let currency = row.currency.parse().map_err(|_| bad("currency", row.currency))?;
        let tax = row.tax.parse().map_err(|()| bad("tax", row.tax))?;
        Ok(Self {
            id: OfferId(row.id),
            sells,
            amount: Money::new(row.amount, currency),
            tax,
            offered: row.offered,
            position: row.position,
        })
    }
}

/// The plans of seats, by what Stripe calls their prices.
pub(crate) async fn seat_plans(db: &impl ConnectionTrait) -> Result<HashMap<String, PlanKey>, BillingError> {
    let rows = offer::Entity::find().filter(offer::Column::StripePrice.is_not_null()).all(db).await?;
    let mut plans = HashMap::new();
    for row in rows {
        let price = row.stripe_price.clone();
        let offer = Offer::try_from(row)?;
        plans.extend(price.zip(offer.sells.plan().cloned()));
    }
    Ok(plans)
}
