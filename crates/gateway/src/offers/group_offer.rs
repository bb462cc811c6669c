//! `/{locale}/subscribe/group`: seats for a group.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use billing::{Every, MOST_SEATS, OfferOrder, Sells, Tax, Thing};
use http::{HeaderMap, StatusCode};
use serde::Deserialize;

use super::{Led, Page, Request, currencies, currency, done_url, lead};
use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::reader::Reader;
use crate::subscribe::buyer;
use crate::subscribe::offer::plan_view;
use crate::view::offers::{GroupOfferView, SeatOfferView};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    currency: Option<String>,
    offer: String,
    /// Text, so that whatever is typed gets an answer of ours.
    seats: String,
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let request = Request { app: &app, publication: &publication, locale: &locale, reader: &reader };
    page(&request, &headers, &asked, StatusCode::OK, None).await
}

/// `POST`: on to the payment page. Whoever pays looks after the seats, and so signs in first.
pub(crate) async fn order(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    headers: HeaderMap,
    Form(asked): Form<Asked>,
) -> Result<Response, Failure> {
    let here = address::named(&locale, "subscribe/group");
    let Some(buyer) = buyer(&reader, None) else { return see_other(&address::sign_in(&locale, &here)) };
    let request = Request { app: &app, publication: &publication, locale: &locale, reader: &reader };
    let refused = StatusCode::UNPROCESSABLE_ENTITY;
    let Ok(offer) = asked.offer.parse() else {
        return page(&request, &headers, &asked, refused, Some("price")).await;
    };
    let Ok(seats) = asked.seats.trim().parse() else {
        return page(&request, &headers, &asked, refused, Some("seats")).await;
    };
    let own = address::named(&locale, "account/group");
    let order = OfferOrder {
        buyer,
        thing: Thing::Seats(seats),
        offer,
        return_to: own.clone(),
        done_url: done_url(&app, &locale),
        cancel_url: app.settings.absolute(&here),
        locale: locale.clone(),
    };
    match lead(&app, &order, &own).await? {
        Led::To(response) => Ok(response),
        Led::Refused(status, problem) => page(&request, &headers, &asked, status, Some(problem)).await,
    }
}

async fn page(
    request: &Request<'_>,
    headers: &HeaderMap,
    asked: &Asked,
    status: StatusCode,
    problem: Option<&'static str>,
) -> Result<Response, Failure> {
    let app = request.app;
    let offers = if app.billing.sells() { app.billing.seat_offers().await? } else { Vec::new() };
    let currency = currency(asked.currency.as_deref(), headers, request.locale, &offers);
    let plans = app.billing.plans().await?;
    let views = offers.iter().filter(|offer| Some(offer.amount.currency) == currency).filter_map(|offer| {
        let Sells::Seats { plan: key, every, at_least } = &offer.sells else { return None };
        let plan = plans.iter().find(|plan| plan.key == *key)?;
        let named = plan_view(plan, request.locale, &request.publication.site.default_locale)?;
        Some(SeatOfferView {
            offer: offer.id.to_string(),
            plan: named.name,
            description: named.description,
            every: if *every == Every::Year { "year" } else { "month" },
            amount: offer.amount,
            tax_added: offer.tax == Tax::Exclusive,
            least: *at_least,
        })
    });
    let views: Vec<SeatOfferView> = views.collect();
    let least = views.iter().map(|view| view.least).min().unwrap_or(1);
    let view = GroupOfferView {
        currencies: currencies(&address::named(request.locale, "subscribe/group"), &[], currency, &offers),
        offers: views,
        seats: asked.seats.trim().parse().unwrap_or(least),
        most: MOST_SEATS,
        problem,
        least,
    };
    let page = Page {
        path: "subscribe/group".to_owned(),
        title: "title-group-offer",
        template: "group-offer.html",
        name: "group_offer",
    };
    request.answer(&page, view, status)
}
