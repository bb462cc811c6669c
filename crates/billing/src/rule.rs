//! The rule from money to access: what a purchase lets its holder read, and why.
//!
//! A pure function of [`Facts`] and [`Policy`]; the clock isn't asked. The states of a
//! subscription, one by one (docs/billing.md says the same to people):
//!
//! | state | access |
//! |---|---|
//! | `trialing` | until it ends, if that is decided; else until the trial's end and [`UNHEARD`] after |
//! | `active` | until it ends, if that is decided; else until the period's end and [`UNHEARD`] after |
//! | `active`, collection paused | until the end of what was paid |
//! | `past_due` | for the grace, counted from the invoice that waits |
//! | `canceled` | until it ended, which Stripe says only afterwards |
//! | `unpaid`, `paused`, `incomplete`, `incomplete_expired` | none |
//! | a pass | for its days |
//! | a story | for good |
//!
//! From all of these is taken away what a payment covers that went back: one that was refunded in
//! full, from the refund on; a disputed one, from the dispute on, unless it is won. What other
//! payments cover stays. A partial refund changes nothing, nor does that of a mere difference after
//! a change of plan: the period itself stays paid.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::facts::{DisputeStanding, Facts, Payment, Period, Status};

/// The edition of this rule. Raise it with every change of what follows from the same facts: what
/// is stored is then computed anew.
const EDITION: u32 = 2;

/// How long after the end of a period an active subscription counts on: a renewal happens at that
/// moment, and Stripe takes a while to tell us. Reconciliation runs several times within it.
pub const UNHEARD: SignedDuration = SignedDuration::from_hours(24);

/// What the publisher decides about the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Policy {
    /// How long a subscriber whose payment failed reads on.
    pub past_due_grace: SignedDuration,
}

impl Default for Policy {
    fn default() -> Self {
        Self { past_due_grace: SignedDuration::from_hours(7 * 24) }
    }
}

/// By what entitlements were computed.
#[derive(Serialize, Deserialize)]
struct Basis {
    edition: u32,
    policy: Policy,
}

impl Policy {
    /// This policy and the edition of the rule, to be written beside what follows from them.
    #[must_use]
    pub fn basis(&self) -> String {
        let basis = Basis { edition: EDITION, policy: *self };
        // Numbers and durations can always be written.
        serde_json::to_string(&basis).unwrap_or_default()
    }

