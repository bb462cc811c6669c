//! What subscriptions bring in a month, and how many come and go: a pure function of facts.
//!
//! What counts is what was paid, spread over the time it pays for: a year's price is a twelfth a
//! month, a coupon takes off what it takes off, a trial brings nothing, and what was given back in
//! full, or lost to a dispute, was never there. So the same facts say how it stood on every day
//! since. Passes, stories and gifts aren't recurring and don't count; amounts are as charged, with
//! the tax in them.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use kernel::{Currency, Money};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::billing::Billing;
use crate::entity::purchase;
use crate::error::BillingError;
use crate::facts::{Bought, DisputeStanding, Facts, Payment, Period, Status};
use crate::refresh;

/// How long a running subscription counts on while its renewal isn't paid: Stripe finalises an
/// invoice an hour after the period has begun.
const RENEWAL: SignedDuration = SignedDuration::from_hours(24);
/// Purchases that are in memory at a time.
const PAGE: u64 = 2_000;

/// How it stood at the end of a day, or stands now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RevenueDay {
    /// What comes in a month, by currency.
    pub monthly: BTreeMap<Currency, Money>,
    /// Subscriptions that are paid for.
    pub paying: i64,
}

/// How subscriptions fared from a moment to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revenue {
    /// Before the first moment.
    pub before: RevenueDay,
    /// At each of the moments asked for.
    pub at: Vec<RevenueDay>,
    /// Between each moment and the one before: subscriptions that began to be paid for.
    pub new: Vec<i64>,
    /// Between each moment and the one before: paid subscriptions that came to an end.
    pub ended: Vec<i64>,
    /// Trials that began.
    pub trials: i64,
    /// Trials that came to their end.
    pub trials_over: i64,
    /// Those of them that were paid for then.
    pub trials_paid: i64,
}

/// What one purchase brings: stretches of time and what comes in a thousand months then, in the
/// currency's minor unit, and when it is paid for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recurring {
    brings: Vec<(Period, Currency, i64)>,
    paid: Vec<Period>,
}

impl Recurring {
    /// What these facts bring.
    #[must_use]
    pub fn of(facts: &Facts) -> Self {
        let recurs = facts.is_ours()
            && matches!(facts.bought, Bought::Plan | Bought::Seats(_))
            && facts.status != Status::Once;
        if !recurs {
            return Self::default();
        }
        let mut recurring = Self::default();
        for payment in facts.payments.iter().filter(|payment| counts(payment)) {
            let covers = Period { until: end(facts, payment), ..payment.covers };
            if covers.from >= covers.until {
                continue;
            }
            recurring.brings.push((covers, payment.currency, a_thousand_months(payment)));
            if payment.difference {
                continue;
            }
            match recurring.paid.last_mut() {
                // A renewal that was paid late was owed all the time.
                Some(last) if covers.from <= last.until.saturating_add(RENEWAL).unwrap_or(last.until) => {
                    last.until = Ord::max(last.until, covers.until);
                }
                _ => recurring.paid.push(covers),
            }
        }
        recurring
    }

    /// What it brings in a month at a moment, in the currency's minor unit.
    #[must_use]
    pub fn monthly(&self, at: Timestamp) -> Option<Money> {
        let mut running = self.brings.iter().filter(|(span, ..)| span.from <= at && at < span.until);
        let (_, currency, first) = running.next()?;
        let sum = running.filter(|(_, other, _)| other == currency).map(|(.., rate)| rate).sum::<i64>();
        Some(Money::new((first + sum + 500) / 1_000, *currency))
    }
}

/// Whether a payment brought anything.
fn counts(payment: &Payment) -> bool {
    let lost = payment.dispute.is_some_and(|dispute| dispute.standing == DisputeStanding::Lost);
    payment.amount > 0 && !payment.is_refunded() && !lost
}

