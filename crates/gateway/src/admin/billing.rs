//! `/admin/billing`: plans and prices, who subscribes, whose payments fail, and what Stripe has
//! said. For owners: the money is theirs.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use billing::Sale;
use billing::rule::explain;
use jiff::Timestamp;
use serde::Deserialize;

use super::{Staff, page, plan_names};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::subscribe::offer;
use crate::view::admin::{BillingView, EventView, GivenUpView, PriceView, SaleView};
use crate::view::build;

const PATH: &str = "/admin/billing";
/// Rows of each list.
const ROWS: u64 = 50;

#[derive(Deserialize)]
pub(crate) struct Asked {
    done: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Task {
    #[serde(default)]
    task: String,
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let names = plan_names(&app, &staff.publication, &staff.locale).await?;
    let prices = app.billing.prices().await?;
    let (now, policy) = (app.clock.now(), app.billing.policy());
    let name = |key: &str| names.get(key).cloned().unwrap_or_else(|| key.to_owned());
    let sale = |sale: &Sale| {
        let facts = &sale.purchase.facts;
        let price = prices.iter().find(|price| Some(price.id) == sale.purchase.price);
        SaleView {
            email: sale.email.clone(),
            proved: sale.member.is_some(),
            plan: facts.plan.as_ref().map(|plan| name(plan.as_str())).unwrap_or_default(),
            offer: price.map(offer::offer),
            status: facts.status.as_str(),
            why: explain(facts, &policy, now).1.as_str(),
            since: build::rfc3339(facts.started_at),
        }
    };
    let view = BillingView {
        prices: prices
            .iter()
            .map(|price| PriceView {
                plan: name(price.plan.as_str()),
                offer: offer::offer(price),
                offered: price.offered,
            })
            .collect(),
        failing: app.billing.failing_sales(ROWS).await?.iter().map(sale).collect(),
        sales: app.billing.recent_sales(ROWS).await?.iter().map(sale).collect(),
        given_up: app
            .billing
            .given_up()
            .await?
            .into_iter()
            .map(|task| GivenUpView { task: task.task, error: task.error, attempts: task.attempts })
            .collect(),
        events: app.billing.events(ROWS).await?.into_iter().map(|event| event_view(&event, now)).collect(),
        replayed: asked.done.as_deref() == Some("replayed"),
    };
    page(&app, &staff, PATH, "title-admin-billing", "admin/billing.html", "billing", view)
}

/// `POST …/replay`: tries a task anew that was given up.
pub(crate) async fn replay(
    State(app): State<App>,
    staff: Staff,
    Form(task): Form<Task>,
) -> Result<Response, Failure> {
    app.billing.replay(&task.task).await?;
    let detail = serde_json::json!({});
    app.accounts.record(&staff.actor(), "billing-replayed", &task.task, &detail).await?;
    see_other(&format!("{PATH}?done=replayed"))
}

fn event_view(event: &billing::Event, now: Timestamp) -> EventView {
    EventView {
        id: event.id.clone(),
        kind: event.kind.clone(),
        received_at: build::rfc3339(event.received_at.min(now)),
        state: match (&event.task, event.applied_at) {
            (None, _) => "kept",
            (Some(_), Some(_)) => "applied",
            (Some(_), None) => "waiting",
        },
    }
}
