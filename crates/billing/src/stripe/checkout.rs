//! Stripe's checkout page: making one, and taking it back.

use std::collections::HashMap;

use kernel::{Email, Locale, MemberId};
use stripe_checkout::checkout_session::{
    CreateCheckoutSession, CreateCheckoutSessionAutomaticTax, CreateCheckoutSessionCustomerCreation,
    CreateCheckoutSessionCustomerUpdate, CreateCheckoutSessionCustomerUpdateAddress,
    CreateCheckoutSessionDiscounts, CreateCheckoutSessionInvoiceCreation, CreateCheckoutSessionLineItems,
    CreateCheckoutSessionSubscriptionData, ExpireCheckoutSession,
};
use stripe_checkout::{CheckoutSessionLocale, CheckoutSessionMode};
use stripe_core::customer::CreateCustomer;
use uuid::Uuid;

use super::{Stripe, StripeFailure};
use crate::prices::{Every, Price};

/// Metadata of a checkout: our price. What a pass was sold as is read from here.
pub(super) const PRICE: &str = "gazette_price";
/// Metadata of a checkout: our own id of it.
const CHECKOUT: &str = "gazette_checkout";
/// Metadata of a customer: the member.
const MEMBER: &str = "gazette_member";

/// A checkout to be made.
pub(crate) struct NewCheckout<'a> {
    /// Our own id of it.
    pub(crate) id: Uuid,
    pub(crate) price: &'a Price,
    pub(crate) stripe_price: &'a str,
    pub(crate) payer: Payer<'a>,
    /// Stripe's id of a promotion code.
    pub(crate) promotion: Option<&'a str>,
    pub(crate) locale: &'a Locale,
    /// Where Stripe sends the payer afterwards, and if they turn back.
    pub(crate) success_url: String,
    pub(crate) cancel_url: &'a str,
    /// Days that cost nothing at first.
    pub(crate) trial_days: u32,
}

/// Who pays.
pub(crate) enum Payer<'a> {
    /// A customer Stripe knows.
    Customer(&'a str),
    /// Somebody who says who they are on Stripe's page.
    Stranger,
}

/// A checkout that was made.
pub(crate) struct Sold {
    pub(crate) session: String,
    pub(crate) url: String,
}

impl Stripe {
    /// Makes the customer of a member; gives its id. The same member gets the same customer, until
    /// that is deleted: `before` counts those they have had.
    pub(crate) async fn create_customer(
        &self,
        member: MemberId,
        email: &Email,
        locale: &Locale,
        before: usize,
    ) -> Result<String, StripeFailure> {
        let request = CreateCustomer::new()
            .email(email.as_str())
            .preferred_locales([locale.to_string()])
            .metadata([(MEMBER.to_owned(), member.to_string())]);
        // The address is in the key: Stripe refuses a key that comes back with other parameters.
        let address = kernel::hash::content_hash(format!("{email} {locale}").as_bytes());
        let key = format!("gazette-customer-{member}-{before}-{address}");
        Ok(self.write(&request, &key).await?.id.to_string())
    }

    /// Makes a checkout.
    pub(crate) async fn create_checkout(&self, new: &NewCheckout<'_>) -> Result<Sold, StripeFailure> {
        let metadata = HashMap::from([
            (PRICE.to_owned(), new.price.id.to_string()),
            (CHECKOUT.to_owned(), new.id.to_string()),
        ]);
        let item = CreateCheckoutSessionLineItems {
            price: Some(new.stripe_price.to_owned()),
            quantity: Some(1),
            ..CreateCheckoutSessionLineItems::new()
        };
        let mut request = CreateCheckoutSession::new()
            .client_reference_id(new.id.to_string())
            .line_items([item])
            .metadata(metadata.clone())
            .locale(page_language(new.locale))
            .success_url(new.success_url.as_str())
            .cancel_url(new.cancel_url);
        // Stripe takes a code that was brought along, or asks for one, not both.
        request = match new.promotion {
            Some(promotion) => request.discounts(vec![CreateCheckoutSessionDiscounts {
                promotion_code: Some(promotion.to_owned()),
                ..CreateCheckoutSessionDiscounts::new()
            }]),
            None => request.allow_promotion_codes(true),
        };
        if self.settings.automatic_tax {
            request = request.automatic_tax(CreateCheckoutSessionAutomaticTax::new(true));
        }
        request = match new.payer {
            Payer::Customer(customer) if self.settings.automatic_tax => {
                // Stripe Tax needs an address, which the payer types there.
                let update = CreateCheckoutSessionCustomerUpdate {
                    address: Some(CreateCheckoutSessionCustomerUpdateAddress::Auto),
                    ..CreateCheckoutSessionCustomerUpdate::new()
                };
                request.customer(customer).customer_update(update)
            }
            Payer::Customer(customer) => request.customer(customer),
            Payer::Stranger => request,
        };
        request = match new.price.every {
            Every::Month | Every::Year => {
                let trial = (new.trial_days > 0).then_some(new.trial_days);
                request.mode(CheckoutSessionMode::Subscription).subscription_data(
                    CreateCheckoutSessionSubscriptionData {
                        metadata: Some(metadata),
                        trial_period_days: trial,
                        ..CreateCheckoutSessionSubscriptionData::new()
                    },
                )
            }
            Every::Pass { .. } => {
                let request = request
                    .mode(CheckoutSessionMode::Payment)
                    .invoice_creation(CreateCheckoutSessionInvoiceCreation::new(true));
                match new.payer {
                    Payer::Customer(_) => request,
                    Payer::Stranger => {
                        request.customer_creation(CreateCheckoutSessionCustomerCreation::Always)
                    }
                }
            }
        };
        let session = self.write(&request, &format!("gazette-checkout-{}", new.id)).await?;
        let url = session.url.ok_or_else(|| {
            StripeFailure::Unreadable("the checkout that was made has no address".to_owned())
        })?;
        Ok(Sold { session: session.id.to_string(), url })
    }

    /// Takes a checkout back, so that nobody pays there any more. Fails if it was paid meanwhile.
    pub(crate) async fn expire_checkout(&self, session: &str) -> Result<(), StripeFailure> {
        self.change(&ExpireCheckoutSession::new(session)).await?;
        Ok(())
    }
}

/// The language of Stripe's page: the reader's where it has it, else the browser's.
pub(super) fn page_language(locale: &Locale) -> CheckoutSessionLocale {
    let known = |tag: &str| match tag.parse() {
        Ok(CheckoutSessionLocale::Unknown(_)) | Err(_) => None,
        Ok(language) => Some(language),
    };
    known(locale.as_str()).or_else(|| known(locale.language())).unwrap_or(CheckoutSessionLocale::Auto)
}
