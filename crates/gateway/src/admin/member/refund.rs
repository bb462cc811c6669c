//! `POST …/refund`: gives a payment back, or a part of it. What follows for access is the policy's to
//! say; the member is told as of every refund.

use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use billing::{BillingError, Refund};
use http::StatusCode;
use kernel::Money;
use serde_json::json;

use super::page::{Said, page};
use super::{address, find, problem_of, wait};
use crate::admin::Staff;
use crate::admin::fields::{Fields, decimal};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;

pub(crate) async fn refund(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let member = find(&app, &id).await?;
    let purchases = app.billing.purchases(member.id).await?;
    let mut payments = purchases.iter().flat_map(|purchase| &purchase.facts.payments);
    let paid = payments.find(|payment| payment.charge == fields.get("charge"));
    let asked = paid.ok_or("sale-unknown").and_then(|payment| {
        let amount = Money::parse(&decimal(fields.get("amount")), payment.currency);
        Ok(Refund {
            charge: payment.charge.clone(),
            shown: fields.get("shown").parse().map_err(|_| "sale-unknown")?,
            amount: amount.map_err(|_| "refund-amount")?,
            reason: fields.get("reason").parse().map_err(|_| "refund-reason")?,
        })
    });
    let refund = match asked {
        Ok(refund) => refund,
        Err(problem) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(
                &app,
                &staff,
                &id,
                Said { status, fields, problem: Some(problem), ..Said::default() },
            )
            .await;
        }
    };
    match app.billing.refund(member.id, &refund).await {
        Ok(()) => {}
        Err(BillingError::Stale) => {
            let said =
                Said { status: StatusCode::CONFLICT, problem: Some("refund-stale"), ..Said::default() };
            return page(&app, &staff, &id, Said { fields, ..said }).await;
        }
        Err(error) => return page(&app, &staff, &id, Said { fields, ..problem_of(error)? }).await,
    }
    let total = refund.shown.saturating_add(refund.amount.minor);
    let detail = json!({
        "charge": refund.charge,
        "currency": refund.amount.currency,
        "before": { "refunded": refund.shown },
        "after": { "refunded": total },
        "reason": refund.reason.as_str(),
    });
    staff.record(&app, "payment-refunded", &id, &detail).await?;
    wait(&app, member.id, |purchases| {
        let mut payments = purchases.iter().flat_map(|purchase| &purchase.facts.payments);
        payments.any(|payment| payment.charge == refund.charge && payment.refunded >= total)
    })
    .await?;
    see_other(&address(member.id, "refunded"))
}
