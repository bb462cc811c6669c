//! Plans, the grants that give them to members, and what a member so holds.
//!
//! [`Billing`] is the one door. What somebody may read is decided elsewhere, by
//! [`kernel::access::decide`]; this crate supplies the [`kernel::access::Holding`]s it needs, past
//! and future ones too, so that the decision at any moment is a pure function of them.

mod billing;
mod database;
mod entity;
mod error;
mod export;
mod grants;
mod plan_file;
mod plans;

pub use billing::Billing;
pub use error::BillingError;
pub use export::BillingExport;
pub use grants::{Ended, Grant, GrantId};
pub use plan_file::PlanFileError;
pub use plans::{Plan, PlanText, Saved};
