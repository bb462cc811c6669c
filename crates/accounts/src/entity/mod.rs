//! The tables of this crate; see `migrations/src/m20261123_000002_accounts.sql` for what they mean.

pub(crate) mod audit;
pub(crate) mod holding;
pub(crate) mod member;
pub(crate) mod member_import;
pub(crate) mod session;
pub(crate) mod sign_in;
pub(crate) mod staff;
