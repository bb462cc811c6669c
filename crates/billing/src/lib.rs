//! Plans and what they cost, what members have bought or were given, and what they so hold.
//!
//! [`Billing`] is the one door. Money moves at Stripe; here it is written down how things stand
//! there, and what follows from it:
//!
//! 1. Stripe's messages come to [`Billing::receive`], which stores each once, with a task.
//! 2. [`Billing::work`] does the tasks: it fetches how the customer stands *now* and writes that
//!    down, so that late, doubled and lost messages change nothing.
//! 3. The pure rule in [`rule`] turns those facts into entitlements, in the same transaction.
//!
//! What somebody may read is decided elsewhere, by [`kernel::access::decide`]; this crate supplies
//! the view `holding` that it needs, past and future entitlements too, so that the decision at any
//! moment is a pure function of them.

mod backlog;
mod billing;
mod catalog;
mod checkout;
mod database;
mod desk;
mod duplicates;
mod entity;
mod error;
mod explain;
mod export;
pub mod facts;
mod grants;
mod inbox;
mod plan_file;
mod plans;
mod prices;
mod purchases;
mod reconcile;
mod refresh;
pub mod rule;
mod stripe;
mod tasks;
mod worker;

pub use backlog::Backlog;
pub use billing::Billing;
pub use checkout::{Buyer, CheckoutId, Next, Order, Progress, Step};
pub use desk::Sale;
pub use error::BillingError;
pub use explain::{Because, Claim, Source};
pub use export::BillingExport;
pub use grants::{Ended, Grant, GrantId};
pub use inbox::{Event, NotReceived, Received};
pub use plan_file::{PlanFileError, check_plans};
pub use plans::{Plan, PlanText, Saved};
pub use prices::{Every, Price, PriceId, Tax};
pub use purchases::{Invoice, Purchase};
pub use reconcile::Reconciled;
pub use rule::Policy;
pub use stripe::signature::NotSigned;
pub use stripe::{NotUsable, Stripe, StripeFailure, StripeSettings};
pub use tasks::GivenUp;
