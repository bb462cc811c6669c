//! `/{locale}/account/group`: who has a seat, for who pays; and the reader's own seats.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use billing::{BillingError, Group, MOST_SEATS, SeatError, SeatId, SeatState};
use http::StatusCode;
use jiff::Timestamp;
use kernel::{Email, Money};
use serde::Deserialize;

use super::{Page, Request};
use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::reader::Reader;
use crate::view::build;
use crate::view::offers::{GroupView, GroupsView, OwnSeatView, SeatChangeView, SeatView};

const HERE: &str = "account/group";

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    done: String,
    group: String,
    seat: String,
    email: String,
    /// Text, so that whatever is typed gets an answer of ours.
    seats: String,
    /// `on` or `off`.
    domain: String,
    shown_at: String,
}

/// What the page says beside what there is.
#[derive(Default)]
struct Note {
    done: Option<&'static str>,
    problem: Option<&'static str>,
    typed: String,
    change: Option<SeatChangeView>,
    least: u32,
}

/// `GET`; with `seats`, what that number would cost.
pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Query(typed): Query<Typed>,
) -> Result<Response, Failure> {
    let request = Request { app: &app, publication: &publication, locale: &locale, reader: &reader };
    if typed.seats.is_empty() {
        let known = ["invited", "removed", "domain", "changed", "accepted", "left"];
        let done = known.into_iter().find(|done| typed.done == *done);
        return page(&request, StatusCode::OK, Note { done, ..Note::default() }).await;
    }
    let Some(member) = reader.member() else { return request.to_sign_in() };
    let Ok(seats) = typed.seats.trim().parse::<u32>() else {
        let note = Note { problem: Some("seats"), least: 1, ..Note::default() };
        return page(&request, StatusCode::UNPROCESSABLE_ENTITY, note).await;
    };
    match app.billing.preview_seats(member.id, &typed.group, seats).await {
        Ok((due, shown_at)) => {
            let change = SeatChangeView {
                purchase: typed.group.clone(),
                seats,
                due: (due.minor >= 0).then_some(due),
                credit: (due.minor < 0).then(|| Money::new(-due.minor, due.currency)),
                shown_at: shown_at.as_second().to_string(),
            };
            page(&request, StatusCode::OK, Note { change: Some(change), ..Note::default() }).await
        }
        Err(error) => refused(&request, error, String::new()).await,
    }
}

/// `POST …/invite`
pub(crate) async fn invite(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let request = Request { app: &app, publication: &publication, locale: &locale, reader: &reader };
    let Some(member) = reader.member() else { return request.to_sign_in() };
    let Ok(email) = typed.email.parse::<Email>() else {
        let note = Note { problem: Some("email"), typed: typed.email, ..Note::default() };
        return page(&request, StatusCode::UNPROCESSABLE_ENTITY, note).await;
    };
    let invited = app.billing.invite(member.id, &typed.group, &email, &locale).await;
    finish(&request, invited, "invited", typed.email).await
}

/// `POST …/remove`
pub(crate) async fn remove(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let request = Request { app: &app, publication: &publication, locale: &locale, reader: &reader };
    let Some(member) = reader.member() else { return request.to_sign_in() };
    let seat: SeatId = typed.seat.parse().map_err(|_| Failure::NotFound)?;
    let removed = app.billing.remove_seat(member.id, seat).await;
    finish(&request, removed, "removed", String::new()).await
}

/// `POST …/domain`
pub(crate) async fn domain(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let request = Request { app: &app, publication: &publication, locale: &locale, reader: &reader };
    let Some(member) = reader.member() else { return request.to_sign_in() };
    let opened = typed.domain == "on";
    let done = app.billing.open_to_domain(member.id, &member.email, &typed.group, opened).await;
    finish(&request, done, "domain", String::new()).await
}

/// `POST …/seats`: sets the number that was shown.
pub(crate) async fn seats(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let request = Request { app: &app, publication: &publication, locale: &locale, reader: &reader };
    let Some(member) = reader.member() else { return request.to_sign_in() };
    let seats: u32 = typed.seats.parse().map_err(|_| Failure::BadRequest)?;
    let shown_at = typed.shown_at.parse().ok().and_then(|second| Timestamp::from_second(second).ok());
    let shown_at = shown_at.ok_or(Failure::BadRequest)?;
    let set = app.billing.set_seats(member.id, &typed.group, seats, shown_at).await;
    finish(&request, set, "changed", String::new()).await
}

