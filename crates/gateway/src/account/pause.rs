//! `/{locale}/account/subscription/pause`: letting a subscription rest for some months.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use billing::{PAUSES, Purchase};
use http::{HeaderMap, Method, StatusCode};
use serde::Deserialize;

use super::leave::plan_name;
use super::subscription::{Which, done, failed, home, member};
use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{Encoded, Freshness};
use crate::reader::Reader;
use crate::view::build;
use crate::view::subscribe::PauseView;

#[derive(Deserialize)]
pub(crate) struct Pausing {
    #[serde(default)]
    purchase: String,
    #[serde(default)]
    months: String,
}

/// `GET`: for how long.
pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Query(which): Query<Which>,
) -> Result<Response, Failure> {
    let Some(member) = member(&reader) else {
        return see_other(&address::sign_in(&locale, &home(&locale)));
    };
    let fits = |own: &Purchase| own.id == which.purchase && own.may_pause();
    let own = app.billing.purchases(member).await?.into_iter().find(fits);
    let Some(own) = own else { return see_other(&home(&locale)) };
    let view = PauseView {
        purchase: own.id.clone(),
        plan: plan_name(&app, &publication, &locale, &own).await?,
        ends_at: build::rfc3339(own.facts.period.until),
        pauses: PAUSES.collect(),
    };
    let head = Head {
        path: home(&locale),
        title: framing::text(&app, &locale, "title-pause"),
        robots: Some("noindex"),
        ..Head::default()
    };
    let frame = framing::frame(&app, &publication, &locale, head, true);
    let html = framing::render(&app, &publication, "pause.html", &frame, "pause", view)?;
    let answer =
        Encoded::html(html).answer_with(StatusCode::OK, &Method::GET, &HeaderMap::new(), Freshness::Never);
    Ok(answer.map(axum::body::Body::new))
}

/// `POST`: it rests.
pub(crate) async fn pause(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Form(pausing): Form<Pausing>,
) -> Result<Response, Failure> {
    let Some(member) = member(&reader) else { return see_other(&home(&locale)) };
    let months = pausing.months.parse().unwrap_or(0);
    match app.billing.pause(member, &pausing.purchase, months).await {
        Ok(()) => done(&locale, "paused"),
        Err(error) => failed(&app, &publication, &locale, &reader, error).await,
    }
}

/// `POST …/end-pause`: it goes on now.
pub(crate) async fn end(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Form(which): Form<Which>,
) -> Result<Response, Failure> {
    let Some(member) = member(&reader) else { return see_other(&home(&locale)) };
    match app.billing.end_pause(member, &which.purchase).await {
        Ok(()) => done(&locale, "pause-ended"),
        Err(error) => failed(&app, &publication, &locale, &reader, error).await,
    }
}
