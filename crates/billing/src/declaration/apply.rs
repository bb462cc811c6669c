//! Doing what was declared, at Stripe.
//!
//! A cancellation ends each contract that is meant with the period that is paid, or with that in
//! which the day lies that was asked for. A withdrawal within its time ends the contract at once and
//! gives back all that was paid for it (ADR 19).

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp, ToSpan};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::receive::{customers, declared, names};
use super::{Declaration, DeclarationKind, Declared};
use crate::billing::Billing;
use crate::entity::{declaration, invoice};
use crate::error::BillingError;
use crate::facts::{Facts, Status};
use crate::notice::queue::{self, To};
use crate::notice::{Bought, Notice};
use crate::stripe::Stripe;
use crate::stripe::fetch::Found;
use crate::tasks::{self, Claimed, Task};

/// The time for withdrawing: fourteen days after the one on which the contract was made, to the end
/// of the last of them in every time zone.
const WITHDRAWABLE: SignedDuration = SignedDuration::from_hours(15 * 24 + 12);

/// Periods for which a contract goes on at most, however far away the day is that was asked for.
const MOST_PERIODS: i64 = 60;

/// What became of a declaration.
struct Outcome {
    state: &'static str,
    /// Stripe's ids of what it ended.
    ended: Vec<String>,
    notice: Option<Notice>,
}

impl Billing {
    /// Does what a proved declaration says. Harmless to repeat.
    pub(crate) async fn apply_declaration(
        &self,
        stripe: &Stripe,
        claimed: &Claimed,
        id: Uuid,
    ) -> Result<(), BillingError> {
        let row = declaration::Entity::find_by_id(id).one(&self.database).await?;
        let now = self.now();
        let Some(row) = row.filter(|row| row.state == "proved") else {
            let transaction = transaction::begin(&self.database).await?;
            tasks::done(&transaction, now, claimed).await?;
            return Ok(transaction.commit().await?);
        };
        let declared = declared(&row)?;
        let customers = customers(&self.database, &row.email, row.member_id).await?;
        let mut meant = Vec::new();
        for customer in &customers {
            if let Some(found) = Box::pin(stripe.customer(customer)).await? {
                let numbers = self.numbers_named(customer, &declared.declaration.contract).await?;
                meant.extend(found.purchases.into_iter().map(|purchase| {
                    let named =
                        numbers.contains(&purchase.id) || names(&declared.declaration.contract, &purchase.id);
                    (purchase, named)
                }));
            }
        }
        // Who names one contract doesn't mean the others.
        let any_named = meant.iter().any(|(_, named)| *named);
        let meant: Vec<Found> =
            meant.into_iter().filter(|(_, named)| *named || !any_named).map(|(found, _)| found).collect();
        let outcome = match declared.declaration.kind {
            DeclarationKind::Cancel => self.cancel_declared(stripe, &declared, &meant).await?,
            DeclarationKind::Withdraw => self.withdraw_declared(stripe, &declared, &meant).await?,
        };
        let transaction = transaction::begin(&self.database).await?;
        write_outcome(&transaction, now, id, &outcome).await?;
        if let Some(notice) = outcome.notice {
            let to = To::Address(declared.declaration.email.clone(), declared.declaration.locale.clone());
            queue::write(&transaction, now, &format!("decided {id}"), &to, &notice, now).await?;
        }
        for customer in customers {
            tasks::ask(&transaction, now, &Task::Customer(customer)).await?;
        }
        tasks::done(&transaction, now, claimed).await?;
        Ok(transaction.commit().await?)
    }

    /// The purchases of a customer whose invoices are named.
    async fn numbers_named(&self, customer: &str, contract: &str) -> Result<Vec<String>, BillingError> {
        let of_customer = invoice::Column::Customer.eq(customer);
        let invoices = invoice::Entity::find().filter(of_customer).all(&self.database).await?;
        let named = |invoice: &invoice::Model| {
            invoice.number.as_deref().is_some_and(|number| names(contract, number))
        };
        Ok(invoices.into_iter().filter(named).filter_map(|invoice| invoice.purchase).collect())
    }

    async fn cancel_declared(
        &self,
        stripe: &Stripe,
        declared: &Declared,
        meant: &[Found],
    ) -> Result<Outcome, BillingError> {
        let (mut ended, mut told) = (Vec::new(), None);
        for found in meant.iter().filter(|found| found.facts.status.is_live()) {
            let end = end_of(&found.facts, &declared.declaration);
            let already = found.facts.cancel_at.is_some_and(|at| at <= end);
            if !already && end == found.facts.period.until {
                stripe.set_ending(&found.id, true).await?;
            } else if !already {
                stripe.end_at(&found.id, end).await?;
            } else {
                // Nothing changes, so nothing else tells when it ends.
                let ends_at = found.facts.cancel_at.unwrap_or(end);
                let bought = Bought { purchase: found.id.clone(), plan: None, price: None };
                told = Some(Notice::Cancelled { bought, ends_at, over: false });
            }
            ended.push(found.id.clone());
        }
        if ended.is_empty() {
            return Ok(unmatched(declared));
        }
        Ok(Outcome { state: "done", ended, notice: told })
    }

