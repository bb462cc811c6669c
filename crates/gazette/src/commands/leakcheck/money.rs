//! Readers in every state of a subscription.

use anyhow::Result;
use billing::facts::{Bought, Dispute, DisputeStanding, Facts, Payment, Period, Status};
use jiff::{SignedDuration, Timestamp};
use kernel::{Clock, Currency};
use leakcheck::Visitor;

use super::{member, rules, signed_in};
use crate::config::Config;
use crate::wiring::System;

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// A subscriber to `standard` in each state; what they read is what docs/billing.md says.
pub(super) async fn visitors(system: &System, config: &Config) -> Result<Vec<Visitor>> {
    let (now, euro) = (system.clock.now(), "EUR".parse()?);
    let states = [
        ("active", true, active(now, euro)),
        (
            "past due, in grace",
            true,
            Facts { unpaid_since: Some(now - DAY), ..with(now, euro, Status::PastDue) },
        ),
        (
            "past due, out of grace",
            false,
            Facts { unpaid_since: Some(now - 8 * DAY), ..with(now, euro, Status::PastDue) },
        ),
        ("unpaid", false, with(now, euro, Status::Unpaid)),
        ("canceled in its period", true, Facts { cancel_at: Some(now + DAY), ..active(now, euro) }),
        (
            "canceled, its period over",
            false,
            Facts { ended_at: Some(now - DAY), ..with(now, euro, Status::Canceled) },
        ),
        (
            "refunded",
            false,
            paid_back(active(now, euro), |payment| Payment {
                refunded: payment.amount,
                refunded_at: Some(now - DAY),
                ..payment
            }),
        ),
        (
            "disputed",
            false,
            paid_back(active(now, euro), |payment| Payment {
                dispute: Some(Dispute { at: now - DAY, standing: DisputeStanding::Open }),
                ..payment
            }),
        ),
    ];
    let mut visitors = Vec::new();
    for (name, reads, facts) in states {
        let id = member(system, &name.replace([' ', ','], "")).await?;
        system.billing.as_if_told(id, &facts).await?;
        let reads = rules(if reads { &["members", "paid"] } else { &["members"] })?;
        visitors.push(signed_in(system, config, name, id, reads).await?);
    }
    Ok(visitors)
}

/// In the middle of a paid month.
pub(super) fn active(now: Timestamp, euro: Currency) -> Facts {
    let period = Period { from: now - 10 * DAY, until: now + 20 * DAY };
    let payment = Payment {
        charge: "ch_leakcheck".to_owned(),
        paid_at: period.from,
        covers: period,
        amount: 490,
        currency: euro,
        refunded: 0,
        refunded_at: None,
        dispute: None,
        difference: false,
    };
    Facts {
        plan: "standard".parse().ok(),
        bought: Bought::Plan,
        status: Status::Active,
        started_at: period.from,
        period,
        trial_ends_at: None,
        cancel_at: None,
        ended_at: None,
        unpaid_since: None,
        collection_paused: false,
        resumes_at: None,
        payments: vec![payment],
    }
}

fn with(now: Timestamp, euro: Currency, status: Status) -> Facts {
    Facts { status, ..active(now, euro) }
}

/// The same, with its payments gone back in a way.
pub(super) fn paid_back(facts: Facts, how: impl Fn(Payment) -> Payment) -> Facts {
    Facts { payments: facts.payments.iter().cloned().map(how).collect(), ..facts }
}
