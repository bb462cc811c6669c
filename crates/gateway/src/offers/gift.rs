//! `/{locale}/subscribe/gift`: giving a plan to somebody.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use billing::{BillingError, GiftDraft, GiftId, Offer, OfferOrder, Sells, Tax, Thing};
use http::header::SET_COOKIE;
use http::{HeaderMap, StatusCode};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use kernel::Locale;

use super::{Led, Page, Request, currencies, currency, done_url, lead};
use crate::address;
use crate::app::App;
use crate::extract::Offered;
use crate::failure::Failure;
use crate::framing;
use crate::http::set_cookie;
use crate::reader::Reader;
use crate::subscribe::{BROWSER_KEPT, browser_or_new, buyer};
use crate::view::build;
use crate::view::offers::{GiftFormView, GiftOfferView, GiftTyped};

/// Characters of a name, and of the giver's words.
const NAME: usize = 80;
const MESSAGE: usize = 600;
/// The hour of the day, in the site's time zone, at which gifts arrive.
const ARRIVES: i8 = 7;

/// `GET`: the form.
pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    headers: HeaderMap,
    Query(typed): Query<GiftTyped>,
) -> Result<Response, Failure> {
    let request = Request { app: &app, publication: &publication, locale: &locale, reader: &reader };
    let name = reader.member().map(|member| member.name.clone()).unwrap_or_default();
    let typed = GiftTyped {
        gift: GiftId::new(app.clock.now()).to_string(),
        giver: if typed.giver.is_empty() { name } else { typed.giver.clone() },
        how: "mail".to_owned(),
        language: locale.to_string(),
        ..typed
    };
    page(&request, &headers, typed, StatusCode::OK, None).await
}

/// `POST`: on to the payment page.
pub(crate) async fn order(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    headers: HeaderMap,
    Form(typed): Form<GiftTyped>,
) -> Result<Response, Failure> {
    let request = Request { app: &app, publication: &publication, locale: &locale, reader: &reader };
    let draft = match draft(&request, &typed) {
        Ok(draft) => draft,
        Err(problem) => {
            return page(&request, &headers, typed, StatusCode::UNPROCESSABLE_ENTITY, Some(problem)).await;
        }
    };
    let key = browser_or_new(&app, &headers)?;
    let Some(buyer) = buyer(&reader, Some(&key)) else { return Err(Failure::BadRequest) };
    match app.billing.draft_gift(&buyer, &draft).await {
        Ok(()) => {}
        Err(BillingError::NoSuchPrice) => {
            return page(&request, &headers, typed, StatusCode::UNPROCESSABLE_ENTITY, Some("offer")).await;
        }
        // It is another's, or paid: this is another gift.
        Err(BillingError::NoSuchPurchase) => {
            let typed = GiftTyped { gift: GiftId::new(app.clock.now()).to_string(), ..typed };
            return page(&request, &headers, typed, StatusCode::CONFLICT, Some("again")).await;
        }
        Err(error) => return Err(error.into()),
    }
    let order = OfferOrder {
        buyer,
        thing: Thing::Gift { gift: draft.id, name: product_name(&request, &draft).await? },
        offer: draft.offer,
        return_to: address::named(&locale, "account/gifts"),
        done_url: done_url(&app, &locale),
        cancel_url: app.settings.absolute(&address::named(&locale, "subscribe/gift")),
        locale: locale.clone(),
    };
    match lead(&app, &order, &order.return_to).await? {
        Led::To(mut response) => {
            let kept = set_cookie(app.settings.browser_cookie(), key.as_str(), BROWSER_KEPT);
            response.headers_mut().extend(kept.map(|cookie| (SET_COOKIE, cookie)));
            Ok(response)
        }
        Led::Refused(status, problem) => {
            let problem = if problem == "price" { "offer" } else { "failed" };
            page(&request, &headers, typed, status, Some(problem)).await
        }
    }
}

