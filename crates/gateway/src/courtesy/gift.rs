//! `/{locale}/gift/{token}`: a link by which a subscriber lets anyone read one story.
//!
//! The address is exchanged for a cookie at once, so that it stands in no address bar, no history
//! of what was read and no `Referer`. The cookie says which links a browser has opened; whether they
//! (still) open a story is asked with each request, so a link that is taken back is closed at once.

use axum::extract::{Path, State};
use axum::response::Response;
use http::header::{HeaderName, REFERRER_POLICY, SET_COOKIE};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use kernel::{ArticleId, Locale};

use super::cookies;
use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::is_speculative;
use crate::http::{Encoded, Freshness, cookie};
use crate::publication::Publication;
use crate::reader::Reader;
use crate::view::build;
use crate::view::courtesy::GiftEndedView;

/// Whether a gift link that this browser has opened opens the story now. One query, and only if it
/// has opened any.
pub(super) async fn opens(app: &App, request: &Parts, article: ArticleId) -> Result<bool, Failure> {
    let opened = cookies::gifts(app, &request.headers);
    let links = app.billing.gift_links_by_id(&opened).await?;
    let now = app.clock.now();
    Ok(links.iter().any(|link| link.article == article && link.opens_at(now)))
}

/// Whether the browser has opened any gift links.
pub(super) fn is_carried(app: &App, headers: &HeaderMap) -> bool {
    cookie(headers, app.settings.gifts_cookie()).is_some()
}

pub(crate) async fn open(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    Path((_, token)): Path<(String, String)>,
    reader: Reader,
    request: Parts,
) -> Result<Response, Failure> {
    let id = app.seal.link_in(&token).ok_or(Failure::NotFound)?;
    let link = app.billing.gift_links_by_id(&[id]).await?.pop();
    // The account of who made it may be gone, and the link with it.
    let Some(link) = link else { return ended(&app, &publication, &locale, &reader, None) };
    let story = address_of(&app, &locale, &reader, link.article).await?;
    if !link.opens_at(app.clock.now()) || story.is_none() {
        return ended(&app, &publication, &locale, &reader, story);
    }
    let mut response = see_other(&story.unwrap_or_default())?;
    let mut opened = cookies::gifts(&app, &request.headers);
    if !opened.contains(&id) && request.method == Method::GET && !is_speculative(&request.headers) {
        app.billing.note_gift_use(id).await?;
        opened.push(id);
    }
    let headers = response.headers_mut();
    headers.extend(cookies::gifts_cookie(&app, &opened).map(|cookie| (SET_COOKIE, cookie)));
    hide(headers);
    Ok(response)
}

/// The link no longer opens the story.
fn ended(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    reader: &Reader,
    story: Option<String>,
) -> Result<Response, Failure> {
    let head = Head {
        path: address::front(locale),
        title: framing::text(app, locale, "gift-ended-title"),
        robots: Some("noindex"),
        ..Head::default()
    };
    let frame = framing::frame(app, publication, locale, head, reader.is_signed_in());
    let view = GiftEndedView { story };
    let html = framing::render(app, publication, "gift-ended.html", &frame, "gift", view)?;
    let answer =
        Encoded::html(html).answer_with(StatusCode::GONE, &Method::GET, &HeaderMap::new(), Freshness::Never);
    let mut answer = answer.map(axum::body::Body::new);
    hide(answer.headers_mut());
    Ok(answer)
}

/// No search engine keeps the address, and no other site hears of it.
fn hide(headers: &mut HeaderMap) {
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
}

/// The story's address in the best language it has for this reader, if it is published.
async fn address_of(
    app: &App,
    locale: &Locale,
    reader: &Reader,
    article: ArticleId,
) -> Result<Option<String>, Failure> {
    let editions = app.content.cards_of(&[article]).await?;
    Ok(build::best_edition(&editions, locale, reader).map(|card| address::text(&card.locale, &card.slug)))
}
