//! The tables of this crate; see `migrations/src/m20261123_000003_billing.sql`,
//! `m20261123_000005_stripe.sql` and `m20261125_000501_offers.sql` for what they mean.
//! `m20261123_000005_stripe.sql` and `m20261125_000201_billing_truth.sql` for what they mean.
//! `m20261123_000005_stripe.sql`, `m20261125_000201_billing_truth.sql` and
//! `m20261125_000301_courtesy.sql` for what they mean.
//! The tables of this crate; see `migrations/src/m20261123_000003_billing.sql` and
//! `m20261123_000005_stripe.sql`, and later ones, for what they mean.

pub(crate) mod access_grant;
pub(crate) mod billing_task;
pub(crate) mod checkout;
pub(crate) mod code_attempt;
pub(crate) mod courtesy;
pub(crate) mod courtesy_month;
pub(crate) mod declaration;
pub(crate) mod entitlement;
pub(crate) mod failed_payment;
pub(crate) mod gift;
pub(crate) mod gift_link;
pub(crate) mod grant_revocation;
pub(crate) mod holding;
pub(crate) mod institution;
pub(crate) mod institution_network;
pub(crate) mod invoice;
pub(crate) mod meter_read;
pub(crate) mod notice;
pub(crate) mod offer;
pub(crate) mod offer_checkout;
pub(crate) mod payment_detail;
pub(crate) mod plan;
pub(crate) mod plan_includes;
pub(crate) mod plan_includes_history;
pub(crate) mod plan_text;
pub(crate) mod price;
pub(crate) mod proved_address;
pub(crate) mod purchase;
pub(crate) mod purchase_history;
pub(crate) mod seat;
pub(crate) mod seat_group;
pub(crate) mod seat_span;
pub(crate) mod story_entitlement;
pub(crate) mod story_pricing;
pub(crate) mod stripe_customer;
pub(crate) mod stripe_event;
