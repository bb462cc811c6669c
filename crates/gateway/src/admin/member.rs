//! `/admin/members/{id}`: what a member has bought and been given, and giving and taking back.

use accounts::{Member, Role};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use billing::rule::explain;
use billing::{BillingError, Given, GrantId};
use http::StatusCode;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::{MemberId, Money, PlanKey};
use serde_json::json;

use super::fields::Fields;
use super::payments::failed_view;
use super::{Done, Staff, page_with, plan_names};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::subscribe::offer;
use crate::view::build;
use crate::view::desk::{Choice, GivenView, MemberView, NewGrantView, OwnPaymentView, OwnSaleView};

/// Longest reason, in characters.
const LONGEST_REASON: usize = 200;

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let done = done.of(&["granted", "revoked"]);
    page(&app, &staff, &id, StatusCode::OK, &Fields::default(), done, None).await
}

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
    page(&app, &staff, &id, StatusCode::UNPROCESSABLE_ENTITY, &fields, None, Some(problem)).await
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

async fn find(app: &App, id: &str) -> Result<Member, Failure> {
    let id: MemberId = id.parse().map_err(|_| Failure::NotFound)?;
    app.accounts.member(id).await?.ok_or(Failure::NotFound)
}

fn address(member: MemberId, done: &str) -> String {
    format!("/admin/members/{member}?done={done}")
}

async fn page(
    app: &App,
    staff: &Staff,
    id: &str,
    status: StatusCode,
    fields: &Fields,
    done: Option<&'static str>,
    problem: Option<&'static str>,
) -> Result<Response, Failure> {
    let member = find(app, id).await?;
    let names = plan_names(app, &staff.publication, &staff.locale).await?;
    let name = |key: &PlanKey| names.get(key.as_str()).cloned().unwrap_or_else(|| key.to_string());
    let now = app.clock.now();
    let prices = app.billing.prices().await?;
    let policy = app.billing.policy();
    let sales = app.billing.purchases(member.id).await?.into_iter().map(|purchase| {
        let facts = &purchase.facts;
        let price = prices.iter().find(|price| Some(price.id) == purchase.price);
        let (open, why) = explain(facts, &policy, now);
        OwnSaleView {
            plan: facts.plan.as_ref().map(name).unwrap_or_default(),
            offer: price.map(offer::offer),
            status: facts.status.as_str(),
            why: why.as_str(),
            open,
            since: build::rfc3339(facts.started_at),
        }
    });
    let sales: Vec<_> = sales.collect();
    // What was paid is the owners' to see.
    let shows_money = staff.role == Role::Owner;
    let (payments, failed) = if shows_money {
        (app.billing.invoices(member.id).await?, app.billing.failed_payments_of(member.id).await?)
    } else {
        (Vec::new(), Vec::new())
    };
    let payments = payments.into_iter().map(|invoice| OwnPaymentView {
        number: invoice.number.unwrap_or_default(),
        refunded: (invoice.refunded > 0).then(|| Money::new(invoice.refunded, invoice.total.currency)),
        total: invoice.total,
        status: invoice.status,
        url: invoice.url,
        at: build::rfc3339(invoice.created_at),
    });
    let grants = app.billing.grants_with_revoked(member.id).await?;
    let chosen = fields.get("plan");
    let mut plans: Vec<Choice> = names
        .iter()
        .map(|(key, name)| Choice { word: key.clone(), name: name.clone(), chosen: key == chosen })
        .collect();
    plans.sort_by(|a, b| a.name.cmp(&b.name));
    let view = MemberView {
        id: id.to_owned(),
        email: member.email.to_string(),
        name: member.name.clone(),
        since: build::rfc3339(member.created_at),
        role: member.role.map(Role::as_str),
        sales,
        shows_money,
        payments: payments.collect(),
        failed: failed.into_iter().map(failed_view).collect(),
        grants: grants.iter().map(|given| given_view(given, now, &name)).collect(),
        new: NewGrantView {
            plans,
            from: fields.get("from").to_owned(),
            until: fields.get("until").to_owned(),
            reason: fields.get("reason").to_owned(),
        },
        done,
        problem,
    };
    let path = format!("/admin/members/{id}");
    page_with(app, staff, status, &path, "title-admin-members", "admin/member.html", "member", view)
}

fn given_view(given: &Given, now: Timestamp, name: &impl Fn(&PlanKey) -> String) -> GivenView {
    let grant = &given.grant;
    let state = if given.revoked_at.is_some() {
        "revoked"
    } else if given.counts_at(now) {
        "running"
    } else if grant.starts_at > now {
        "to-come"
    } else {
        "over"
    };
    GivenView {
        id: grant.id.to_string(),
        plan: name(&grant.plan),
        from: build::rfc3339(grant.starts_at),
        until: grant.ends_at.map(build::rfc3339),
        reason: grant.reason.clone(),
        state,
        can_end: matches!(state, "running" | "to-come"),
    }
}
