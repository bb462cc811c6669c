//! Plans as products, prices as prices.

use kernel::PlanKey;
use stripe_product::PriceTaxBehavior;
use stripe_product::price::{CreatePrice, CreatePriceRecurring, CreatePriceRecurringInterval, UpdatePrice};
use stripe_product::product::{CreateProduct, UpdateProduct};
use stripe_types::Currency;

use super::{Stripe, StripeFailure, to_stripe};
use crate::prices::{Every, Price, Tax};

impl Stripe {
    /// Makes the product of a plan; gives its id.
    pub(crate) async fn create_product(&self, plan: &PlanKey, name: &str) -> Result<String, StripeFailure> {
        let request = CreateProduct::new(name).metadata([("gazette_plan".to_owned(), plan.to_string())]);
        let product = self.write(&request, &format!("gazette-product-{plan}")).await?;
        Ok(product.id.to_string())
    }

    /// Gives a product the name a plan has now. Harmless to repeat.
    pub(crate) async fn rename_product(&self, product: &str, name: &str) -> Result<(), StripeFailure> {
        self.change(&UpdateProduct::new(product).name(name)).await?;
        Ok(())
    }

    /// Makes a price of a product; gives its id.
    pub(crate) async fn create_price(&self, product: &str, price: &Price) -> Result<String, StripeFailure> {
        let code = price.amount.currency.code();
        let unsayable = || StripeFailure::Unreadable(format!("Stripe can't charge {}", price.amount));
        let units = to_stripe(price.amount).ok_or_else(unsayable)?;
        let currency = code.to_lowercase().parse::<Currency>().map_err(|_| unsayable())?;
        let mut request = CreatePrice::new(currency)
            .product(product)
            .unit_amount(units)
            .tax_behavior(match price.tax {
                Tax::Inclusive => PriceTaxBehavior::Inclusive,
                Tax::Exclusive => PriceTaxBehavior::Exclusive,
            })
            .metadata([("gazette_price".to_owned(), price.id.to_string())]);
        let interval = match price.every {
            Every::Month => Some(CreatePriceRecurringInterval::Month),
            Every::Year => Some(CreatePriceRecurringInterval::Year),
            Every::Pass { .. } => None,
        };
        if let Some(interval) = interval {
            request = request.recurring(CreatePriceRecurring::new(interval));
        }
        let made = self.write(&request, &format!("gazette-price-{}", price.id)).await?;
        Ok(made.id.to_string())
    }

    /// Lets nobody buy at a price any more, or again; those who pay it go on. Harmless to repeat.
    pub(crate) async fn offer_price(&self, price: &str, offered: bool) -> Result<(), StripeFailure> {
        self.change(&UpdatePrice::new(price).active(offered)).await?;
        Ok(())
    }
}
