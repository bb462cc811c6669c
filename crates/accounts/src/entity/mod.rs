//! The tables of this crate; see `migrations/src/m20261123_000002_accounts.sql` and `m20261126_000102_staff_door.sql` for what they mean.

pub(crate) mod audit;
pub(crate) mod failed_proof;
pub(crate) mod holding;
pub(crate) mod invitation;
pub(crate) mod member;
pub(crate) mod member_import;
pub(crate) mod passkey;
pub(crate) mod recovery_code;
pub(crate) mod session;
pub(crate) mod sign_in;
pub(crate) mod staff;
pub(crate) mod staff_proof;
pub(crate) mod staff_step;
