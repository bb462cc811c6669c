//! `…/grants`: giving a plan and taking it back.

use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use billing::{BillingError, GrantId};
use http::StatusCode;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::PlanKey;
use serde_json::json;

use super::page::{Said, page};
use super::{address, find};
use crate::admin::Staff;
use crate::admin::fields::Fields;
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;

/// Longest reason, in characters.
const LONGEST_REASON: usize = 200;

/// `POST …/grants`: gives them a plan.
pub(crate) async fn grant(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let member = find(&app, &id).await?;
    let now = app.clock.now();
    let problem = match asked(&staff, &fields, now) {
        Err(problem) => problem,
        Ok((plan, from, until, reason)) => {
            match app.billing.grant(member.id, &plan, from, until, &reason).await {
                Ok(grant) => {
                    let detail = json!({ "grant": grant, "plan": plan, "from": from, "until": until });
                    staff.record(&app, "plan-granted", &id, &detail).await?;
                    return see_other(&address(member.id, "granted"));
                }
                Err(BillingError::EndsTooEarly) => "until",
                Err(BillingError::NoSuchPlan(_)) => "plan",
                Err(BillingError::NoSuchMember(_)) => return Err(Failure::NotFound),
                Err(error) => return Err(error.into()),
            }
        }
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    page(&app, &staff, &id, Said { status, fields, problem: Some(problem), ..Said::default() }).await
}

/// `POST …/grants/{grant}/end`: takes one back, now.
pub(crate) async fn revoke(
    State(app): State<App>,
    staff: Staff,
    Path((id, grant)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let member = find(&app, &id).await?;
    let grant: GrantId = grant.parse().map_err(|_| Failure::NotFound)?;
    if app.billing.revoke_of(member.id, grant).await?.total() > 0 {
        let detail = json!({ "grant": grant });
        staff.record(&app, "plan-revoked", &id, &detail).await?;
    }
    see_other(&address(member.id, "revoked"))
}

type Wanted = (PlanKey, Timestamp, Option<Timestamp>, String);

/// The grant as the form says it: from now on, or from a day on; up to and with a last day.
fn asked(staff: &Staff, fields: &Fields, now: Timestamp) -> Result<Wanted, &'static str> {
    let zone = &staff.publication.site.time_zone;
    let start_of = |day: Date| zone.to_timestamp(day.at(0, 0, 0, 0)).ok();
    let plan = fields.get("plan").parse().map_err(|_| "plan")?;
    let from = match fields.get("from") {
        "" => now,
        text => text.parse().ok().and_then(start_of).ok_or("from")?.max(now),
    };
    let until = match fields.get("until") {
        "" => None,
        text => {
            let last: Option<Date> = text.parse().ok();
            Some(last.and_then(|day| day.tomorrow().ok()).and_then(start_of).ok_or("until")?)
        }
    };
    let reason = fields.get("reason");
    if reason.is_empty() || reason.chars().count() > LONGEST_REASON {
        return Err("reason");
    }
    Ok((plan, from, until, reason.to_owned()))
}
