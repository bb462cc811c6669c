//! What there is to tell when a purchase has changed: a pure function of the facts before and after.
//!
//! Nothing is told of what is past. A purchase seen for the first time is welcomed if it has just
//! begun, and passed over in silence otherwise: it came with an import, or from Stripe's books.

use jiff::{SignedDuration, Timestamp};
use kernel::{Money, PlanKey};

use super::{Bought, Notice};
use crate::facts::{Facts, Status};
use crate::prices::PriceId;
use crate::rule::{self, Policy};

/// How long after it began a purchase is still new.
const NEW: SignedDuration = SignedDuration::from_hours(48);

/// A purchase before and after.
pub(crate) struct Change<'a> {
    pub(crate) purchase: &'a str,
    pub(crate) before: Option<(&'a Facts, Option<PriceId>)>,
    pub(crate) after: &'a Facts,
    pub(crate) price: Option<PriceId>,
    /// The invoice that waits: what it asks for, and where it is paid.
    pub(crate) unpaid: Option<(Money, Option<String>)>,
}

/// What to tell, each with the key of its fact.
pub(crate) fn news(change: &Change<'_>, policy: &Policy, now: Timestamp) -> Vec<(String, Notice)> {
    let mut news = Vec::new();
    let mut tell = |fact: String, notice: Notice| {
        news.push((format!("{} {} {fact}", notice.word(), change.purchase), notice));
    };
    let after = change.after;
    let was_begun = change.before.is_some_and(|(before, _)| begun(before.status));
    if !was_begun {
        let new = now.duration_since(after.started_at) < NEW;
        if begun(after.status) && new {
            tell(String::new(), welcome(change));
        }
        return news;
    }
    let Some((before, price)) = change.before else { return news };
    let bought = || change.bought();
    if let Some(since) = after.unpaid_since
        && after.status == Status::PastDue
        && (before.unpaid_since != Some(since) || before.status != Status::PastDue)
    {
        let (amount, pay_url) = change.unpaid.clone().map_or((None, None), |(due, url)| (Some(due), url));
        let reads_until = reads_until(after, policy).unwrap_or(now);
        let notice = Notice::PaymentFailed { bought: bought(), amount, pay_url, reads_until };
        tell(since.as_second().to_string(), notice);
    }
    for payment in &after.payments {
        let known = before.payments.iter().find(|known| known.charge == payment.charge);
        let back = payment.refunded - known.map_or(0, |known| known.refunded);
        if back > 0 {
            let notice = Notice::Refunded { bought: bought(), amount: Money::new(back, payment.currency) };
            tell(format!("{} {}", payment.charge, payment.refunded), notice);
        }
    }
    // What can go back and forth happens anew each time.
    let this_time = || now.as_millisecond().to_string();
    if let Some(ending) = ending(change, before, now) {
        tell(this_time(), ending);
    } else if after.status.is_live() {
        let renews_at = after.period.until;
        if before.cancel_at.is_some() && after.cancel_at.is_none() {
            tell(this_time(), Notice::Kept { bought: bought(), renews_at });
        }
        if !before.collection_paused && after.collection_paused {
            let (resumes_at, reads_until) = (after.resumes_at, reads_until(after, policy).unwrap_or(now));
            tell(this_time(), Notice::Paused { bought: bought(), resumes_at, reads_until });
        }
        if before.collection_paused && !after.collection_paused {
            tell(this_time(), Notice::Resumed { bought: bought(), renews_at });
        }
        if change.price.is_some() && price != change.price {
            tell(this_time(), Notice::Changed { bought: bought(), renews_at });
        }
    }
    news
}

fn welcome(change: &Change<'_>) -> Notice {
    let facts = change.after;
    let once = facts.status == Status::Once;
    Notice::Welcome {
        bought: change.bought(),
        trial_ends_at: facts.trial_ends_at.filter(|_| facts.status == Status::Trialing),
        renews_at: (!once && facts.cancel_at.is_none()).then_some(facts.period.until),
        ends_at: if once { Some(facts.period.until) } else { facts.cancel_at },
    }
}

/// It ends, or has ended, and it wasn't said before.
fn ending(change: &Change<'_>, before: &Facts, now: Timestamp) -> Option<Notice> {
    let (after, bought) = (change.after, change.bought());
    let over = matches!(after.status, Status::Canceled | Status::Unpaid);
    if over && before.status.is_live() && before.status != Status::Unpaid {
        let unpaid = after.status == Status::Unpaid || before.status == Status::PastDue;
        if unpaid && before.cancel_at.is_none() && after.unpaid_since.is_some() {
            return Some(Notice::Lapsed { bought });
        }
        let ends_at = after.ended_at.unwrap_or(now);
        // Who was told that it would end then needn't hear it again.
        let told = before.cancel_at.is_some_and(|at| at <= ends_at);
        return (!told).then_some(Notice::Cancelled { bought, ends_at, over: true });
    }
    let decided = after.status.is_live() && before.cancel_at != after.cancel_at;
    let ends_at = after.cancel_at.filter(|_| decided)?;
    Some(Notice::Cancelled { bought, ends_at, over: false })
}

