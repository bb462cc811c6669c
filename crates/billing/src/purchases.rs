//! What members have bought, and what they can do about it.

use jiff::Timestamp;
use kernel::time::from_millis;
use kernel::{Locale, MemberId, Money};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;

use crate::billing::Billing;
use crate::entity::{invoice, purchase, stripe_customer};
use crate::error::BillingError;
use crate::facts::Facts;
use crate::plans::unreadable;
use crate::prices::PriceId;
use crate::refresh;
use crate::tasks::{self, Task};

/// A subscription or a pass, as Stripe last told of it.
#[derive(Clone, Debug, Serialize)]
pub struct Purchase {
    /// Stripe's id: of the subscription, or of the checkout that sold the pass.
    pub id: String,
    /// Stripe's id of the customer.
    #[serde(skip)]
    pub customer: String,
    /// What it costs; `None` for a price made in Stripe's dashboard.
    pub price: Option<PriceId>,
    /// How it stands.
    pub facts: Facts,
}

/// An invoice of a member's.
#[derive(Clone, Debug, Serialize)]
pub struct Invoice {
    /// The number on it.
    pub number: Option<String>,
    /// Stripe's word: `paid`, `open`, `void`, `uncollectible`.
    pub status: String,
    /// What it asks for.
    pub total: Money,
    /// What was given back, in the currency's minor unit.
    pub refunded: i64,
    /// Where it can be seen and paid.
    pub url: Option<String>,
    /// Its date.
    pub created_at: Timestamp,
}

impl Billing {
    /// What a member has bought, newest first. Two queries.
    pub async fn purchases(&self, member: MemberId) -> Result<Vec<Purchase>, BillingError> {
        let rows = purchase::Entity::find()
            .filter(purchase::Column::Customer.is_in(self.customers(member).await?))
            .all(&self.database)
            .await?;
        let mut purchases = rows.into_iter().map(Purchase::from_row).collect::<Result<Vec<_>, _>>()?;
        purchases.sort_by_key(|purchase| std::cmp::Reverse(purchase.facts.started_at));
        Ok(purchases)
    }

    /// A member's invoices, newest first. Two queries.
    pub async fn invoices(&self, member: MemberId) -> Result<Vec<Invoice>, BillingError> {
        let rows = invoice::Entity::find()
            .filter(invoice::Column::Customer.is_in(self.customers(member).await?))
            .order_by_desc(invoice::Column::CreatedAt)
            .all(&self.database)
            .await?;
        let invoices = rows.into_iter().map(|row| {
            let currency =
                row.currency.parse().map_err(|_| unreadable("invoice", "currency", row.currency))?;
            Ok(Invoice {
                number: row.number,
                status: row.status,
                total: Money::new(row.total, currency),
                refunded: row.refunded,
                url: row.url,
                created_at: from_millis(row.created_at),
            })
        });
        invoices.collect()
    }

    /// The address of Stripe's page where a member changes their card and sees their invoices; only
    /// they may be sent there.
    pub async fn portal(
        &self,
        member: MemberId,
        locale: &Locale,
        return_url: &str,
    ) -> Result<String, BillingError> {
        let customer = self.paying_customer(member).await?.ok_or(BillingError::NoSuchPurchase)?;
        Ok(self.stripe()?.portal(&customer, locale, return_url).await?)
    }

    /// Lets a member's subscription end with the period that is paid, or go on after all.
    pub async fn set_ending(
        &self,
        member: MemberId,
        purchase: &str,
        ending: bool,
    ) -> Result<(), BillingError> {
        let own = self.own(member, purchase).await?;
        self.stripe()?.set_ending(purchase, ending).await?;
        self.look_at(&own).await
    }

    /// Stripe's ids of a member, the first first, deleted ones too.
    pub(crate) async fn customers(&self, member: MemberId) -> Result<Vec<String>, BillingError> {
        Ok(self.customer_rows(member).await?.into_iter().map(|row| row.id).collect())
    }

    /// A member's customers, the first first, deleted ones too.
    pub(crate) async fn customer_rows(
        &self,
        member: MemberId,
    ) -> Result<Vec<stripe_customer::Model>, BillingError> {
        let rows = stripe_customer::Entity::find()
            .filter(stripe_customer::Column::MemberId.eq(member.as_uuid()))
            .order_by_asc(stripe_customer::Column::CreatedAt)
            .order_by_asc(stripe_customer::Column::Id)
            .all(&self.database)
            .await?;
        Ok(rows)
    }

    /// The customer whose cards and invoices matter to a member: who pays a subscription, else any
    /// that Stripe still has.
    async fn paying_customer(&self, member: MemberId) -> Result<Option<String>, BillingError> {
        let there: Vec<String> = self
            .customer_rows(member)
            .await?
            .into_iter()
            .filter(|row| row.deleted_at.is_none())
            .map(|row| row.id)
            .collect();
        let purchases = self.purchases(member).await?;
        let mut paying = purchases.iter().filter(|purchase| purchase.facts.status.is_live());
        let paying = paying.find(|purchase| there.contains(&purchase.customer));
        Ok(paying.map(|purchase| purchase.customer.clone()).or_else(|| there.into_iter().next_back()))
    }

    /// How often what Stripe said of purchases was other than what was written down.
    pub(crate) async fn changes(&self) -> Result<i64, BillingError> {
        let sum: Option<Option<i64>> = purchase::Entity::find()
            .select_only()
            .column_as(Expr::cust("CAST(COALESCE(SUM(changes), 0) AS bigint)"), "sum")
            .into_tuple()
            .one(&self.database)
            .await?;
        Ok(sum.flatten().unwrap_or(0))
    }

    pub(crate) async fn own(&self, member: MemberId, purchase: &str) -> Result<Purchase, BillingError> {
        let own = self.purchases(member).await?;
        own.into_iter().find(|own| own.id == purchase).ok_or(BillingError::NoSuchPurchase)
    }

    pub(crate) async fn stripe_price(&self, id: PriceId) -> Result<String, BillingError> {
        match self.price(id).await? {
            Some((price, Some(stripe_price))) if price.offered => Ok(stripe_price),
            _ => Err(BillingError::NoSuchPrice),
        }
    }

    /// Has a purchase looked at, rather than wait for Stripe to tell.
    pub(crate) async fn look_at(&self, purchase: &Purchase) -> Result<(), BillingError> {
        tasks::ask(&self.database, self.now(), &Task::Customer(purchase.customer.clone())).await?;
        self.wake.notify_waiters();
        Ok(())
    }
}

impl Purchase {
    pub(crate) fn from_row(row: purchase::Model) -> Result<Self, BillingError> {
        let facts = refresh::parse(&row)?;
        Ok(Self { id: row.id, customer: row.customer, price: row.price.map(PriceId), facts })
    }
}
