//! Nobody pays twice for the same: of two subscriptions of one member to the same, or to what comes
//! with the other, one ends, and what was paid for the same time twice is given back.

use jiff::Timestamp;
use kernel::{MemberId, PlanKey};
use sea_orm::EntityTrait;

use crate::billing::Billing;
use crate::entity::plan_includes;
use crate::error::BillingError;
use crate::facts::{Facts, Payment, Status};
use crate::refresh::Catalog;
use crate::rule::{Policy, explain};
use crate::stripe::{Stripe, to_stripe};
use crate::tasks::{self, Claimed, Task};

/// A subscription as it stands at Stripe this moment.
#[derive(Clone, Debug)]
struct Live {
    id: String,
    customer: String,
    plan: PlanKey,
    facts: Facts,
}

/// A subscription that ends, and what of its payments was paid for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Ending {
    id: String,
    customer: String,
    refunds: Vec<Refund>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Refund {
    payment: Payment,
    /// How much of it is to have been given back in the end, in the currency's minor unit.
    total: i64,
}

impl Billing {
    /// Ends what a member pays for twice, and gives back what was paid twice. Looked up afresh:
    /// money isn't moved on what was heard some time ago.
    pub(crate) async fn end_duplicates(
        &self,
        stripe: &Stripe,
        claimed: &Claimed,
        member: MemberId,
    ) -> Result<(), BillingError> {
        let catalog = Catalog::read(&self.database).await?;
        let mut live = Vec::new();
        for id in self.customers(member).await? {
            let Some(customer) = Box::pin(stripe.customer(&id)).await? else { continue };
            for found in &customer.purchases {
                let (facts, _) = catalog.complete(found);
                if let Some(plan) =
                    facts.plan.clone().filter(|_| facts.bought.is_plan() && facts.status.is_live())
                {
                    live.push(Live { id: found.id.clone(), customer: id.clone(), plan, facts });
                }
            }
        }
        let included = plan_includes::Entity::find().all(&self.database).await?;
        let includes = |plan: &PlanKey, other: &PlanKey| {
            plan == other
                || included.iter().any(|row| row.plan == plan.as_str() && row.included == other.as_str())
        };
        let endings = superfluous(live, &includes, &self.policy, self.now());
        for ending in &endings {
            tracing::warn!(purchase = %ending.id, "a second subscription of one member is ended");
            for refund in &ending.refunds {
                give_back(stripe, refund).await?;
            }
            stripe.end_now(&ending.id).await?;
        }
        let transaction = transaction::begin(&self.database).await?;
        for ending in endings {
            tasks::ask(&transaction, self.now(), &Task::Customer(ending.customer)).await?;
        }
        tasks::done(&transaction, self.now(), claimed).await?;
        transaction.commit().await?;
        Ok(())
    }
}

/// Gives back what is missing of a refund; the key is of what is to have been given back, so that a
/// repeat after a crash is the same call.
async fn give_back(stripe: &Stripe, refund: &Refund) -> Result<(), BillingError> {
    let Refund { payment, total } = refund;
    let missing = kernel::Money::new(total - payment.refunded, payment.currency);
    let Some(units) = to_stripe(missing).filter(|units| *units > 0) else { return Ok(()) };
    let key = format!("gazette-duplicate-{}-{total}", payment.charge);
    stripe.refund(&payment.charge, Some(units), &key).await?;
    Ok(())
}

/// Which of a member's live subscriptions end. The best is kept; of the others each that gives
/// nothing which a kept one doesn't give ends.
fn superfluous(
    mut live: Vec<Live>,
    includes: &impl Fn(&PlanKey, &PlanKey) -> bool,
    policy: &Policy,
    now: Timestamp,
) -> Vec<Ending> {
    // Best first: what opens something, what is paid, what gives more, what goes on, the oldest.
    let gives = |of: &Live, all: &[Live]| all.iter().filter(|other| includes(&of.plan, &other.plan)).count();
    let rank = |of: &Live, all: &[Live]| {
        (
            !explain(&of.facts, policy, now).0,
            standing(of.facts.status),
            usize::MAX - gives(of, all),
            of.facts.cancel_at.is_some(),
            of.facts.started_at,
            of.id.clone(),
        )
    };
    let all = live.clone();
    live.sort_by_cached_key(|of| rank(of, &all));
    let mut kept: Vec<Live> = Vec::new();
    let mut endings = Vec::new();
    for next in live {
        match kept.iter().find(|kept| includes(&kept.plan, &next.plan)) {
            Some(better) => endings.push(Ending {
                refunds: next.facts.payments.iter().filter_map(|payment| twice(payment, better)).collect(),
                id: next.id,
                customer: next.customer,
            }),
            None => kept.push(next),
        }
    }
    endings
}

