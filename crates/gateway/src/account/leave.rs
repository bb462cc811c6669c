//! `/{locale}/account/subscription/end`: before a subscription is cancelled, what else there is; and
//! one click to cancel all the same.

use std::time::Duration;

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use billing::{Every, PAUSES, Price, Purchase, Reason};
use http::{HeaderMap, Method, StatusCode};
use kernel::{Locale, MemberId};
use serde::Deserialize;
use url::form_urlencoded;

use super::subscription::{Which, done, failed, home, member};
use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{Encoded, Freshness};
use crate::publication::Publication;
use crate::reader::Reader;
use crate::subscribe::offer;
use crate::view::build;
use crate::view::subscribe::{CheaperView, LeaveView, OffView};

/// How long the page waits for what is offered.
const PATIENCE: Duration = Duration::from_secs(3);

#[derive(Deserialize)]
pub(crate) struct Leaving {
    #[serde(default)]
    purchase: String,
    #[serde(default)]
    reason: String,
}

/// `GET`: what else there is.
pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Query(which): Query<Which>,
) -> Result<Response, Failure> {
    let Some(member) = member(&reader) else {
        return see_other(&address::sign_in(&locale, &home(&locale)));
    };
    let Some(own) = endable(&app, member, &which.purchase).await? else { return see_other(&home(&locale)) };
    let view = view(&app, &publication, &locale, member, &own).await?;
    let head = Head {
        path: home(&locale),
        title: framing::text(&app, &locale, "title-leave"),
        robots: Some("noindex"),
        ..Head::default()
    };
    let frame = framing::frame(&app, &publication, &locale, head, true);
    let html = framing::render(&app, &publication, "leave.html", &frame, "leave", view)?;
    let answer =
        Encoded::html(html).answer_with(StatusCode::OK, &Method::GET, &HeaderMap::new(), Freshness::Never);
    Ok(answer.map(axum::body::Body::new))
}

/// `POST`: the subscription ends with the period that is paid.
pub(crate) async fn leave(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Form(leaving): Form<Leaving>,
) -> Result<Response, Failure> {
    let Some(member) = member(&reader) else { return see_other(&home(&locale)) };
    // Nobody has to say why.
    let reason: Option<Reason> = leaving.reason.parse().ok();
    match app.billing.leave(member, &leaving.purchase, reason).await {
        Ok(()) => done(&locale, "ended"),
        Err(error) => failed(&app, &publication, &locale, &reader, error).await,
    }
}

/// `POST …/stay`: takes what is offered for staying.
pub(crate) async fn stay(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Form(which): Form<Which>,
) -> Result<Response, Failure> {
    let Some(member) = member(&reader) else { return see_other(&home(&locale)) };
    match app.billing.take_stay_offer(member, &which.purchase).await {
        Ok(()) => done(&locale, "stayed"),
        Err(error) => failed(&app, &publication, &locale, &reader, error).await,
    }
}

/// The member's purchase of that id, if it runs and isn't ending.
async fn endable(app: &App, member: MemberId, purchase: &str) -> Result<Option<Purchase>, Failure> {
    let own = app.billing.purchases(member).await?;
    let fits =
        |own: &Purchase| own.id == purchase && own.facts.status.is_live() && own.facts.cancel_at.is_none();
    Ok(own.into_iter().find(fits))
}

async fn view(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    member: MemberId,
    own: &Purchase,
) -> Result<LeaveView, Failure> {
    Ok(LeaveView {
        purchase: own.id.clone(),
        plan: plan_name(app, publication, locale, own).await?,
        ends_at: build::rfc3339(own.facts.period.until),
        pauses: if own.may_pause() { PAUSES.collect() } else { Vec::new() },
        cheaper: cheaper(app, publication, locale, own).await?,
        off: stay_offer(app, member, own).await,
        reasons: Reason::ALL.iter().map(|reason| reason.as_str().to_owned()).collect(),
    })
}

/// What the publisher offers for staying. Whoever wants to leave isn't kept waiting for it.
async fn stay_offer(app: &App, member: MemberId, own: &Purchase) -> Option<OffView> {
    match tokio::time::timeout(PATIENCE, app.billing.stay_offer(member, &own.id)).await {
        Ok(Ok(offer)) => offer.as_ref().map(offer::off),
        Ok(Err(error)) => {
            tracing::warn!(%error, "can't ask what is offered for staying");
            None
        }
        Err(_) => None,
    }
}

/// Prices that are lower by the month, in the same currency; the highest of them first.
async fn cheaper(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    own: &Purchase,
) -> Result<Vec<CheaperView>, Failure> {
    let prices = app.billing.prices().await?;
    let Some(current) = prices.iter().find(|price| Some(price.id) == own.price) else {
        return Ok(Vec::new());
    };
    let Some(now) = by_the_month(current) else { return Ok(Vec::new()) };
    let lower = |price: &&Price| {
        price.offered
            && price.amount.currency == current.amount.currency
            && by_the_month(price).is_some_and(|amount| amount < now)
    };
    let plans = app.billing.plans().await?;
    let default = &publication.site.default_locale;
    let mut views: Vec<(i64, CheaperView)> = Vec::new();
    for price in prices.iter().filter(lower) {
        let plan = plans.iter().find(|plan| plan.key == price.plan);
        let Some(named) = plan.and_then(|plan| offer::plan_view(plan, locale, default)) else { continue };
        let query: String = form_urlencoded::Serializer::new(String::new())
            .append_pair("purchase", &own.id)
            .append_pair("to", &price.id.to_string())
            .finish();
        let href = format!("{}/change?{query}", home(locale));
        let offer = crate::view::subscribe::OfferView { trial_days: 0, ..offer::offer(price) };
        views.push((by_the_month(price).unwrap_or(0), CheaperView { plan: named.name, offer, href }));
    }
    views.sort_by_key(|(amount, _)| std::cmp::Reverse(*amount));
    Ok(views.into_iter().map(|(_, view)| view).collect())
}

/// Twelve times what a price is a month, so that nothing is lost to rounding; `None` of a pass.
fn by_the_month(price: &Price) -> Option<i64> {
    match price.every {
        Every::Month => price.amount.minor.checked_mul(12),
        Every::Year => Some(price.amount.minor),
        Every::Pass { .. } => None,
    }
}

/// What the plan of a purchase is called.
pub(super) async fn plan_name(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    own: &Purchase,
) -> Result<String, Failure> {
    let plans = app.billing.plans().await?;
    let plan = plans.iter().find(|plan| Some(&plan.key) == own.facts.plan.as_ref());
    let named = plan.and_then(|plan| offer::plan_view(plan, locale, &publication.site.default_locale));
    let key = || own.facts.plan.as_ref().map(ToString::to_string).unwrap_or_default();
    Ok(named.map_or_else(key, |plan| plan.name))
}
