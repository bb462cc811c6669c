//! The rule from money to access: what a purchase lets its holder read, and why.
//!
//! A pure function of [`Facts`] and [`Policy`]; the clock isn't asked. The states of a
//! subscription, one by one (docs/billing.md says the same to people):
//!
//! | state | access |
//! |---|---|
//! | `trialing` | until the trial ends |
//! | `active` | until it ends, if that is decided; else until the period's end and [`UNHEARD`] after |
//! | `active`, collection paused | until the end of what was paid |
//! | `past_due` | for the grace, counted from the invoice that waits |
//! | `canceled` | until it ended, which Stripe says only afterwards |
//! | `unpaid`, `paused`, `incomplete`, `incomplete_expired` | none |
//! | a pass | for its days |
//!
//! From all of these is taken away: what a fully refunded payment covers, from the refund on; and
//! everything from a dispute on, unless it is won. A partial refund changes nothing.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::facts::{DisputeStanding, Facts, Period, Status};

/// How long after the end of a period an active subscription counts on: a renewal happens at that
/// moment, and Stripe takes a while to tell us. Reconciliation runs several times within it.
pub const UNHEARD: SignedDuration = SignedDuration::from_hours(24);

/// What the publisher decides about the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// How long a subscriber whose payment failed reads on.
    pub past_due_grace: SignedDuration,
}

impl Default for Policy {
    fn default() -> Self {
        Self { past_due_grace: SignedDuration::from_hours(7 * 24) }
    }
}

/// Why a purchase lets its holder read, or doesn't.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It hadn't begun.
    NotBegun,
    /// It is paid.
    Paid,
    /// It is on trial.
    Trial,
    /// A payment failed, and the grace runs.
    Grace,
    /// It has been cancelled, and its time runs out.
    Ending,
    /// A payment failed, and the grace is over.
    GraceOver,
    /// Its time is over.
    Over,
    /// The first payment never succeeded.
    NeverPaid,
    /// Payments failed for good.
    Unpaid,
    /// The subscriber paused it, or a trial ended without a way to pay.
    Paused,
    /// The money was given back.
    Refunded,
    /// The payer's bank took the money back, or tries.
    Disputed,
    /// What was bought is none of the publication's plans.
    NoPlan,
}

impl Why {
    /// For those who look after the money.
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::NotBegun => "it hadn't begun",
            Self::Paid => "it was paid",
            Self::Trial => "its trial ran",
            Self::Grace => "a payment had failed, and the grace ran",
            Self::Ending => "it had been cancelled, and its time ran out later",
            Self::GraceOver => "a payment had failed, and the grace was over",
            Self::Over => "its time was over",
            Self::NeverPaid => "the first payment had not succeeded",
            Self::Unpaid => "payments had failed for good",
            Self::Paused => "it was paused",
            Self::Refunded => "the money had been given back",
            Self::Disputed => "the payment was disputed with the bank",
            Self::NoPlan => "what was bought is none of the publication's plans",
        }
    }

    /// The word that stands for it, as in the keys of interface texts.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotBegun => "not-begun",
            Self::Paid => "paid",
            Self::Trial => "trial",
            Self::Grace => "grace",
            Self::Ending => "ending",
            Self::GraceOver => "grace-over",
            Self::Over => "over",
            Self::NeverPaid => "never-paid",
            Self::Unpaid => "unpaid",
            Self::Paused => "paused",
            Self::Refunded => "refunded",
            Self::Disputed => "disputed",
            Self::NoPlan => "no-plan",
        }
    }
}

/// A stretch of access.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First moment.
    pub from: Timestamp,
    /// First moment after.
    pub until: Timestamp,
}

/// When the purchase lets its holder read: stretches in order, apart from each other.
#[must_use]
pub fn access(facts: &Facts, policy: &Policy) -> Vec<Span> {
    if facts.plan.is_none() {
        return Vec::new();
    }
    let mut spans = vec![Span { from: facts.started_at, until: end(facts, policy).0 }];
    for gap in withheld(facts) {
        spans = spans.into_iter().flat_map(|span| without(span, gap.0)).collect();
    }
    spans.retain(|span| span.from < span.until);
    spans
}

/// Whether the purchase lets its holder read at a moment, as far as these facts know, and why.
#[must_use]
pub fn explain(facts: &Facts, policy: &Policy, at: Timestamp) -> (bool, Why) {
    if facts.plan.is_none() {
        return (false, Why::NoPlan);
    }
    if at < facts.started_at {
        return (false, Why::NotBegun);
    }
    let (until, over) = end(facts, policy);
    if at >= until {
        return (false, over);
    }
    if let Some((_, why)) = withheld(facts).find(|(gap, _)| gap.from <= at && at < gap.until) {
        return (false, why);
    }
    let why = match facts.status {
        Status::PastDue => Why::Grace,
        _ if facts.cancel_at.is_some() => Why::Ending,
        Status::Trialing => Why::Trial,
        _ => Why::Paid,
    };
    (true, why)
}