    /// The policy in what was written; `None` before any was.
    pub(crate) fn of_basis(text: &str) -> Option<Self> {
        serde_json::from_str::<Basis>(text).ok().map(|basis| basis.policy)
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
    if !facts.is_ours() {
        return Vec::new();
    }
    let mut open = vec![Period { from: facts.started_at, until: end(facts, policy).0 }];
    for (gap, _) in withheld(facts) {
        open = open.into_iter().flat_map(|stretch| without(stretch, gap)).collect();
    }
    open.retain(|stretch| stretch.from < stretch.until);
    open.into_iter().map(|Period { from, until }| Span { from, until }).collect()
}

/// Whether the purchase lets its holder read at a moment, as far as these facts know, and why.
#[must_use]
pub fn explain(facts: &Facts, policy: &Policy, at: Timestamp) -> (bool, Why) {
    if !facts.is_ours() {
        return (false, Why::NoPlan);
    }
    if at < facts.started_at {
        return (false, Why::NotBegun);
    }
    let (until, over) = end(facts, policy);
    if at >= until {
        return (false, over);
    }
    if let Some((_, why)) = withheld(facts).into_iter().find(|(gap, _)| gap.from <= at && at < gap.until) {
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

/// What payments that went back take away: what each covers, but for what others cover too.
fn withheld(facts: &Facts) -> Vec<(Period, Why)> {
    let kept = || facts.payments.iter().filter(|payment| !payment.difference && gone(payment).is_none());
    let mut gaps = Vec::new();
    for (payment, (at, why)) in facts.payments.iter().filter_map(|payment| Some((payment, gone(payment)?))) {
        let mut pieces = vec![Period { from: at.max(payment.covers.from), ..payment.covers }];
        for other in kept() {
            pieces = pieces.into_iter().flat_map(|piece| without(piece, other.covers)).collect();
        }
        // What went back after its time takes nothing away.
        pieces.retain(|piece| piece.from < piece.until);
        gaps.extend(pieces.into_iter().map(|piece| (piece, why)));
    }
    gaps
}

/// Since when a payment is no longer the publisher's, and why; `None` if it is.
fn gone(payment: &Payment) -> Option<(Timestamp, Why)> {
    let disputed = payment.dispute.filter(|dispute| dispute.standing != DisputeStanding::Won);
    let disputed = disputed.map(|dispute| (dispute.at, Why::Disputed));
    let refunded = payment.refunded_at.filter(|_| payment.is_refunded() && !payment.difference);
    let refunded = refunded.map(|at| (at, Why::Refunded));
    disputed.into_iter().chain(refunded).min_by_key(|(at, _)| *at)
}

/// A stretch with a gap cut out.
fn without(of: Period, gap: Period) -> [Period; 2] {
    [
        Period { from: of.from, until: of.until.min(gap.from) },
        Period { from: of.from.max(gap.until), until: of.until },
    ]
}

fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_add(by).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::facts::{Bought, Dispute};

    const DAY: i64 = 86_400;

    fn day(day: i64) -> Timestamp {
        Timestamp::from_second(day * DAY).expect("in range")
    }

    /// A monthly subscription since day 0, paid up to day 30.
    fn facts(status: Status) -> Facts {
        let period = Period { from: day(0), until: day(30) };
        Facts {
            plan: Some("standard".parse().expect("a plan")),
            bought: Bought::Plan,
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
                difference: false,
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

    /// Changed to a better plan on day 10: the difference is a payment of its own.
    fn upgraded() -> Facts {
        let mut facts = facts(Status::Active);
        facts.payments.push(Payment {
            charge: "ch_2".to_owned(),
            paid_at: day(10),
            covers: Period { from: day(10), until: day(30) },
            amount: 330,
            difference: true,
            ..facts.payments[0].clone()
        });
        facts
    }

    /// Renewed on day 30.
    fn renewed(mut facts: Facts) -> Facts {
        facts.period = Period { from: day(30), until: day(60) };
        facts.payments.push(Payment {
            charge: "ch_3".to_owned(),
            paid_at: day(30),
            covers: facts.period,
            amount: 490,
            currency: "EUR".parse().expect("a currency"),
            refunded: 0,
            refunded_at: None,
            dispute: None,
            difference: false,
        });
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
        let trial_ending = Facts { cancel_at: Some(day(14)), ..trial.clone() };
        let unknown = Facts { plan: None, ..facts(Active) };
        let paused = Facts {
            collection_paused: true,
            period: Period { from: day(30), until: day(60) },
            ..facts(Active)
        };
        let ended = Facts { ended_at: Some(day(10)), ..facts(Canceled) };
        let for_good = Period { from: day(0), until: Timestamp::MAX };
        let mut story = Facts {
            plan: None,
            bought: Bought::Story(kernel::ArticleId::new(day(0))),
            period: for_good,
            ..facts(Once)
        };
        story.payments[0].covers = for_good;
        let mut overlapping = renewed(refunded(facts(Active), 490, 15));
        overlapping.payments[1].covers.from = day(10);
        let mut difference_back = upgraded();
        difference_back.payments[1].refunded = 330;
        difference_back.payments[1].refunded_at = Some(day(15));
        let table: Vec<(&str, Facts, i64, (bool, Why))> = vec![
            ("before it began", facts(Active), -1, (false, Why::NotBegun)),
            ("active", facts(Active), 29, (true, Why::Paid)),
            ("active, renewal not heard of", facts(Active), 30, (true, Why::Paid)),
            ("active, nothing heard for long", facts(Active), 31, (false, Why::Over)),
            ("ending, in time", ending.clone(), 29, (true, Why::Ending)),
            ("ended on time", ending, 30, (false, Why::Over)),
            ("trial", trial.clone(), 13, (true, Why::Trial)),
            ("trial over, outcome not heard of", trial.clone(), 14, (true, Why::Trial)),
            ("trial over", trial, 15, (false, Why::Over)),
            ("trial cancelled", trial_ending, 14, (false, Why::Over)),
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
            ("story", story.clone(), 30_000, (true, Why::Paid)),
            ("story refunded", refunded(story.clone(), 490, 5), 5, (false, Why::Refunded)),
            ("story disputed", disputed(story.clone(), DisputeStanding::Open, 5), 5, (false, Why::Disputed)),
            ("story, dispute won", disputed(story, DisputeStanding::Won, 5), 5, (true, Why::Paid)),
            ("no plan of ours", unknown, 1, (false, Why::NoPlan)),
            ("before the refund", refunded(facts(Active), 490, 5), 4, (true, Why::Paid)),
            ("refunded", refunded(facts(Active), 490, 5), 5, (false, Why::Refunded)),
            ("paid again after a refund", refunded(facts(Active), 490, 5), 30, (true, Why::Paid)),
            ("refunded in part", refunded(facts(Active), 489, 5), 5, (true, Why::Paid)),
            ("disputed", disputed(facts(Active), DisputeStanding::Open, 5), 5, (false, Why::Disputed)),
            ("dispute lost", disputed(facts(Active), DisputeStanding::Lost, 5), 29, (false, Why::Disputed)),
            ("dispute won", disputed(facts(Active), DisputeStanding::Won, 5), 5, (true, Why::Paid)),
            (
                "paid again after a lost dispute",
                renewed(disputed(facts(Active), DisputeStanding::Lost, 5)),
                40,
                (true, Why::Paid),
            ),
            ("the first of two periods refunded, the second paid", overlapping, 20, (true, Why::Paid)),
            ("the difference refunded", difference_back, 20, (true, Why::Paid)),
            (
                "the period refunded, not the difference",
                refunded(upgraded(), 490, 15),
                20,
                (false, Why::Refunded),
            ),
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