/// Until when a payment counts: to the end of what it covers, or of the subscription if that came
/// before; a day longer for the last of one that runs and whose renewal is under way.
fn end(facts: &Facts, payment: &Payment) -> Timestamp {
    let covered = payment.covers.until;
    let last = facts.payments.iter().filter(|other| counts(other)).all(|other| other.covers.until <= covered);
    let runs = matches!(facts.status, Status::Active | Status::PastDue)
        && !facts.collection_paused
        && facts.cancel_at.is_none_or(|at| at > covered);
    let until = if last && runs { covered.saturating_add(RENEWAL).unwrap_or(covered) } else { covered };
    facts.ended_at.map_or(until, |ended| Ord::min(until, ended))
}

/// What a payment brings in a thousand months. A month is what a month's price covers, 28 to 31
/// days, and a year is twelve; other stretches are counted by days.
fn a_thousand_months(payment: &Payment) -> i64 {
    let hours = payment.covers.until.duration_since(payment.covers.from).as_hours();
    // A day when the clock changes has 23 or 25 hours.
    let months_in_thousandths = match (hours + 12) / 24 {
        28..=31 => 1_000,
        365 | 366 => 12_000,
        days => Ord::max(days, 1) * 1_200_000 / 36_525,
    };
    payment.amount.saturating_mul(1_000_000) / Ord::max(months_in_thousandths, 1)
}

/// Adds purchases up.
#[derive(Debug)]
struct Sums {
    /// The moment before all, and those asked for, in order.
    moments: Vec<Timestamp>,
    /// By how much what comes changes at each.
    brings: BTreeMap<Currency, Vec<i64>>,
    paying: Vec<i64>,
    new: Vec<i64>,
    ended: Vec<i64>,
    trials: [i64; 3],
}

impl Sums {
    fn new(start: Timestamp, moments: &[Timestamp]) -> Self {
        let moments: Vec<_> = std::iter::once(start).chain(moments.iter().copied()).collect();
        let none = vec![0; moments.len()];
        Self {
            brings: BTreeMap::new(),
            paying: none.clone(),
            new: none.clone(),
            ended: none,
            trials: [0; 3],
            moments,
        }
    }

    /// The first of the moments at which something that begins or ends then shows.
    fn place(&self, at: Timestamp) -> usize {
        self.moments.partition_point(|moment| *moment < at)
    }

    fn add(&mut self, facts: &Facts) {
        let recurring = Recurring::of(facts);
        for (span, currency, rate) in recurring.brings {
            let (from, until) = (self.place(span.from), self.place(span.until));
            let none = vec![0; self.moments.len()];
            let rates = self.brings.entry(currency).or_insert(none);
            add_between(rates, from, until, rate);
        }
        let now = self.moments.last().copied().unwrap_or(Timestamp::MAX);
        for span in &recurring.paid {
            let (from, until) = (self.place(span.from), self.place(span.until));
            add_between(&mut self.paying, from, until, 1);
            if let Some(new) = self.new.get_mut(from) {
                *new += 1;
            }
            // One that has only not been renewed yet isn't over.
            if let Some(ended) = self.ended.get_mut(until).filter(|_| span.until <= now) {
                *ended += 1;
            }
        }
        let within = |at: Timestamp| self.moments.first().is_some_and(|start| *start <= at) && at < now;
        if let Some(over) = facts.trial_ends_at.filter(|_| facts.plan.is_some()) {
            self.trials[0] += i64::from(within(facts.started_at));
            if within(over) {
                self.trials[1] += 1;
                let paid = recurring.paid.iter().any(|span| span.until > over);
                self.trials[2] += i64::from(paid);
            }
        }
    }

    fn finish(self) -> Revenue {
        let mut rates: BTreeMap<Currency, i64> = BTreeMap::new();
        let mut paying = 0;
        let mut days = Vec::with_capacity(self.moments.len());
        for place in 0..self.moments.len() {
            paying += self.paying[place];
            for (currency, changes) in &self.brings {
                *rates.entry(*currency).or_default() += changes[place];
            }
            let money = |(currency, rate): (&Currency, &i64)| {
                (*rate > 0).then(|| (*currency, Money::new((rate + 500) / 1_000, *currency)))
            };
            days.push(RevenueDay { monthly: rates.iter().filter_map(money).collect(), paying });
        }
        let before = if days.is_empty() { RevenueDay::default() } else { days.remove(0) };
        let [trials, trials_over, trials_paid] = self.trials;
        let since = |all: Vec<i64>| all.into_iter().skip(1).collect();
        Revenue {
            before,
            at: days,
            new: since(self.new),
            ended: since(self.ended),
            trials,
            trials_over,
            trials_paid,
        }
    }
}

