//! What Stripe has said of a purchase: plain facts, and nothing decided yet.

use jiff::Timestamp;
use kernel::{ArticleId, Currency, PlanKey};
use serde::{Deserialize, Serialize};

use crate::ids::GiftId;

/// A subscription, or a pass that was bought once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The plan that was bought; `None` for a story, for a gift, and for a price that is none of ours.
    pub plan: Option<PlanKey>,
    /// What kind of thing was bought.
    #[serde(default, skip_serializing_if = "Bought::is_plan")]
    pub bought: Bought,
    /// How far it has got.
    pub status: Status,
    /// When it began.
    pub started_at: Timestamp,
    /// The time that is being paid for; a pass has only this one.
    pub period: Period,
    /// Until when it costs nothing, if it began with a trial.
    pub trial_ends_at: Option<Timestamp>,
    /// When it ends, if that is decided.
    pub cancel_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Since when an invoice waits to be paid.
    pub unpaid_since: Option<Timestamp>,
    /// Whether nothing is collected for now: a subscriber's pause.
    pub collection_paused: bool,
    /// When collecting goes on, if that is decided.
    pub resumes_at: Option<Timestamp>,
    /// What was paid for it, oldest first.
    pub payments: Vec<Payment>,
}

/// What kind of thing was bought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bought {
    /// A plan for oneself.
    #[default]
    Plan,
    /// One story, in all its languages, for good.
    Story(ArticleId),
    /// A plan for somebody else, who isn't known yet.
    Gift(GiftId),
    /// A plan for so many people.
    Seats(u32),
}

impl Bought {
    /// Whether it is a plan for oneself.
    #[must_use]
    pub fn is_plan(&self) -> bool {
        *self == Self::Plan
    }
}

/// How far a purchase has got: the states of Stripe's subscriptions (docs.stripe.com,
/// “subscriptions/overview”, Subscription statuses), and one for what isn't renewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The first payment hasn't succeeded yet.
    Incomplete,
    /// The first payment didn't succeed within a day.
    IncompleteExpired,
    /// It costs nothing yet.
    Trialing,
    /// All is well.
    Active,
    /// The last payment failed; Stripe tries again.
    PastDue,
    /// It is over.
    Canceled,
    /// Payments failed for good, and nobody cancelled.
    Unpaid,
    /// A trial ended without a way to pay.
    Paused,
    /// Paid once, for the period.
    Once,
}

/// A stretch of time, its end not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// First moment.
    pub from: Timestamp,
    /// First moment after.
    pub until: Timestamp,
}

/// A payment that succeeded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// Stripe's id of the charge.
    pub charge: String,
    /// When it was paid.
    pub paid_at: Timestamp,
    /// What it pays for.
    pub covers: Period,
    /// How much, in the currency's minor unit.
    pub amount: i64,
    /// The currency.
    pub currency: Currency,
    /// How much of it was given back.
    pub refunded: i64,
    /// When the last of it was given back.
    pub refunded_at: Option<Timestamp>,
    /// The payer's bank takes it back, or tries.
    pub dispute: Option<Dispute>,
    /// Whether it settles the difference after a change of plan, within a period that another
    /// payment pays for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub difference: bool,
}

/// A payer who told their bank that a payment was none of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dispute {
    /// When.
    pub at: Timestamp,
    /// How it stands.
    pub standing: DisputeStanding,
}

/// How a dispute stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DisputeStanding {
    /// Not decided. Inquiries (Stripe's `warning_…`) are no disputes.
    Open,
    /// The publisher keeps the money.
    Won,
    /// The payer has it back.
    Lost,
}

impl Facts {
    /// Whether it is something the publication sells.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        self.plan.is_some() || matches!(self.bought, Bought::Story(_) | Bought::Gift(_))
    }
}

impl Payment {
    /// Whether all of it was given back.
    #[must_use]
    pub fn is_refunded(&self) -> bool {
        self.amount > 0 && self.refunded >= self.amount
    }
}

impl Status {
    /// Stripe's word for it; `once` for what isn't renewed.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Incomplete => "incomplete",
            Self::IncompleteExpired => "incomplete_expired",
            Self::Trialing => "trialing",
            Self::Active => "active",
            Self::PastDue => "past_due",
            Self::Canceled => "canceled",
            Self::Unpaid => "unpaid",
            Self::Paused => "paused",
            Self::Once => "once",
        }
    }

    /// Whether a subscription in this state still costs, or will cost, money.
    #[must_use]
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Trialing | Self::Active | Self::PastDue | Self::Unpaid | Self::Paused)
    }
}