    async fn withdraw_declared(
        &self,
        stripe: &Stripe,
        declared: &Declared,
        meant: &[Found],
    ) -> Result<Outcome, BillingError> {
        // A contract that is over and was given back leaves nothing to withdraw from.
        let open = |found: &&Found| {
            let owed = found.facts.payments.iter().any(|payment| !payment.is_refunded());
            found.facts.status.is_live() || (owed && found.facts.status != Status::IncompleteExpired)
        };
        let open: Vec<&Found> = meant.iter().filter(open).collect();
        let in_time = |found: &&&Found| declared.at.duration_since(found.facts.started_at) <= WITHDRAWABLE;
        let in_time: Vec<&&Found> = open.iter().filter(in_time).collect();
        let mut ended = Vec::new();
        for found in &in_time {
            if found.facts.status != Status::Once {
                stripe.end_now(&found.id).await?;
            }
            for payment in found.facts.payments.iter().filter(|payment| !payment.is_refunded()) {
                let key = format!("gazette-withdraw-{}-{}", declared.id, payment.charge);
                stripe.refund(&payment.charge, None, &key).await?;
            }
            ended.push(found.id.clone());
        }
        if !ended.is_empty() {
            return Ok(Outcome { state: "done", ended, notice: None });
        }
        if open.iter().any(|found| found.facts.status.is_live()) {
            let notice = Notice::TooLate { declaration: declared.declaration.clone(), at: declared.at };
            return Ok(Outcome { state: "late", ended, notice: Some(notice) });
        }
        Ok(unmatched(declared))
    }
}

fn unmatched(declared: &Declared) -> Outcome {
    let notice = Notice::Unmatched { declaration: declared.declaration.clone(), at: declared.at };
    Outcome { state: "unmatched", ended: Vec::new(), notice: Some(notice) }
}

async fn write_outcome(
    db: &impl ConnectionTrait,
    now: Timestamp,
    id: Uuid,
    outcome: &Outcome,
) -> Result<(), BillingError> {
    let ended =
        serde_json::to_string(&outcome.ended).map_err(|error| BillingError::Facts(error.to_string()))?;
    declaration::Entity::update_many()
        .col_expr(declaration::Column::State, Expr::value(outcome.state))
        .col_expr(declaration::Column::DecidedAt, Expr::value(now.as_millisecond()))
        .col_expr(declaration::Column::Outcome, Expr::value(ended))
        .filter(declaration::Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// The end of the period in which the day lies on which a contract is to end; of the present one if
/// none was named.
fn end_of(facts: &Facts, declaration: &Declaration) -> Timestamp {
    let Some(day) = declaration.ends_on else { return facts.period.until };
    let first = facts.period.until.to_zoned_datetime(TimeZone::UTC);
    let length = facts.period.until.duration_since(facts.period.from);
    let step = |periods: i64| -> Span {
        if length > SignedDuration::from_hours(24 * 200) { periods.years() } else { periods.months() }
    };
    let mut ends = (0..MOST_PERIODS).filter_map(|periods| first.checked_add(step(periods)).ok());
    let last = first.checked_add(step(MOST_PERIODS)).ok();
    ends.find(|end| end.date() >= day).or(last).map_or(facts.period.until, |end| end.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Bought, Period};

    fn end(day: Option<&str>) -> String {
        let at = |text: &str| text.parse::<Timestamp>().expect("a moment");
        let period = Period { from: at("2026-01-10T08:00:00Z"), until: at("2026-02-10T08:00:00Z") };
        let facts = Facts {
            plan: None,
            status: Status::Active,
            started_at: period.from,
            period,
            trial_ends_at: None,
            cancel_at: None,
            ended_at: None,
            bought: Bought::Plan,
            unpaid_since: None,
            collection_paused: false,
            resumes_at: None,
            payments: Vec::new(),
        };
        let declaration = Declaration {
            kind: DeclarationKind::Cancel,
            name: "Leserin".to_owned(),
            email: "reader@example.org".parse().expect("an address"),
            contract: "Abo".to_owned(),
            cause: None,
            ends_on: day.map(|day| day.parse().expect("a date")),
            locale: "de".parse().expect("a tag"),
        };
        end_of(&facts, &declaration).to_string()
    }

    #[test]
    fn a_contract_ends_with_the_period_of_the_day_asked_for() {
        assert_eq!(end(None), "2026-02-10T08:00:00Z");
        assert_eq!(end(Some("2026-01-20")), "2026-02-10T08:00:00Z", "what is paid is paid");
        assert_eq!(end(Some("2026-02-10")), "2026-02-10T08:00:00Z");
        assert_eq!(end(Some("2026-02-11")), "2026-03-10T08:00:00Z");
        assert_eq!(end(Some("2026-06-01")), "2026-06-10T08:00:00Z");
    }
}
