//! The tables of this crate; see `migrations/src/m20261123_000003_billing.sql` for what they mean.

pub(crate) mod access_grant;
pub(crate) mod plan;
pub(crate) mod plan_text;
