//! `POST …/subscription`: ending, keeping and pausing a subscription for its holder. They are told by
//! the same mails as if they had done it themselves.

use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use billing::{BillingError, Purchase};
use http::StatusCode;
use serde_json::json;

use super::page::{Said, page};
use super::{address, find, problem_of, wait};
use crate::admin::Staff;
use crate::admin::fields::Fields;
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;

/// What can be done to a subscription, and what the page says once it is.
const ACTS: [(&str, &str); 5] = [
    ("end", "sale-end"),
    ("end-now", "sale-end-now"),
    ("keep", "sale-keep"),
    ("pause", "sale-pause"),
    ("end-pause", "sale-end-pause"),
];

pub(crate) async fn act(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let member = find(&app, &id).await?;
    let purchase = fields.get("purchase").to_owned();
    let purchases = app.billing.purchases(member.id).await?;
    let own = purchases.iter().find(|own| own.id == purchase);
    let act = ACTS.into_iter().find(|(act, _)| *act == fields.get("act"));
    let (Some(own), Some((act, done))) = (own, act) else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let said = Said { status, problem: Some("sale-unknown"), ..Said::default() };
        return page(&app, &staff, &id, Said { fields, ..said }).await;
    };
    let billing = &app.billing;
    let outcome = match act {
        "end" => billing.set_ending(member.id, &purchase, true).await,
        "end-now" => billing.end_now(member.id, &purchase).await,
        "keep" => billing.set_ending(member.id, &purchase, false).await,
        "pause" => match fields.get("months").parse() {
            Ok(months) => billing.pause(member.id, &purchase, months).await,
            Err(_) => Err(BillingError::NotNow),
        },
        _ => billing.end_pause(member.id, &purchase).await,
    };
    if let Err(error) = outcome {
        return page(&app, &staff, &id, Said { fields, ..problem_of(error)? }).await;
    }
    let detail = json!({ "purchase": purchase, "before": standing(own), "act": act });
    staff.record(&app, "subscription-changed", &id, &detail).await?;
    let before = standing(own);
    wait(&app, member.id, |purchases| {
        purchases.iter().any(|own| own.id == purchase && standing(own) != before)
    })
    .await?;
    see_other(&address(member.id, done))
}

/// As much of how it stands as can be changed here.
fn standing(purchase: &Purchase) -> serde_json::Value {
    let facts = &purchase.facts;
    json!({
        "status": facts.status.as_str(),
        "cancel_at": facts.cancel_at,
        "paused": facts.collection_paused,
    })
}