/// `POST …/leave`: gives the reader's own seat up.
pub(crate) async fn leave(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let request = Request { app: &app, publication: &publication, locale: &locale, reader: &reader };
    let Reader::SignedIn(signed_in) = &reader else { return request.to_sign_in() };
    let seat: SeatId = typed.seat.parse().map_err(|_| Failure::NotFound)?;
    let left = app.billing.leave_seat(signed_in.member.id, seat).await;
    app.readers.forget(signed_in.session.id);
    finish(&request, left, "left", String::new()).await
}

async fn finish(
    request: &Request<'_>,
    result: Result<(), SeatError>,
    done: &'static str,
    typed: String,
) -> Result<Response, Failure> {
    match result {
        Ok(()) => see_other(&format!("{}?done={done}", address::named(request.locale, HERE))),
        Err(error) => refused(request, error, typed).await,
    }
}

async fn refused(request: &Request<'_>, error: SeatError, typed: String) -> Result<Response, Failure> {
    let (status, problem, least) = match error {
        SeatError::NoSuchSeat | SeatError::NotYours | SeatError::Billing(BillingError::NoSuchPurchase) => {
            return Err(Failure::NotFound);
        }
        SeatError::TooMany => (StatusCode::TOO_MANY_REQUESTS, "too-many", 0),
        SeatError::NoSeat => (StatusCode::CONFLICT, "full", 0),
        SeatError::Seated => (StatusCode::CONFLICT, "seated", 0),
        SeatError::Ended => (StatusCode::CONFLICT, "ended", 0),
        SeatError::TooFew { taken } => (StatusCode::CONFLICT, "too-few", taken),
        SeatError::NotShown => (StatusCode::CONFLICT, "not-shown", 0),
        SeatError::PublicDomain => (StatusCode::UNPROCESSABLE_ENTITY, "public", 0),
        SeatError::Billing(BillingError::Seats { at_least, .. }) => {
            (StatusCode::UNPROCESSABLE_ENTITY, "seats", at_least)
        }
        SeatError::Billing(BillingError::Stripe(error)) => {
            tracing::error!(%error, "the number of seats couldn't be changed");
            (StatusCode::BAD_GATEWAY, "failed", 0)
        }
        SeatError::Billing(error) => return Err(error.into()),
    };
    page(request, status, Note { problem: Some(problem), typed, least, ..Note::default() }).await
}

async fn page(request: &Request<'_>, status: StatusCode, note: Note) -> Result<Response, Failure> {
    let Some(member) = request.reader.member() else { return request.to_sign_in() };
    let app = request.app;
    let mut groups = Vec::new();
    for group in app.billing.groups(member.id).await? {
        groups.push(view(request, &group, &member.email).await?);
    }
    let mut seats = Vec::new();
    for seat in app.billing.own_seats(member.id).await? {
        let plan = match &seat.plan {
            Some(plan) => request.plan_name(plan).await?,
            None => String::new(),
        };
        seats.push(OwnSeatView { id: seat.id.to_string(), plan, from: seat.from, counts: seat.counts });
    }
    let view = GroupsView {
        sells: app.billing.sells() && !app.billing.seat_offers().await?.is_empty(),
        groups,
        seats,
        done: note.done,
        problem: note.problem,
        typed: note.typed,
        change: note.change,
        least: note.least,
        most: MOST_SEATS,
    };
    let page = Page { path: HERE.to_owned(), title: "title-group", template: "group.html", name: "group" };
    request.answer(&page, view, status)
}

async fn view(request: &Request<'_>, group: &Group, owner: &Email) -> Result<GroupView, Failure> {
    let plan = match &group.plan {
        Some(plan) => request.plan_name(plan).await?,
        None => String::new(),
    };
    let members = group.taken.iter().map(|seat| SeatView {
        id: seat.id.to_string(),
        email: seat.email.to_string(),
        state: match seat.state {
            SeatState::Invited => "invited",
            SeatState::Taken => "taken",
            SeatState::Standing => "standing",
        },
        since: build::rfc3339(seat.since),
    });
    Ok(GroupView {
        purchase: group.purchase.clone(),
        plan,
        seats: group.seats,
        taken: group.taken.len(),
        free: group.free(),
        open: group.open,
        members: members.collect(),
        domain: group.domain.clone(),
        own_domain: owner.as_str().rsplit_once('@').map_or("", |(_, domain)| domain).to_owned(),
    })
}

impl Request<'_> {
    /// Signing in, and back to the page of groups.
    fn to_sign_in(&self) -> Result<Response, Failure> {
        see_other(&address::sign_in(self.locale, &address::named(self.locale, HERE)))
    }
}