/// What was typed as a gift, or what is wrong with it.
fn draft(request: &Request<'_>, typed: &GiftTyped) -> Result<GiftDraft, &'static str> {
    let fits = |name: &str| (1..=NAME).contains(&name.chars().count()) && !name.chars().any(char::is_control);
    let (giver, recipient) = (typed.giver.trim(), typed.recipient.trim());
    if !fits(giver) || !fits(recipient) {
        return Err("names");
    }
    let message = typed.message.trim().replace("\r\n", "\n");
    if message.chars().count() > MESSAGE || message.chars().any(|c| c.is_control() && c != '\n') {
        return Err("message");
    }
    let offered = request.publication.site.locales.iter().map(|offered| &offered.locale);
    let language =
        offered.into_iter().find(|locale| locale.as_str() == typed.language).unwrap_or(request.locale);
    let (email, deliver_at) = if typed.how == "mail" {
        let email = typed.email.parse().map_err(|_| "email")?;
        (Some(email), Some(arrival(request, &typed.date).ok_or("date")?))
    } else {
        (None, None)
    };
    Ok(GiftDraft {
        id: typed.gift.parse().unwrap_or_else(|_| GiftId::new(request.app.clock.now())),
        offer: typed.offer.parse().map_err(|_| "offer")?,
        giver_name: giver.to_owned(),
        recipient_name: recipient.to_owned(),
        recipient_email: email,
        message,
        locale: language.clone(),
        deliver_at,
    })
}

/// When a gift for a day arrives: in the morning, or now if it is today; today if none is said.
fn arrival(request: &Request<'_>, day: &str) -> Option<Timestamp> {
    let now = request.app.clock.now();
    let (today, latest) = days(request, now);
    let day: Date = if day.is_empty() { today } else { day.parse().ok()? };
    if day == today {
        return Some(now);
    }
    if !(today..=latest).contains(&day) {
        return None;
    }
    request.publication.site.time_zone.to_timestamp(day.at(ARRIVES, 0, 0, 0)).ok()
}

/// The first and the last day on which a gift can arrive.
fn days(request: &Request<'_>, now: Timestamp) -> (Date, Date) {
    let today = request.publication.site.time_zone.to_datetime(now).date();
    (today, today.checked_add(1.year()).unwrap_or(today))
}

async fn page(
    request: &Request<'_>,
    headers: &HeaderMap,
    typed: GiftTyped,
    status: StatusCode,
    problem: Option<&'static str>,
) -> Result<Response, Failure> {
    let app = request.app;
    let offers = if app.billing.sells() { app.billing.gift_offers().await? } else { Vec::new() };
    let wanted = Some(typed.currency.as_str()).filter(|code| !code.is_empty());
    let currency = currency(wanted, headers, request.locale, &offers);
    let shown: Vec<&Offer> = offers.iter().filter(|offer| Some(offer.amount.currency) == currency).collect();
    let chosen = shown.iter().any(|offer| offer.id.to_string() == typed.offer);
    let mut views = Vec::new();
    for (place, offer) in shown.iter().enumerate() {
        let Sells::Gift { plan, months } = &offer.sells else { continue };
        views.push(GiftOfferView {
            offer: offer.id.to_string(),
            plan: request.plan_name(plan).await?,
            months: *months,
            amount: offer.amount,
            tax_added: offer.tax == Tax::Exclusive,
            chosen: if chosen { offer.id.to_string() == typed.offer } else { place == 0 },
        });
    }
    let (today, latest) = days(request, app.clock.now());
    let offered = request.publication.site.locales.iter();
    let view = GiftFormView {
        offers: views,
        currencies: currencies(&address::named(request.locale, "subscribe/gift"), &[], currency, &offers),
        languages: offered
            .map(|offered| {
                let mut link = build::language(&offered.locale, request.locale, String::new());
                link.current = offered.locale.as_str() == typed.language;
                link
            })
            .collect(),
        today: today.to_string(),
        latest: latest.to_string(),
        typed: GiftTyped { currency: currency.map(|own| own.code().to_owned()).unwrap_or_default(), ..typed },
        problem,
    };
    let page =
        Page { path: "subscribe/gift".to_owned(), title: "title-gift", template: "gift.html", name: "gift" };
    request.answer(&page, view, status)
}

/// What the payer is told they buy.
async fn product_name(request: &Request<'_>, draft: &GiftDraft) -> Result<String, Failure> {
    let offers = request.app.billing.gift_offers().await?;
    let offer = offers.iter().find(|offer| offer.id == draft.offer).map(|offer| &offer.sells);
    let Some(Sells::Gift { plan, months }) = offer else { return Ok(draft.recipient_name.clone()) };
    Ok(duration(request.app, request.locale, &request.plan_name(plan).await?, *months))
}

/// Plan and months in words.
pub(crate) fn duration(app: &App, locale: &Locale, plan: &str, months: u32) -> String {
    let months = i64::from(months);
    framing::text_with(
        app,
        locale,
        "gift-offer",
        &[("plan", plan.into()), ("months", crate::i18n::Argument::Number(months))],
    )
}
