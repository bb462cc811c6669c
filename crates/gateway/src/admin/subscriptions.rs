//! `/admin/billing`: who subscribes to what, found by address, state and plan.

use axum::extract::{Query, State};
use axum::response::Response;
use billing::facts::Status;
use billing::rule::explain;
use billing::{Sale, SaleSearch};
use kernel::PlanKey;
use serde::Deserialize;
use url::form_urlencoded;

use super::paging;
use super::{Staff, page, plan_names};
use crate::app::App;
use crate::extract::PageNumber;
use crate::failure::Failure;
use crate::subscribe::offer;
use crate::view::build;
use crate::view::desk::{Choice, SaleView, SubscriptionsView};

const PATH: &str = "/admin/billing";

/// All states, in the order in which they are offered.
const STATES: [Status; 9] = [
    Status::Active,
    Status::Trialing,
    Status::PastDue,
    Status::Unpaid,
    Status::Paused,
    Status::Canceled,
    Status::Incomplete,
    Status::IncompleteExpired,
    Status::Once,
];

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    email: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    plan: String,
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
    PageNumber(number): PageNumber,
) -> Result<Response, Failure> {
    let search = SaleSearch {
        email: asked.email.clone(),
        status: STATES.into_iter().find(|status| status.as_str() == asked.state),
        plan: asked.plan.parse::<PlanKey>().ok(),
    };
    let mut sales = app.billing.sales(&search, paging::stretch(number)).await?;
    let more = paging::more(&mut sales);
    let names = plan_names(&app, &staff.publication, &staff.locale).await?;
    let prices = app.billing.prices().await?;
    let (now, policy) = (app.clock.now(), app.billing.policy());
    let name = |key: &str| names.get(key).cloned().unwrap_or_else(|| key.to_owned());
    let sale = |sale: &Sale| {
        let facts = &sale.purchase.facts;
        let price = prices.iter().find(|price| Some(price.id) == sale.purchase.price);
        SaleView {
            email: sale.email.clone(),
            member: sale.member.map(|member| member.to_string()),
            plan: facts.plan.as_ref().map(|plan| name(plan.as_str())).unwrap_or_default(),
            offer: price.map(offer::offer),
            status: facts.status.as_str(),
            why: explain(facts, &policy, now).1.as_str(),
            since: build::rfc3339(facts.started_at),
        }
    };
    let mut plans: Vec<Choice> = names
        .iter()
        .map(|(key, name)| Choice { word: key.clone(), name: name.clone(), chosen: *key == asked.plan })
        .collect();
    plans.sort_by(|a, b| a.name.cmp(&b.name));
    let view = SubscriptionsView {
        email: asked.email.clone(),
        states: STATES
            .iter()
            .map(|status| Choice {
                word: status.as_str().to_owned(),
                name: String::new(),
                chosen: Some(*status) == search.status,
            })
            .collect(),
        plans,
        sales: sales.iter().map(sale).collect(),
        narrowed: !asked.email.is_empty() || search.status.is_some() || search.plan.is_some(),
        pager: paging::pager(number, more, |number| asked.address(number)),
    };
    page(&app, &staff, PATH, "title-admin-billing", "admin/subscriptions.html", "billing", view)
}

impl Asked {
    fn address(&self, page: u64) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in [("email", &self.email), ("state", &self.state), ("plan", &self.plan)] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        query.append_pair("page", &page.to_string());
        format!("{PATH}?{}", query.finish())
    }
}
