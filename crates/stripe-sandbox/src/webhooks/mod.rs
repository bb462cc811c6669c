//! Events on their way out: signed, sent, retried, and spoiled when a test wants it.

mod deliver;
mod outbox;
mod sign;
mod switches;

pub(crate) use deliver::post;
pub(crate) use outbox::{Delivery, Outbox};
pub use outbox::{DeliveryReport, Outcome};
pub(crate) use sign::header;
pub use switches::{Drop, Signature, Switches};
