//! Stripe: the client, what is fetched from it, what is asked of it, and what its messages are.
//!
//! Nothing outside this module knows async-stripe. Its types end here: [`fetch`] turns them into
//! [`crate::facts`].

mod catalog;
mod checkout;
mod client;
mod coupon;
pub(crate) mod envelope;
pub(crate) mod fetch;
mod hold;
mod manage;
mod money;
mod preview;
pub(crate) mod signature;

pub(crate) use checkout::{NewCheckout, Payer};
pub use client::{NotUsable, Stripe, StripeFailure, StripeSettings};
pub use coupon::{Lasts, Offer};
pub(crate) use money::{from_stripe, to_stripe};
