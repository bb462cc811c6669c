//! Stripe: the client, what is fetched from it, what is asked of it, and what its messages are.
//!
//! Nothing outside this module knows async-stripe. Its types end here: [`fetch`] turns them into
//! [`crate::facts`].

mod catalog;
mod checkout;
mod client;
mod coupons;
pub(crate) mod envelope;
pub(crate) mod fetch;
mod hold;
mod manage;
mod money;
mod offers;
mod preview;
mod promotion;
mod seats;
pub(crate) mod signature;
mod wire;

/// The version of Stripe's API that this release speaks.
#[must_use]
pub fn api_version() -> String {
    stripe_shared::version::VERSION.as_str().to_owned()
}

pub(crate) use checkout::{NewCheckout, Payer};
pub use client::{NotUsable, Patience, Stripe, StripeFailure, StripeSettings};
pub(crate) use money::{from_stripe, to_stripe};
pub(crate) use offers::{Goods, NewSale};
pub use promotion::Promotion;
