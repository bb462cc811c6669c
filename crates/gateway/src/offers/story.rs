//! `/{locale}/subscribe/story`: one story alone, in all its languages, for good.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use billing::{OfferId, OfferOrder, Tax, Thing};
use content::Reading;
use content::store::Found;
use http::header::SET_COOKIE;
use http::{HeaderMap, StatusCode};
use kernel::access::decide;
use kernel::{Currency, Locale};
use serde::Deserialize;
use url::form_urlencoded;

use super::{Led, Page, Request, currencies, currency, done_url, lead};
use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::http::set_cookie;
use crate::publication::Publication;
use crate::reader::Reader;
use crate::subscribe::{BROWSER_KEPT, browser_or_new, buyer};
use crate::view::offers::StoryOfferView;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    story: String,
    currency: Option<String>,
    /// When ordering.
    offer: String,
}

/// The address of the page that sells a story.
pub(crate) fn address(locale: &Locale, slug: &str) -> String {
    let query: String = form_urlencoded::Serializer::new(String::new()).append_pair("story", slug).finish();
    format!("{}?{query}", address::named(locale, "subscribe/story"))
}

/// The same at a price that was shown.
pub(crate) fn address_in(locale: &Locale, slug: &str, currency: Currency) -> String {
    format!("{}&currency={}", address(locale, slug), currency.code())
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

/// `POST`: on to the payment page.
pub(crate) async fn order(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    headers: HeaderMap,
    Form(asked): Form<Asked>,
) -> Result<Response, Failure> {
    let request = Request { app: &app, publication: &publication, locale: &locale, reader: &reader };
    let reading = story(&app, &locale, &asked.story).await?;
    let href = address::text(&locale, &reading.slug);
    if decide(reading.article, &reading.access, &reader.reach(app.clock.now())).is_ok() {
        return see_other(&href);
    }
    let Ok(offer) = asked.offer.parse::<OfferId>() else {
        return page(&request, &headers, &asked, StatusCode::UNPROCESSABLE_ENTITY, Some("price")).await;
    };
    let key = browser_or_new(&app, &headers)?;
    let Some(buyer) = buyer(&reader, Some(&key)) else { return Err(Failure::BadRequest) };
    let order = OfferOrder {
        buyer,
        thing: Thing::Story {
            article: reading.article,
            access: reading.access.clone(),
            name: product_name(&publication, &locale, &reading),
        },
        offer,
        return_to: href.clone(),
        done_url: done_url(&app, &locale),
        cancel_url: app.settings.absolute(&address(&locale, &reading.slug)),
        locale: locale.clone(),
    };
    match lead(&app, &order, &href).await? {
        Led::To(mut response) => {
            let kept = set_cookie(app.settings.browser_cookie(), key.as_str(), BROWSER_KEPT);
            response.headers_mut().extend(kept.map(|cookie| (SET_COOKIE, cookie)));
            Ok(response)
        }
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
    let Request { app, locale, reader, .. } = request;
    let reading = story(app, locale, &asked.story).await?;
    let href = address::text(locale, &reading.slug);
    let open = decide(reading.article, &reading.access, &reader.reach(app.clock.now())).is_ok();
    let offers = if app.billing.sells() && !open {
        app.billing.story_offers(reading.article, &reading.access).await?
    } else {
        Vec::new()
    };
    let currency = currency(asked.currency.as_deref(), headers, locale, &offers);
    let Some(offer) = offers.iter().find(|offer| Some(offer.amount.currency) == currency) else {
        // It is theirs, or isn't sold: the story itself says the rest.
        return see_other(&href);
    };
    let here = address::named(locale, "subscribe/story");
    let view = StoryOfferView {
        slug: reading.slug.clone(),
        title: reading.title.clone(),
        standfirst: reading.standfirst.clone(),
        subscribe_href: address::subscribe(locale, &href),
        href,
        offer: offer.id.to_string(),
        amount: offer.amount,
        tax_added: offer.tax == Tax::Exclusive,
        currencies: currencies(&here, &[("story", &reading.slug)], currency, &offers),
        problem,
    };
    // The story has another slug in each language: the switch leads to the front pages.
    let page = Page {
        path: address(locale, &reading.slug).trim_start_matches(&format!("/{locale}/")).to_owned(),
        title: "title-single",
        template: "story-offer.html",
        name: "story",
    };
    request.answer(&page, view, status)
}

async fn story(app: &App, locale: &Locale, slug: &str) -> Result<Reading, Failure> {
    let found = match app.content.find(locale, slug).await? {
        Found::Moved { slug } => app.content.find(locale, &slug).await?,
        found => found,
    };
    match found {
        Found::Text(reading) => Ok(*reading),
        _ => Err(Failure::NotFound),
    }
}

/// What the payer is told they buy: the publication and the story, as Stripe's page and the card's
/// statement show it.
fn product_name(publication: &Publication, locale: &Locale, reading: &Reading) -> String {
    let site = publication.offered(locale).map(|own| own.name.as_str()).unwrap_or_default();
    let name = format!("{site}: {}", reading.title);
    name.chars().take(200).collect()
}