/// How good a state is, the best first.
const fn standing(status: Status) -> u8 {
    match status {
        Status::Active => 0,
        Status::Trialing => 1,
        Status::PastDue => 2,
        Status::Paused => 3,
        _ => 4,
    }
}

/// What of a payment paid for a time that the better subscription covers too: from when that began,
/// in proportion, rounded for the reader.
fn twice(payment: &Payment, better: &Live) -> Option<Refund> {
    if payment.dispute.is_some_and(|dispute| dispute.standing != crate::facts::DisputeStanding::Won) {
        // The bank has given it back, or may.
        return None;
    }
    let began = better.facts.started_at;
    let millis = |from: Timestamp, until: Timestamp| {
        i128::from(until.as_millisecond().saturating_sub(from.as_millisecond()).max(0))
    };
    let whole = millis(payment.covers.from, payment.covers.until);
    let doubled = millis(payment.covers.from.max(began), payment.covers.until);
    if doubled == 0 || whole == 0 {
        return None;
    }
    let total = (i128::from(payment.amount) * doubled + whole - 1) / whole;
    let total = i64::try_from(total).unwrap_or(payment.amount).min(payment.amount);
    (total > payment.refunded).then(|| Refund { payment: payment.clone(), total })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Bought, Period};

    fn day(day: i64) -> Timestamp {
        Timestamp::from_second(day * 86_400).expect("in range")
    }

    /// A subscription since a day, paid for thirty days from then.
    fn live(id: &str, plan: &str, status: Status, since: i64) -> Live {
        let period = Period { from: day(since), until: day(since + 30) };
        let payment = Payment {
            charge: format!("ch_{id}"),
            paid_at: day(since),
            covers: period,
            amount: 300,
            currency: "EUR".parse().expect("a currency"),
            refunded: 0,
            refunded_at: None,
            dispute: None,
            difference: false,
        };
        Live {
            id: id.to_owned(),
            customer: "cus_1".to_owned(),
            plan: plan.parse().expect("a plan"),
            facts: Facts {
                plan: Some(plan.parse().expect("a plan")),
                bought: Bought::Plan,
                status,
                started_at: day(since),
                period,
                trial_ends_at: None,
                cancel_at: None,
                ended_at: None,
                unpaid_since: (status == Status::PastDue).then(|| day(since)),
                collection_paused: false,
                resumes_at: None,
                payments: vec![payment],
            },
        }
    }

    /// What ends, and how much of each is given back.
    fn ends(live: Vec<Live>, on: i64) -> Vec<(String, i64)> {
        let includes = |plan: &PlanKey, other: &PlanKey| {
            plan == other || (plan.as_str() == "supporter" && other.as_str() == "standard")
        };
        let endings = superfluous(live, &includes, &Policy::default(), day(on));
        let back =
            |refunds: &[Refund]| refunds.iter().map(|refund| refund.total - refund.payment.refunded).sum();
        endings.into_iter().map(|ending| (ending.id, back(&ending.refunds))).collect()
    }

    #[test]
    fn the_second_of_two_equals_ends_and_is_given_back() {
        let two =
            vec![live("new", "standard", Status::Active, 10), live("old", "standard", Status::Active, 0)];
        assert_eq!(ends(two, 10), [("new".to_owned(), 300)]);
    }

    #[test]
    fn what_is_paid_stays_whatever_is_older() {
        for status in [Status::Unpaid, Status::PastDue, Status::Paused] {
            let two = vec![live("old", "standard", status, 0), live("new", "standard", Status::Active, 40)];
            assert_eq!(ends(two, 40), [("old".to_owned(), 0)], "{status:?}");
        }
    }

    #[test]
    fn the_better_plan_stays_and_only_the_common_time_is_given_back() {
        let two =
            vec![live("old", "standard", Status::Active, 0), live("new", "supporter", Status::Active, 20)];
        assert_eq!(ends(two, 20), [("old".to_owned(), 100)], "ten of thirty days");
    }

    #[test]
    fn what_was_given_back_before_is_not_given_back_again() {
        let mut new = live("new", "standard", Status::Active, 10);
        new.facts.payments[0].refunded = 100;
        let two = vec![live("old", "standard", Status::Active, 0), new];
        assert_eq!(ends(two, 10), [("new".to_owned(), 200)]);
    }

    #[test]
    fn who_cancelled_and_subscribed_anew_keeps_the_new_one() {
        let mut old = live("old", "standard", Status::Active, 0);
        old.facts.cancel_at = Some(day(30));
        let two = vec![old, live("new", "standard", Status::Active, 15)];
        assert_eq!(ends(two, 15), [("old".to_owned(), 150)], "half a month");
    }

    #[test]
    fn plans_that_give_different_things_are_no_duplicates() {
        let two = vec![live("a", "standard", Status::Active, 0), live("b", "archive", Status::Active, 0)];
        assert_eq!(ends(two, 1), []);
    }
}
