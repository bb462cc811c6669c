//! Telling Stripe of plans and prices.

use std::collections::HashMap;

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::billing::Billing;
use crate::entity::{offer, plan, plan_text, price};
use crate::error::BillingError;
use crate::offers::{Offer, Sells};
use crate::prices::Price;
use crate::stripe::Stripe;
use crate::tasks::{self, Claimed, Task};

impl Billing {
    /// Asks for the plans to be pushed, whether or not they have changed: the worker does it when
    /// it starts, so that another account gets them too.
    pub(crate) async fn ask_for_catalog(&self) -> Result<(), BillingError> {
        tasks::ask(&self.database, self.now(), &Task::Catalog).await?;
        self.wake.notify_waiters();
        Ok(())
    }

    /// Makes products and prices that Stripe doesn't know yet, and tells it of names and offers
    /// that have changed. A plan without a price is not for sale and stays unknown there.
    pub(crate) async fn push_catalog(&self, stripe: &Stripe, claimed: &Claimed) -> Result<(), BillingError> {
        let mut names: HashMap<String, String> = HashMap::new();
        for text in plan_text::Entity::find().all(&self.database).await? {
            // English if there is, for those who look after the money; else whatever there is.
            if text.locale == "en" || !names.contains_key(&text.plan) {
                names.insert(text.plan, text.name);
            }
        }
        let rows = price::Entity::find().all(&self.database).await?;
        let seats = offer::Entity::find().filter(offer::Column::Kind.eq("seats")).all(&self.database).await?;
        for plan in plan::Entity::find().all(&self.database).await? {
            let prices: Vec<&price::Model> = rows.iter().filter(|price| price.plan == plan.key).collect();
            let seats: Vec<&offer::Model> =
                seats.iter().filter(|offer| offer.plan.as_ref() == Some(&plan.key)).collect();
            if prices.is_empty() && seats.is_empty() {
                continue;
            }
            let name = names.get(&plan.key).unwrap_or(&plan.key);
            let product = if let Some(product) = plan.stripe_product {
                stripe.rename_product(&product, name).await?;
                product
            } else {
                let key = plan
                    .key
                    .parse()
                    .map_err(|_| crate::plans::unreadable("plan", "key", plan.key.clone()))?;
                let product = stripe.create_product(&key, name).await?;
                plan::Entity::update_many()
                    .col_expr(plan::Column::StripeProduct, Expr::value(product.as_str()))
                    .filter(plan::Column::Key.eq(plan.key.as_str()))
                    .exec(&self.database)
                    .await?;
                product
            };
            for row in prices {
                self.push_price(stripe, &product, row).await?;
            }
            for row in seats {
                self.push_seats(stripe, &product, row).await?;
            }
        }
        let transaction = transaction::begin(&self.database).await?;
        tasks::done(&transaction, self.now(), claimed).await?;
        transaction.commit().await?;
        Ok(())
    }

    async fn push_seats(
        &self,
        stripe: &Stripe,
        product: &str,
        row: &offer::Model,
    ) -> Result<(), BillingError> {
        if let Some(known) = &row.stripe_price {
            return Ok(stripe.offer_price(known, row.offered).await?);
        }
        let offer = Offer::try_from(row.clone())?;
        let Sells::Seats { every, .. } = offer.sells else { return Ok(()) };
        if !offer.offered {
            return Ok(());
        }
        let made = stripe.create_seat_price(product, &offer, every).await?;
        offer::Entity::update_many()
            .col_expr(offer::Column::StripePrice, Expr::value(made))
            .filter(offer::Column::Id.eq(row.id))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    async fn push_price(
        &self,
        stripe: &Stripe,
        product: &str,
        row: &price::Model,
    ) -> Result<(), BillingError> {
        if let Some(known) = &row.stripe_price {
            return Ok(stripe.offer_price(known, row.offered).await?);
        }
        if !row.offered {
            return Ok(());
        }
        let price = Price::try_from(row.clone())?;
        let made = stripe.create_price(product, &price).await?;
        price::Entity::update_many()
            .col_expr(price::Column::StripePrice, Expr::value(made))
            .filter(price::Column::Id.eq(row.id))
            .exec(&self.database)
            .await?;
        Ok(())
    }
}
