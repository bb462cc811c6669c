//! The tables of this crate; see `migrations/src/m20261123_000003_billing.sql` and
//! `m20261123_000005_stripe.sql`, and later ones, for what they mean.

pub(crate) mod access_grant;
pub(crate) mod billing_task;
pub(crate) mod checkout;
pub(crate) mod declaration;
pub(crate) mod entitlement;
pub(crate) mod invoice;
pub(crate) mod notice;
pub(crate) mod payment_detail;
pub(crate) mod plan;
pub(crate) mod plan_includes;
pub(crate) mod plan_text;
pub(crate) mod price;
pub(crate) mod purchase;
pub(crate) mod purchase_history;
pub(crate) mod stripe_customer;
pub(crate) mod stripe_event;
