//! `/admin/settings/integrations`: what Gazette stands on, and whether each of it works.
//!
//! How they are reached is the operator's business (`gazette.toml`); here it is only tried out.

use axum::Form;
use axum::extract::State;
use axum::response::Response;
use billing::BillingError;
use http::StatusCode;
use search::SearchError;

use crate::admin::fields::Fields;
use crate::admin::{Staff, page_with};
use crate::app::App;
use crate::failure::Failure;
use crate::view::settings::{IntegrationView, IntegrationsView, TriedView};

const PATH: &str = "/admin/settings/integrations";

/// What can be tried out.
const ALL: [&str; 4] = ["storage", "search", "mail", "stripe"];

/// How a try went: the second half of a key `settings-tried-…`, and what the other side said.
struct Tried {
    outcome: &'static str,
    detail: Option<String>,
}

impl Tried {
    fn well(outcome: &'static str) -> Self {
        Self { outcome, detail: None }
    }

    fn badly(outcome: &'static str, said: &(impl std::error::Error + 'static)) -> Self {
        let causes =
            std::iter::successors(Some(said as &(dyn std::error::Error + 'static)), |error| error.source());
        let mut said: Vec<String> = causes.map(ToString::to_string).collect();
        // A cause is often quoted by what it caused.
        said.dedup_by(|inner, outer| outer.contains(inner.as_str()));
        Self { outcome, detail: Some(said.join(": ").chars().take(500).collect()) }
    }
}

/// `GET`
pub(crate) async fn show(State(app): State<App>, staff: Staff) -> Result<Response, Failure> {
    page(&app, &staff, StatusCode::OK, None)
}

/// `POST`: tries one out, which changes nothing.
pub(crate) async fn test(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let Some(name) = ALL.into_iter().find(|name| *name == fields.get("test")) else {
        return page(&app, &staff, StatusCode::UNPROCESSABLE_ENTITY, None);
    };
    let tried = match name {
        "storage" => storage(&app).await,
        "search" => search(&app).await,
        "mail" => mail(&app).await,
        _ => stripe(&app).await,
    };
    page(&app, &staff, StatusCode::OK, Some(&(name, tried)))
}

async fn storage(app: &App) -> Tried {
    match app.media.check().await {
        Ok(()) => Tried::well("works"),
        Err(error) => {
            let text = error.to_string();
            let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
            let outcome = if says(&["NoSuchBucket"]) {
                "no-bucket"
            } else if says(&["InvalidAccessKeyId", "SignatureDoesNotMatch"]) {
                "key"
            } else if says(&["AccessDenied", "Permission denied", "Read-only"]) {
                "denied"
            } else if says(&["HTTP error", "error sending", "Connect"]) {
                "unreachable"
            } else {
                "fails"
            };
            Tried::badly(outcome, &error)
        }
    }
}

async fn search(app: &App) -> Tried {
    match app.search.health().await {
        Ok(_) => Tried::well("works"),
        Err(error) => {
            let outcome = match &error {
                SearchError::Building => "building",
                SearchError::Unreachable(_) => "unreachable",
                SearchError::Refused(_) => "key",
                SearchError::Folder(_) => "denied",
                _ => "fails",
            };
            Tried::badly(outcome, &error)
        }
    }
}

async fn mail(app: &App) -> Tried {
    let Some(transport) = &app.post else { return Tried::well("mail-off") };
    match transport.check().await {
        Ok(()) => Tried::well("works"),
        Err(problem) => Tried::badly(if problem.is_refusal() { "key" } else { "unreachable" }, &problem),
    }
}

async fn stripe(app: &App) -> Tried {
    match app.billing.coupons().await {
        Ok(_) => Tried::well("works"),
        Err(BillingError::NoStripe) => Tried::well("stripe-off"),
        Err(BillingError::Stripe(error)) => {
            let outcome = match &error {
                billing::StripeFailure::Unreachable(_) | billing::StripeFailure::Failing { .. } => {
                    "unreachable"
                }
                billing::StripeFailure::Refused { .. } => "key",
                billing::StripeFailure::Unreadable(_) => "fails",
            };
            Tried::badly(outcome, &error)
        }
        Err(error) => Tried::badly("fails", &error),
    }
}

fn page(
    app: &App,
    staff: &Staff,
    status: StatusCode,
    tried: Option<&(&'static str, Tried)>,
) -> Result<Response, Failure> {
    let integrations = ALL.iter().map(|name| IntegrationView {
        name,
        place: (*name == "storage").then(|| app.media.place()),
        tried: tried.filter(|(which, _)| which == name).map(|(_, tried)| TriedView {
            outcome: tried.outcome,
            works: tried.outcome == "works",
            detail: tried.detail.clone(),
        }),
    });
    let view = IntegrationsView { integrations: integrations.collect() };
    let template = "admin/settings-integrations.html";
    page_with(app, staff, status, PATH, "title-admin-integrations", template, "settings", view)
}
