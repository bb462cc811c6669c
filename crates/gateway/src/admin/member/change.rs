//! `/admin/members/{id}/change`: moving a subscription to another price for its holder, after seeing
//! what it costs them now.

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use billing::{BillingError, PriceId, Purchase};
use http::StatusCode;
use kernel::MemberId;
use serde::Serialize;
use serde_json::json;

use super::{address, find, problem_of, wait};
use crate::account::change::{Wanted, choices};
use crate::admin::{Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::view::subscribe::ChangeView;

/// The page: whose subscription, and where it can move to.
#[derive(Serialize)]
struct View {
    id: String,
    email: String,
    /// None if nothing of theirs can be changed.
    change: Option<ChangeView>,
    problem: Option<&'static str>,
}

/// `GET`: the plans to choose from; with `to`, what moving there would cost.
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Failure> {
    page(&app, &staff, &id, &wanted, StatusCode::OK, None).await
}

/// `POST`: moves there.
pub(crate) async fn make(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Form(mut wanted): Form<Wanted>,
) -> Result<Response, Failure> {
    let member = find(&app, &id).await?;
    let to: Option<PriceId> = wanted.to.as_deref().and_then(|to| to.parse().ok());
    let purchases = app.billing.purchases(member.id).await?;
    let before = purchases.iter().find(|own| own.id == wanted.purchase).map(|own| own.price);
    let (Some(to), Some(before)) = (to, before) else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(&app, &staff, &id, &wanted, status, Some("sale-unknown")).await;
    };
    match app.billing.change_price(member.id, &wanted.purchase, to, wanted.shown_at()).await {
        Ok(()) => {}
        // Shown too long ago: it is shown anew, as it is now.
        Err(BillingError::Stale) => {
            wanted.anew = Some("1".to_owned());
            return page(&app, &staff, &id, &wanted, StatusCode::CONFLICT, None).await;
        }
        Err(error) => {
            let said = problem_of(error)?;
            return page(&app, &staff, &id, &wanted, said.status, said.problem).await;
        }
    }
    let detail = json!({
        "purchase": wanted.purchase,
        "before": { "price": before },
        "after": { "price": to },
    });
    staff.record(&app, "subscription-moved", &id, &detail).await?;
    wait(&app, member.id, |purchases| {
        purchases.iter().any(|own| own.id == wanted.purchase && own.price == Some(to))
    })
    .await?;
    see_other(&address(member.id, "sale-changed"))
}

async fn page(
    app: &App,
    staff: &Staff,
    id: &str,
    wanted: &Wanted,
    status: StatusCode,
    problem: Option<&'static str>,
) -> Result<Response, Failure> {
    let member = find(app, id).await?;
    let (mut status, mut problem) = (status, problem);
    let change = match changeable(app, member.id, &wanted.purchase).await? {
        None => None,
        Some(own) => match choices(app, &staff.publication, &staff.locale, member.id, &own, wanted).await {
            Ok(change) => Some(change),
            Err(error) => {
                let said = problem_of(error)?;
                (status, problem) = (said.status, said.problem);
                None
            }
        },
    };
    let view = View { id: id.to_owned(), email: member.email.to_string(), change, problem };
    let path = format!("/admin/members/{id}/change");
    page_with(app, staff, status, &path, "member-sale-change", "admin/member-change.html", "member", view)
}

/// The subscription that is named, or else the first that runs.
async fn changeable(app: &App, member: MemberId, purchase: &str) -> Result<Option<Purchase>, Failure> {
    let own = app.billing.purchases(member).await?;
    let runs =
        |own: &Purchase| own.facts.status.is_live() && own.facts.bought.is_plan() && own.price.is_some();
    Ok(own.into_iter().find(|own| runs(own) && (purchase.is_empty() || own.id == purchase)))
}
