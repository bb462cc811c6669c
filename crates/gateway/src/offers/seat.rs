//! `/{locale}/account/seat`: taking a seat that was offered by mail. The link is no secret: a seat is
//! for its address, and who signs in has proved theirs.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use billing::{SeatError, SeatId};
use http::StatusCode;
use kernel::Locale;
use serde::Deserialize;

use super::{Page, Request};
use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::reader::Reader;
use crate::view::offers::InvitationView;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Which {
    seat: String,
}

/// The address of an offered seat.
pub(crate) fn address(locale: &Locale, seat: SeatId) -> String {
    format!("{}?seat={seat}", address::named(locale, "account/seat"))
}

/// `GET`: what is offered. It changes nothing.
pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Query(which): Query<Which>,
) -> Result<Response, Failure> {
    let request = Request { app: &app, publication: &publication, locale: &locale, reader: &reader };
    let seat: SeatId = which.seat.parse().map_err(|_| Failure::NotFound)?;
    page(&request, seat, StatusCode::OK, None).await
}

/// `POST`: takes it.
pub(crate) async fn accept(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Form(which): Form<Which>,
) -> Result<Response, Failure> {
    let request = Request { app: &app, publication: &publication, locale: &locale, reader: &reader };
    let seat: SeatId = which.seat.parse().map_err(|_| Failure::NotFound)?;
    let Reader::SignedIn(signed_in) = &reader else {
        return see_other(&address::sign_in(&locale, &address(&locale, seat)));
    };
    let own = address::named(&locale, "account/group");
    match app.billing.accept_seat(seat, signed_in.member.id, &signed_in.member.email).await {
        Ok(()) => {
            app.readers.forget(signed_in.session.id);
            see_other(&format!("{own}?done=accepted"))
        }
        Err(SeatError::Seated) => see_other(&own),
        Err(SeatError::NoSeat) => page(&request, seat, StatusCode::CONFLICT, Some("full")).await,
        Err(SeatError::NotYours) => page(&request, seat, StatusCode::FORBIDDEN, Some("other")).await,
        Err(SeatError::Billing(error)) => Err(error.into()),
        Err(_) => page(&request, seat, StatusCode::GONE, Some("gone")).await,
    }
}

async fn page(
    request: &Request<'_>,
    seat: SeatId,
    status: StatusCode,
    refused: Option<&'static str>,
) -> Result<Response, Failure> {
    let offered = request.app.billing.invitation(seat).await?;
    let state = match (refused, &offered, request.reader.member()) {
        (Some(refused), ..) => refused,
        (None, None, _) => "gone",
        (None, Some(_), None) => "sign-in",
        (None, Some(offered), Some(member)) if offered.email == member.email => "open",
        (None, Some(_), Some(_)) => "other",
    };
    // Whom it is from is told only to whom it is for.
    let shown = offered.filter(|_| state == "open");
    let plan = match shown.as_ref().and_then(|offered| offered.plan.as_ref()) {
        Some(plan) => request.plan_name(plan).await?,
        None => String::new(),
    };
    let view = InvitationView {
        seat: seat.to_string(),
        state,
        plan,
        from: shown.map(|offered| offered.from).unwrap_or_default(),
        sign_in_href: address::sign_in(request.locale, &address(request.locale, seat)),
    };
    let page = Page {
        path: format!("account/seat?seat={seat}"),
        title: "title-seat",
        template: "seat.html",
        name: "seat",
    };
    request.answer(&page, view, status)
}