/// Whether something has been sold: it was paid, or is on trial.
fn begun(status: Status) -> bool {
    !matches!(status, Status::Incomplete | Status::IncompleteExpired)
}

/// The end of the access that the facts give.
fn reads_until(facts: &Facts, policy: &Policy) -> Option<Timestamp> {
    // An offer of no plan opens nothing, but its end is the same.
    let any: Option<PlanKey> = facts.plan.clone().or_else(|| "any".parse().ok());
    let facts = Facts { plan: any, ..facts.clone() };
    rule::access(&facts, policy).last().map(|span| span.until)
}

impl Change<'_> {
    fn bought(&self) -> Bought {
        Bought { purchase: self.purchase.to_owned(), plan: self.after.plan.clone(), price: self.price }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Bought, Payment, Period};

    const DAY: i64 = 86_400;

    fn day(day: i64) -> Timestamp {
        Timestamp::from_second(day * DAY).expect("in range")
    }

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
            bought: Bought::Plan,
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

    /// The words of what is told, on a day.
    fn told(before: Option<&Facts>, after: &Facts, on: i64) -> Vec<&'static str> {
        let change = Change {
            purchase: "sub_1",
            before: before.map(|before| (before, None)),
            after,
            price: None,
            unpaid: None,
        };
        news(&change, &Policy::default(), day(on)).iter().map(|(_, notice)| notice.word()).collect()
    }

    #[test]
    fn what_has_just_begun_is_welcomed_and_the_past_is_not_told() {
        let active = facts(Status::Active);
        assert_eq!(told(None, &active, 0), ["welcome"]);
        assert_eq!(told(None, &facts(Status::Once), 1), ["welcome"]);
        assert!(told(None, &active, 3).is_empty(), "an import");
        assert!(told(None, &facts(Status::Canceled), 90).is_empty());
        let failing = Facts { unpaid_since: Some(day(30)), ..facts(Status::PastDue) };
        assert!(told(None, &failing, 31).is_empty());
        let incomplete = facts(Status::Incomplete);
        assert!(told(None, &incomplete, 0).is_empty());
        assert_eq!(told(Some(&incomplete), &active, 0), ["welcome"]);
        assert!(told(Some(&incomplete), &facts(Status::IncompleteExpired), 1).is_empty());
        assert!(told(Some(&active), &active, 1).is_empty());
    }

    #[test]
    fn a_failed_payment_is_told_once_and_its_end_too() {
        let active = facts(Status::Active);
        let failing = Facts { unpaid_since: Some(day(30)), ..facts(Status::PastDue) };
        assert_eq!(told(Some(&active), &failing, 30), ["payment-failed"]);
        assert!(told(Some(&failing), &failing, 33).is_empty());
        assert!(told(Some(&failing), &active, 33).is_empty(), "it was paid after all");
        let over = Facts { ended_at: Some(day(44)), unpaid_since: Some(day(30)), ..facts(Status::Canceled) };
        assert_eq!(told(Some(&failing), &over, 44), ["lapsed"]);
        let unpaid = Facts { status: Status::Unpaid, ..failing.clone() };
        assert_eq!(told(Some(&failing), &unpaid, 44), ["lapsed"]);
        assert!(told(Some(&unpaid), &over, 60).is_empty());
        // An open invoice of an active subscription is one that is being paid.
        let open = Facts { unpaid_since: Some(day(30)), ..facts(Status::Active) };
        assert!(told(Some(&active), &open, 30).is_empty());
    }

    #[test]
    fn cancelling_is_told_when_it_is_decided() {
        let active = facts(Status::Active);
        let ending = Facts { cancel_at: Some(day(30)), ..active.clone() };
        let ended = Facts { ended_at: Some(day(30)), cancel_at: Some(day(30)), ..facts(Status::Canceled) };
        let at_once = Facts { ended_at: Some(day(7)), ..facts(Status::Canceled) };
        assert_eq!(told(Some(&active), &ending, 5), ["cancelled"]);
        assert!(told(Some(&ending), &ended, 30).is_empty(), "it was said");
        assert_eq!(told(Some(&active), &at_once, 7), ["cancelled"]);
        assert_eq!(told(Some(&ending), &at_once, 7), ["cancelled"], "sooner than was said");
        assert_eq!(told(Some(&ending), &active, 7), ["kept"]);
    }

    #[test]
    fn refunds_pauses_and_changes_are_told() {
        let active = facts(Status::Active);
        let mut back = active.clone();
        back.payments[0].refunded = 490;
        assert_eq!(told(Some(&active), &back, 5), ["refunded"]);
        assert!(told(Some(&back), &back, 6).is_empty());
        let paused = Facts { collection_paused: true, resumes_at: Some(day(60)), ..active.clone() };
        assert_eq!(told(Some(&active), &paused, 5), ["paused"]);
        assert_eq!(told(Some(&paused), &active, 6), ["resumed"]);
        let change = Change {
            purchase: "sub_1",
            before: Some((&active, None)),
            after: &active,
            price: Some(PriceId(uuid::Uuid::from_u128(1))),
            unpaid: None,
        };
        let words: Vec<_> =
            news(&change, &Policy::default(), day(5)).iter().map(|(_, notice)| notice.word()).collect();
        assert_eq!(words, ["changed"]);
    }
}