fn add_between(changes: &mut [i64], from: usize, until: usize, by: i64) {
    if from >= until {
        return;
    }
    if let Some(change) = changes.get_mut(from) {
        *change += by;
    }
    if let Some(change) = changes.get_mut(until) {
        *change -= by;
    }
}

impl Billing {
    /// How subscriptions fared from `start` to the last of these moments, which are in order. Reads
    /// every subscription that could have been paid for since, in pages of two thousand.
    pub async fn revenue(&self, start: Timestamp, moments: &[Timestamp]) -> Result<Revenue, BillingError> {
        let mut sums = Sums::new(start, moments);
        let mut after = String::new();
        loop {
            let ended = purchase::Column::EndsAt.gte(start.as_millisecond());
            let rows = purchase::Entity::find()
                .filter(purchase::Column::Plan.is_not_null())
                .filter(purchase::Column::Status.ne(Status::Once.as_str()))
                .filter(purchase::Column::EndsAt.is_null().or(ended))
                .filter(purchase::Column::Id.gt(after.as_str()))
                .order_by_asc(purchase::Column::Id)
                .limit(PAGE)
                .all(&self.database)
                .await?;
            let Some(last) = rows.last() else { break };
            after.clone_from(&last.id);
            for row in &rows {
                sums.add(&refresh::parse(row)?);
            }
        }
        Ok(sums.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Dispute;

    fn at(text: &str) -> Timestamp {
        format!("{text}T12:00:00Z").parse().expect("a date")
    }

    fn euro() -> Currency {
        "EUR".parse().expect("a currency")
    }

    fn paid(from: &str, until: &str, amount: i64) -> Payment {
        Payment {
            charge: format!("ch_{from}"),
            paid_at: at(from),
            covers: Period { from: at(from), until: at(until) },
            amount,
            currency: euro(),
            refunded: 0,
            refunded_at: None,
            dispute: None,
            difference: false,
        }
    }

    fn facts(payments: Vec<Payment>) -> Facts {
        let from = payments.first().map_or(at("2026-01-01"), |first| first.covers.from);
        let until = payments.last().map_or(at("2026-02-01"), |last| last.covers.until);
        Facts {
            plan: Some("standard".parse().expect("a plan")),
            bought: Bought::Plan,
            status: Status::Active,
            started_at: from,
            period: Period { from, until },
            trial_ends_at: None,
            cancel_at: None,
            ended_at: None,
            unpaid_since: None,
            collection_paused: false,
            resumes_at: None,
            payments,
        }
    }

    fn monthly(facts: &Facts, day: &str) -> i64 {
        Recurring::of(facts).monthly(at(day)).map_or(0, |money| money.minor)
    }

    /// What is paid, and what it brings a month on a day.
    #[test]
    fn the_table() {
        let month = || paid("2026-03-01", "2026-04-01", 490);
        let year = || paid("2026-03-01", "2027-03-01", 4_900);
        let refunded = |amount| Payment { refunded: amount, ..month() };
        let disputed =
            |standing| Payment { dispute: Some(Dispute { at: at("2026-03-10"), standing }), ..month() };
        let difference = Payment { difference: true, ..paid("2026-03-17", "2026-04-01", 250) };
        let of = |payments| facts(payments);
        let table = [
            ("a month", of(vec![month()]), 490),
            ("a year is a twelfth a month", of(vec![year()]), 408),
            ("February's price is a month's", of(vec![paid("2026-02-20", "2026-03-20", 490)]), 490),
            ("a coupon took half off", of(vec![paid("2026-03-01", "2026-04-01", 245)]), 245),
            ("everything taken off", of(vec![paid("2026-03-01", "2026-04-01", 0)]), 0),
            (
                "a trial",
                Facts { status: Status::Trialing, trial_ends_at: Some(at("2026-03-28")), ..of(vec![]) },
                0,
            ),
            ("given back in part", of(vec![refunded(100)]), 490),
            ("given back", of(vec![refunded(490)]), 0),
            ("disputed", of(vec![disputed(DisputeStanding::Open)]), 490),
            ("a dispute lost", of(vec![disputed(DisputeStanding::Lost)]), 0),
            ("a dearer plan for the rest of the month", of(vec![month(), difference]), 490 + 508),
            (
                "seats",
                Facts { bought: Bought::Seats(5), ..of(vec![paid("2026-03-01", "2026-04-01", 2_000)]) },
                2_000,
            ),
            ("a pass", Facts { status: Status::Once, ..of(vec![month()]) }, 0),
            ("a gift", Facts { plan: None, ..of(vec![month()]) }, 0),
            (
                "ended at once",
                Facts { ended_at: Some(at("2026-03-10")), status: Status::Canceled, ..of(vec![month()]) },
                0,
            ),
            ("ends with the month", Facts { cancel_at: Some(at("2026-04-01")), ..of(vec![month()]) }, 490),
            ("not begun", of(vec![paid("2026-03-21", "2026-04-21", 490)]), 0),
            (
                "over",
                Facts { status: Status::Canceled, ..of(vec![paid("2026-02-01", "2026-03-01", 490)]) },
                0,
            ),
            (
                "unpaid for long",
                Facts { status: Status::PastDue, ..of(vec![paid("2026-02-01", "2026-03-01", 490)]) },
                0,
            ),
        ];
        for (what, facts, expected) in table {
            assert_eq!(monthly(&facts, "2026-03-20"), expected, "{what}");
        }
    }

    #[test]
    fn a_renewal_under_way_is_no_gap() {
        let running = facts(vec![paid("2026-03-01", "2026-04-01", 490)]);
        let hours = |hours| at("2026-04-01") + SignedDuration::from_hours(hours);
        let brings = |facts: &Facts, moment| Recurring::of(facts).monthly(moment).is_some();
        assert!(brings(&running, hours(1)) && !brings(&running, hours(25)));
        let ending = Facts { cancel_at: Some(at("2026-04-01")), ..running.clone() };
        assert!(!brings(&ending, hours(1)));
        let paused = Facts { collection_paused: true, ..running };
        assert!(!brings(&paused, hours(1)));
    }

    #[test]
    fn subscriptions_come_and_go() {
        let days: Vec<_> = ["2026-03-02", "2026-03-31", "2026-04-02"].map(at).to_vec();
        let mut sums = Sums::new(at("2026-02-28"), &days);
        // There before, and renewed.
        sums.add(&facts(vec![paid("2026-02-10", "2026-03-10", 490), paid("2026-03-10", "2026-04-10", 590)]));
        // New, and over by the last day.
        sums.add(&Facts { status: Status::Canceled, ..facts(vec![paid("2026-03-01", "2026-04-01", 490)]) });
        // Began with a trial, then paid; and one that wasn't.
        let trial = |over, payments| Facts {
            trial_ends_at: Some(at(over)),
            started_at: at("2026-03-01"),
            ..facts(payments)
        };
        sums.add(&trial("2026-03-15", vec![paid("2026-03-15", "2026-04-15", 490)]));
        sums.add(&Facts { status: Status::Canceled, ..trial("2026-03-16", vec![]) });
        sums.add(&Facts { status: Status::Trialing, ..trial("2026-05-01", vec![]) });
        let revenue = sums.finish();
        let euros = |day: &RevenueDay| day.monthly.get(&euro()).map_or(0, |money| money.minor);
        assert_eq!((euros(&revenue.before), revenue.before.paying), (490, 1));
        assert_eq!(revenue.at.iter().map(euros).collect::<Vec<_>>(), [980, 1_570, 1_080]);
        assert_eq!(revenue.at.iter().map(|day| day.paying).collect::<Vec<_>>(), [2, 3, 2]);
        assert_eq!((revenue.new, revenue.ended), (vec![1, 1, 0], vec![0, 0, 1]));
        assert_eq!((revenue.trials, revenue.trials_over, revenue.trials_paid), (3, 2, 1));
    }
}
