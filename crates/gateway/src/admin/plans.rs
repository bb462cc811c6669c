//! `/admin/plans`: what can be subscribed to, in its order; and making a plan.

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use billing::{BillingError, KeptPlan, Move, Plan, PlanText};
use http::StatusCode;
use kernel::PlanKey;
use serde::Deserialize;
use serde_json::json;

use super::fields::Fields;
use super::{Done, Staff, page_with, plan_names};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::subscribe::offer;
use crate::view::desk::{NewPlanView, PlanLine, PlansView};

const PATH: &str = "/admin/plans";

#[derive(Deserialize)]
pub(crate) struct Way {
    #[serde(default)]
    to: String,
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    page(&app, &staff, StatusCode::OK, &Fields::default(), done.of(&["moved"]), None).await
}

/// `POST`: makes a plan, with its name in the language of the one who makes it.
pub(crate) async fn create(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let name = fields.get("name");
    let problem = match fields.get("key").parse::<PlanKey>() {
        Err(_) => "key",
        Ok(_) if name.is_empty() => "name",
        Ok(key) => {
            let text = PlanText {
                locale: staff.locale.clone(),
                name: name.to_owned(),
                description: String::new(),
                benefits: Vec::new(),
            };
            let plan =
                Plan { key: key.clone(), texts: vec![text], includes: std::collections::BTreeSet::new() };
            match app.billing.create_plan(&plan).await {
                Ok(()) => {
                    staff.record(&app, "plan-created", key.as_str(), &json!({})).await?;
                    return see_other(&format!("{PATH}/{key}?done=created"));
                }
                Err(BillingError::PlanExists(_)) => "exists",
                Err(error) => return Err(error.into()),
            }
        }
    };
    page(&app, &staff, StatusCode::UNPROCESSABLE_ENTITY, &fields, None, Some(problem)).await
}

/// `POST …/{key}/move`: one place up or down.
pub(crate) async fn shift(
    State(app): State<App>,
    staff: Staff,
    Path(key): Path<String>,
    Form(way): Form<Way>,
) -> Result<Response, Failure> {
    let key: PlanKey = key.parse().map_err(|_| Failure::NotFound)?;
    let to = if way.to == "up" { Move::Up } else { Move::Down };
    match app.billing.move_plan(&key, to).await {
        Ok(()) => {}
        Err(BillingError::NoSuchPlan(_)) => return Err(Failure::NotFound),
        Err(error) => return Err(error.into()),
    }
    staff.record(&app, "plan-moved", key.as_str(), &json!({ "to": way.to })).await?;
    see_other(&format!("{PATH}?done=moved"))
}

async fn page(
    app: &App,
    staff: &Staff,
    status: StatusCode,
    fields: &Fields,
    done: Option<&'static str>,
    problem: Option<&'static str>,
) -> Result<Response, Failure> {
    let plans = app.billing.kept_plans().await?;
    let names = plan_names(app, &staff.publication, &staff.locale).await?;
    let view = PlansView {
        plans: plans.iter().map(|kept| line(kept, &names)).collect(),
        new: NewPlanView { key: fields.get("key").to_owned(), name: fields.get("name").to_owned() },
        sells: app.billing.sells(),
        stripe_problem: app.billing.catalog_problem().await?,
        done,
        problem,
    };
    page_with(app, staff, status, PATH, "title-admin-plans", "admin/plans.html", "plans", view)
}

fn line(kept: &KeptPlan, names: &std::collections::HashMap<String, String>) -> PlanLine {
    let key = kept.plan.key.to_string();
    let offered = || kept.prices.iter().filter(|kept| kept.price.offered);
    PlanLine {
        name: names.get(&key).cloned().unwrap_or_else(|| key.clone()),
        offers: offered().map(|kept| offer::offer(&kept.price)).collect(),
        payers: kept.prices.iter().map(|kept| kept.payers).sum(),
        pushed: kept.product.is_some() && offered().all(|kept| kept.stripe.is_some()),
        from_file: kept.from_file,
        key,
    }
}
