//! What readers are told by mail about what they pay for.
//!
//! A notice is written in the transaction that makes its fact true, under a key that names the fact:
//! it is told if and only if the fact stands, and once. What may come of its own in time (a renewal, a
//! trial's end, a card's) is written by [`schedule`] ahead of it. [`queue`] hands the notices to whoever
//! renders and mails them; this crate knows no templates and no languages.

mod changes;
pub(crate) mod queue;
mod schedule;

use jiff::Timestamp;
use kernel::{Money, PlanKey};
use serde::{Deserialize, Serialize};

use crate::declaration::Declaration;
use crate::prices::PriceId;

pub(crate) use changes::{Change, news};
pub use queue::{Due, NoticeId, Recipient, Telling};

/// What a reader is told, with all that the mail says of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Notice {
    /// They have subscribed, or bought a pass.
    Welcome {
        /// What.
        bought: Bought,
        /// Until when it costs nothing.
        trial_ends_at: Option<Timestamp>,
        /// When it is charged next; `None` for a pass.
        renews_at: Option<Timestamp>,
        /// When it ends, if that is decided: a pass.
        ends_at: Option<Timestamp>,
    },
    /// A payment failed, and will be tried again.
    PaymentFailed {
        /// For what.
        bought: Bought,
        /// What is owed.
        amount: Option<Money>,
        /// Where it can be paid.
        pay_url: Option<String>,
        /// Until when they read on.
        reads_until: Timestamp,
    },
    /// The card will expire before it is charged again.
    CardExpiring {
        /// What it pays for.
        bought: Bought,
        /// Such as `Visa`.
        brand: String,
        /// Its last four digits.
        last4: String,
        /// First moment at which it can't be charged any more.
        expires_at: Timestamp,
    },
    /// A trial ends, and then it costs.
    TrialEnding {
        /// Of what.
        bought: Bought,
        /// When.
        at: Timestamp,
        /// What will be charged.
        amount: Option<Money>,
    },
    /// It was cancelled, and ends.
    Cancelled {
        /// What.
        bought: Bought,
        /// When it ends or ended.
        ends_at: Timestamp,
        /// Whether it has ended already.
        over: bool,
    },
    /// It ended because payments failed.
    Lapsed {
        /// What.
        bought: Bought,
    },
    /// Money was given back.
    Refunded {
        /// For what.
        bought: Bought,
        /// How much.
        amount: Money,
    },
    /// A long period is over soon, and the next will be charged.
    Renewal {
        /// Of what.
        bought: Bought,
        /// When.
        at: Timestamp,
        /// What will be charged.
        amount: Option<Money>,
    },
    /// They paused it.
    Paused {
        /// What.
        bought: Bought,
        /// When it goes on.
        resumes_at: Option<Timestamp>,
        /// Until when they read on.
        reads_until: Timestamp,
    },
    /// The pause is over.
    Resumed {
        /// What goes on.
        bought: Bought,
        /// When it is charged next.
        renews_at: Timestamp,
    },
    /// It had been cancelled, and goes on after all.
    Kept {
        /// What.
        bought: Bought,
        /// When it is charged next.
        renews_at: Timestamp,
    },
    /// They moved to another price.
    Changed {
        /// What they have now.
        bought: Bought,
        /// When it is charged next.
        renews_at: Timestamp,
    },
    /// A declaration has been received: the receipt.
    Declared {
        /// What was declared.
        declaration: Declaration,
        /// When it was received.
        at: Timestamp,
        /// Where its author proves that the address is theirs.
        proof_url: String,
    },
    /// The time for a withdrawal that was declared is over.
    TooLate {
        /// What was declared.
        declaration: Declaration,
        /// When it was received.
        at: Timestamp,
    },
    /// No contract was found that a declaration could end.
    Unmatched {
        /// What was declared.
        declaration: Declaration,
        /// When it was received.
        at: Timestamp,
    },
}

/// What was bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bought {
    /// Stripe's id of it, which is also the number of the contract.
    pub purchase: String,
    /// The plan, if it is one of ours.
    pub plan: Option<PlanKey>,
    /// Its price, if it is one of ours.
    pub price: Option<PriceId>,
}

impl Notice {
    /// The word that stands for it, as in the keys of interface texts.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Welcome { .. } => "welcome",
            Self::PaymentFailed { .. } => "payment-failed",
            Self::CardExpiring { .. } => "card-expiring",
            Self::TrialEnding { .. } => "trial-ending",
            Self::Cancelled { .. } => "cancelled",
            Self::Lapsed { .. } => "lapsed",
            Self::Refunded { .. } => "refunded",
            Self::Renewal { .. } => "renewal",
            Self::Paused { .. } => "paused",
            Self::Resumed { .. } => "resumed",
            Self::Kept { .. } => "kept",
            Self::Changed { .. } => "changed",
            Self::Declared { .. } => "declared",
            Self::TooLate { .. } => "too-late",
            Self::Unmatched { .. } => "unmatched",
        }
    }
}
