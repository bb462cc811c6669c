//! Outgoing mail: a queue in the database, and the courier that empties it.
//!
//! A mail is queued in the transaction that causes it ([`Mailroom::enqueue`]), so it goes out if and
//! only if that transaction commits. A [`Courier`] takes what is due under a lease, hands it to its
//! [`Transport`], and writes down what came of it. A mail is delivered at least once: if the power
//! fails between the server's "accepted" and our note of it, it goes out again, under the same
//! `Message-ID`.
//!
//! Texts come rendered; this crate knows no templates and no languages.

mod backoff;
mod courier;
mod entity;
mod error;
mod letter;
mod mailroom;
mod message;
mod outgoing;
mod transport;

pub use courier::{Courier, Delivered};
pub use error::MailError;
pub use letter::{Letter, LetterState};
pub use mailroom::Mailroom;
pub use outgoing::Outgoing;
pub use transport::captured::{Captured, Mailbox};
pub use transport::{Transport, Unusable};
