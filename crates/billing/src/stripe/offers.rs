//! Selling what isn't a plan for oneself: a story, a gift, seats.

use std::collections::HashMap;

use kernel::{ArticleId, Locale, Money, PlanKey};
use stripe_checkout::CheckoutSessionMode;
use stripe_checkout::checkout_session::{
    CreateCheckoutSession, CreateCheckoutSessionAutomaticTax, CreateCheckoutSessionCustomerCreation,
    CreateCheckoutSessionCustomerUpdate, CreateCheckoutSessionCustomerUpdateAddress,
    CreateCheckoutSessionInvoiceCreation, CreateCheckoutSessionLineItems,
    CreateCheckoutSessionLineItemsPriceData, CreateCheckoutSessionLineItemsPriceDataTaxBehavior,
    CreateCheckoutSessionSubscriptionData, ProductData,
};
use stripe_product::PriceTaxBehavior;
use stripe_product::price::{CreatePrice, CreatePriceRecurring, CreatePriceRecurringInterval};
use stripe_types::Currency;
use uuid::Uuid;

use super::checkout::{Payer, Sold, page_language};
use super::{Stripe, StripeFailure, to_stripe};
use crate::ids::GiftId;
use crate::offers::{Offer, Sells};
use crate::prices::{Every, Tax};

/// Metadata of a checkout: the story it sells. What was sold is read from here.
pub(super) const STORY: &str = "gazette_story";
/// Metadata of a checkout: the gift it pays.
pub(super) const GIFT: &str = "gazette_gift";
/// Metadata of all: our offer, for those who look after the money.
const OFFER: &str = "gazette_offer";

/// A checkout of an offer, to be made.
pub(crate) struct NewSale<'a> {
    /// Our own id of it.
    pub(crate) id: Uuid,
    pub(crate) offer: &'a Offer,
    pub(crate) goods: Goods<'a>,
    pub(crate) payer: Payer<'a>,
    pub(crate) locale: &'a Locale,
    pub(crate) success_url: &'a str,
    pub(crate) cancel_url: &'a str,
}

/// What is sold.
pub(crate) enum Goods<'a> {
    /// A story, by the name the payer sees.
    Story(ArticleId, &'a str),
    /// A gift, by the name the payer sees.
    Gift(GiftId, &'a str),
    /// So many seats at a price Stripe knows.
    Seats(&'a str, u32),
}

impl Stripe {
    /// Makes a checkout of an offer.
    pub(crate) async fn create_sale(&self, new: &NewSale<'_>) -> Result<Sold, StripeFailure> {
        let mut metadata = HashMap::from([(OFFER.to_owned(), new.offer.id.to_string())]);
        let mut request = CreateCheckoutSession::new()
            .client_reference_id(new.id.to_string())
            .locale(page_language(new.locale))
            .success_url(new.success_url)
            .cancel_url(new.cancel_url);
        if self.settings.automatic_tax {
            request = request.automatic_tax(CreateCheckoutSessionAutomaticTax::new(true));
        }
        if let Payer::Customer(customer) = new.payer {
            request = request.customer(customer);
            if self.settings.automatic_tax {
                // Stripe Tax needs an address, which the payer types there.
                request = request.customer_update(CreateCheckoutSessionCustomerUpdate {
                    address: Some(CreateCheckoutSessionCustomerUpdateAddress::Auto),
                    ..CreateCheckoutSessionCustomerUpdate::new()
                });
            }
        }
        request = match new.goods {
            Goods::Seats(price, seats) => {
                let item = CreateCheckoutSessionLineItems {
                    price: Some(price.to_owned()),
                    quantity: Some(u64::from(seats)),
                    ..CreateCheckoutSessionLineItems::new()
                };
                let data = CreateCheckoutSessionSubscriptionData {
                    metadata: Some(metadata.clone()),
                    ..CreateCheckoutSessionSubscriptionData::new()
                };
                request
                    .mode(CheckoutSessionMode::Subscription)
                    .line_items([item])
                    .subscription_data(data)
                    .allow_promotion_codes(true)
            }
            Goods::Story(_, name) | Goods::Gift(_, name) => {
                let item = CreateCheckoutSessionLineItems {
                    price_data: Some(price_data(new.offer, name)?),
                    quantity: Some(1),
                    ..CreateCheckoutSessionLineItems::new()
                };
                request = request
                    .mode(CheckoutSessionMode::Payment)
                    .line_items([item])
                    .invoice_creation(CreateCheckoutSessionInvoiceCreation::new(true));
                match new.payer {
                    Payer::Customer(_) => request,
                    Payer::Stranger => {
                        request.customer_creation(CreateCheckoutSessionCustomerCreation::Always)
                    }
                }
            }
        };
        match new.goods {
            Goods::Story(article, _) => _ = metadata.insert(STORY.to_owned(), article.to_string()),
            Goods::Gift(gift, _) => _ = metadata.insert(GIFT.to_owned(), gift.to_string()),
            Goods::Seats(..) => {}
        }
        let request = request.metadata(metadata);
        let session = self.write(&request, &format!("gazette-sale-{}", new.id)).await?;
        let url = session.url.ok_or_else(|| {
            StripeFailure::Unreadable("the checkout that was made has no address".to_owned())
        })?;
        Ok(Sold { session: session.id.to_string(), url })
    }

    /// Makes the price of a seat, of a plan's product; gives its id.
    pub(crate) async fn create_seat_price(
        &self,
        product: &str,
        offer: &Offer,
        every: Every,
    ) -> Result<String, StripeFailure> {
        let (units, currency) = chargeable(offer.amount)?;
        let interval = match every {
            Every::Year => CreatePriceRecurringInterval::Year,
            Every::Month | Every::Pass { .. } => CreatePriceRecurringInterval::Month,
        };
        let request = CreatePrice::new(currency)
            .product(product)
            .unit_amount(units)
            .recurring(CreatePriceRecurring::new(interval))
            .tax_behavior(match offer.tax {
                Tax::Inclusive => PriceTaxBehavior::Inclusive,
                Tax::Exclusive => PriceTaxBehavior::Exclusive,
            })
            .metadata([(OFFER.to_owned(), offer.id.to_string())]);
        Ok(self.write(&request, &format!("gazette-seats-{}", offer.id)).await?.id.to_string())
    }
}

fn price_data(offer: &Offer, name: &str) -> Result<CreateCheckoutSessionLineItemsPriceData, StripeFailure> {
    let (units, currency) = chargeable(offer.amount)?;
    let mut data = CreateCheckoutSessionLineItemsPriceData::new(currency);
    data.unit_amount = Some(units);
    data.tax_behavior = Some(match offer.tax {
        Tax::Inclusive => CreateCheckoutSessionLineItemsPriceDataTaxBehavior::Inclusive,
        Tax::Exclusive => CreateCheckoutSessionLineItemsPriceDataTaxBehavior::Exclusive,
    });
    data.product_data = Some(ProductData::new(name));
    Ok(data)
}

fn chargeable(amount: Money) -> Result<(i64, Currency), StripeFailure> {
    let unsayable = || StripeFailure::Unreadable(format!("Stripe can't charge {amount}"));
    let units = to_stripe(amount).ok_or_else(unsayable)?;
    let currency = amount.currency.code().to_lowercase().parse().map_err(|_| unsayable())?;
    Ok((units, currency))
}

impl Sells {
    /// The plan, unless it is a story.
    pub(crate) fn plan(&self) -> Option<&PlanKey> {
        match self {
            Self::Story(_) => None,
            Self::Gift { plan, .. } | Self::Seats { plan, .. } => Some(plan),
        }
    }
}