/// When access ends by the state of the purchase, and what is the matter afterwards.
fn end(facts: &Facts, policy: &Policy) -> (Timestamp, Why) {
    let never = facts.started_at;
    let decided = facts.cancel_at.unwrap_or(Timestamp::MAX);
    match facts.status {
        Status::Incomplete | Status::IncompleteExpired => (never, Why::NeverPaid),
        Status::Unpaid => (never, Why::Unpaid),
        Status::Paused => (never, Why::Paused),
        Status::Once => (facts.period.until, Why::Over),
        Status::Canceled => (facts.ended_at.unwrap_or(never), Why::Over),
        Status::Trialing => {
            (later(facts.trial_ends_at.unwrap_or(facts.period.until), UNHEARD).min(decided), Why::Over)
        }
        Status::Active if facts.collection_paused => (paid_until(facts).min(decided), Why::Paused),
        Status::Active => (later(facts.period.until, UNHEARD).min(decided), Why::Over),
        Status::PastDue => {
            let since = facts.unpaid_since.unwrap_or(facts.period.from);
            (later(since, policy.past_due_grace).min(decided), Why::GraceOver)
        }
    }
}

/// The end of what was paid, or of the trial.
pub(crate) fn paid_until(facts: &Facts) -> Timestamp {
    let paid = facts.payments.iter().map(|payment| payment.covers.until);
    paid.chain(facts.trial_ends_at).max().unwrap_or(facts.started_at)
}

/// What payments that went back take away.
fn withheld(facts: &Facts) -> impl Iterator<Item = (Period, Why)> {
    facts.payments.iter().flat_map(|payment| {
        let refunded = payment.refunded_at.filter(|_| payment.is_refunded()).map(|at| {
            let from = at.max(payment.covers.from);
            (Period { from, until: payment.covers.until }, Why::Refunded)
        });
        let disputed = payment
            .dispute
            .filter(|dispute| dispute.standing != DisputeStanding::Won)
            .map(|dispute| (Period { from: dispute.at, until: Timestamp::MAX }, Why::Disputed));
        // What was refunded after its time takes nothing away.
        refunded.into_iter().chain(disputed).filter(|(gap, _)| gap.from < gap.until)
    })
}

/// A span with a gap cut out.
fn without(span: Span, gap: Period) -> [Span; 2] {
    [
        Span { from: span.from, until: span.until.min(gap.from) },
        Span { from: span.from.max(gap.until), until: span.until },
    ]
}

fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_add(by).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::facts::{Dispute, Payment};

    const DAY: i64 = 86_400;

    fn day(day: i64) -> Timestamp {
        Timestamp::from_second(day * DAY).expect("in range")
    }

    /// A monthly subscription since day 0, paid up to day 30.
    fn facts(status: Status) -> Facts {
        let period = Period { from: day(0), until: day(30) };
        Facts {
            plan: Some("standard".parse().expect("a plan")),
            status,
            started_at: day(0),
            period,
            trial_ends_at: None,
            cancel_at: None,
            ended_at: None,
            unpaid_since: None,
            collection_paused: false,
            resumes_at: None,
            payments: vec![Payment {
                charge: "ch_1".to_owned(),
                paid_at: day(0),
                covers: period,
                amount: 490,
                currency: "EUR".parse().expect("a currency"),
                refunded: 0,
                refunded_at: None,
                dispute: None,
            }],
        }
    }

    fn refunded(mut facts: Facts, amount: i64, at: i64) -> Facts {
        facts.payments[0].refunded = amount;
        facts.payments[0].refunded_at = Some(day(at));
        facts
    }

    fn disputed(mut facts: Facts, standing: DisputeStanding, at: i64) -> Facts {
        facts.payments[0].dispute = Some(Dispute { at: day(at), standing });
        facts
    }

    /// Every state, on days before, in and after what it opens.
    #[test]
    fn the_table() {
        use Status::{
            Active, Canceled, Incomplete, IncompleteExpired, Once, PastDue, Paused, Trialing, Unpaid,
        };
        let past_due = Facts {
            unpaid_since: Some(day(30)),
            period: Period { from: day(30), until: day(60) },
            ..facts(PastDue)
        };
        let ending = Facts { cancel_at: Some(day(30)), ..facts(Active) };
        let trial = Facts { trial_ends_at: Some(day(14)), ..facts(Trialing) };
        let unknown = Facts { plan: None, ..facts(Active) };
        let paused = Facts {
            collection_paused: true,
            period: Period { from: day(30), until: day(60) },
            ..facts(Active)
        };
        let ended = Facts { ended_at: Some(day(10)), ..facts(Canceled) };
        let table: Vec<(&str, Facts, i64, (bool, Why))> = vec![
            ("before it began", facts(Active), -1, (false, Why::NotBegun)),
            ("active", facts(Active), 29, (true, Why::Paid)),
            ("active, renewal not heard of", facts(Active), 30, (true, Why::Paid)),
            ("active, nothing heard for long", facts(Active), 31, (false, Why::Over)),
            ("ending, in time", ending.clone(), 29, (true, Why::Ending)),
            ("ended on time", ending, 30, (false, Why::Over)),
            ("trial", trial.clone(), 13, (true, Why::Trial)),
            ("trial over", trial, 15, (false, Why::Over)),
            ("past due, in grace", past_due.clone(), 36, (true, Why::Grace)),
            ("past due, grace over", past_due, 37, (false, Why::GraceOver)),
            ("canceled, before", ended.clone(), 9, (true, Why::Paid)),
            ("canceled", ended, 10, (false, Why::Over)),
            ("unpaid", facts(Unpaid), 1, (false, Why::Unpaid)),
            ("paused by Stripe", facts(Paused), 1, (false, Why::Paused)),
            ("paused by the subscriber, paid", paused.clone(), 29, (true, Why::Paid)),
            ("paused by the subscriber", paused, 30, (false, Why::Paused)),
            ("incomplete", facts(Incomplete), 1, (false, Why::NeverPaid)),
            ("incomplete, expired", facts(IncompleteExpired), 1, (false, Why::NeverPaid)),
            ("pass", facts(Once), 29, (true, Why::Paid)),
            ("pass over", facts(Once), 30, (false, Why::Over)),
            ("no plan of ours", unknown, 1, (false, Why::NoPlan)),
            ("before the refund", refunded(facts(Active), 490, 5), 4, (true, Why::Paid)),
            ("refunded", refunded(facts(Active), 490, 5), 5, (false, Why::Refunded)),
            ("paid again after a refund", refunded(facts(Active), 490, 5), 30, (true, Why::Paid)),
            ("refunded in part", refunded(facts(Active), 489, 5), 5, (true, Why::Paid)),
            ("disputed", disputed(facts(Active), DisputeStanding::Open, 5), 5, (false, Why::Disputed)),
            ("dispute lost", disputed(facts(Active), DisputeStanding::Lost, 5), 29, (false, Why::Disputed)),
            ("dispute won", disputed(facts(Active), DisputeStanding::Won, 5), 5, (true, Why::Paid)),
        ];
        for (name, facts, on, expected) in table {
            assert_eq!(explain(&facts, &Policy::default(), day(on)), expected, "{name}");
        }
    }

    fn any_facts() -> impl Strategy<Value = Facts> {
        let status = prop::sample::select(vec![
            Status::Trialing,
            Status::Active,
            Status::PastDue,
            Status::Canceled,
            Status::Unpaid,
            Status::Once,
            Status::Incomplete,
        ]);
        let maybe = || prop::option::of(0i64..60);
        (status, maybe(), maybe(), maybe(), maybe(), maybe(), any::<bool>()).prop_map(
            |(status, cancel, ended, unpaid, refund, dispute, collection_paused)| {
                let mut facts = Facts {
                    cancel_at: cancel.map(day),
                    ended_at: ended.map(day),
                    unpaid_since: unpaid.map(day),
                    collection_paused,
                    ..facts(status)
                };
                if let Some(at) = refund {
                    facts = refunded(facts, 490, at);
                }
                if let Some(at) = dispute {
                    facts = disputed(facts, DisputeStanding::Open, at);
                }
                facts
            },
        )
    }

    proptest! {
        /// What is stored and what is explained are the same rule.
        #[test]
        fn spans_and_explanations_agree(facts in any_facts(), on in -2i64..70) {
            let policy = Policy::default();
            let spans = access(&facts, &policy);
            let open = spans.iter().any(|span| span.from <= day(on) && day(on) < span.until);
            prop_assert_eq!(open, explain(&facts, &policy, day(on)).0);
            prop_assert!(spans.windows(2).all(|pair| pair[0].until <= pair[1].from));
        }
    }
}
