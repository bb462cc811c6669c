//! What handlers take from a request.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Path};
use axum::response::Response;
use content::RedirectTo;
use http::header::{CACHE_CONTROL, LOCATION};
use http::request::Parts;
use http::{HeaderValue, StatusCode};
use kernel::Locale;
use serde::Deserialize;

use crate::app::App;
use crate::failure::Failure;
use crate::http::{ClientAddress, Freshness};
use crate::publication::Publication;
use crate::reader::Reader;

impl FromRequestParts<App> for Reader {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        app.readers.find(&app.settings, &parts.headers).await
    }
}

/// The language of the address, offered by the publication.
pub(crate) struct Offered(pub(crate) Locale, pub(crate) Arc<Publication>);

impl FromRequestParts<App> for Offered {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        #[derive(Deserialize)]
        struct Segment {
            locale: String,
        }
        let Path(Segment { locale }) =
            Path::from_request_parts(parts, app).await.map_err(|_| Failure::NotFound)?;
        offered(app, &locale).await
    }
}

/// The language and the slug of an article's address.
pub(crate) struct OfferedText {
    pub(crate) locale: Locale,
    pub(crate) slug: String,
    pub(crate) publication: Arc<Publication>,
}

impl FromRequestParts<App> for OfferedText {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let Path((locale, slug)): Path<(String, String)> =
            Path::from_request_parts(parts, app).await.map_err(|_| Failure::NotFound)?;
        let Offered(locale, publication) = offered(app, &locale).await?;
        Ok(Self { locale, slug, publication })
    }
}

/// The language, if it is offered; only its canonical spelling is an address.
pub(crate) async fn offered(app: &App, tag: &str) -> Result<Offered, Failure> {
    let locale: Locale = tag.parse().map_err(|_| Failure::NotFound)?;
    let publication = app.publications.current().await?;
    if locale.as_str() != tag || publication.offered(&locale).is_none() {
        return Err(Failure::NotFound);
    }
    Ok(Offered(locale, publication))
}

/// Where the request came from, for limits.
impl FromRequestParts<App> for ClientAddress {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Failure> {
        // The server puts it there for every request.
        parts.extensions.get::<Self>().copied().ok_or(Failure::BadRequest)
    }
}

/// A number of a page in `?page=`, from 1 to 10,000; 1 if there is none.
pub(crate) struct PageNumber(pub(crate) u64);

impl FromRequestParts<App> for PageNumber {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Failure> {
        let query = parts.uri.query().unwrap_or_default();
        let page = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "page");
        let Some((_, page)) = page else { return Ok(Self(1)) };
        page.parse().ok().filter(|page| (1..=10_000).contains(page)).map(Self).ok_or(Failure::NotFound)
    }
}

/// A permanent redirect (308 keeps the method).
pub(crate) fn redirect(to: &str) -> Result<Response, Failure> {
    moved(StatusCode::PERMANENT_REDIRECT, to)
}

/// Where staff say that something of former times is to be found.
pub(crate) fn former(to: &RedirectTo) -> Result<Response, Failure> {
    match to {
        RedirectTo::Moved(target) => moved(StatusCode::MOVED_PERMANENTLY, target),
        RedirectTo::Found(target) => moved(StatusCode::FOUND, target),
        RedirectTo::Gone => Err(Failure::Gone),
    }
}

/// For now it is to be found elsewhere (307 keeps the method).
pub(crate) fn found_at(to: &str) -> Result<Response, Failure> {
    moved(StatusCode::TEMPORARY_REDIRECT, to)
}

/// After a form has been worked: on to a page, by GET.
pub(crate) fn see_other(to: &str) -> Result<Response, Failure> {
    moved(StatusCode::SEE_OTHER, to)
}

fn moved(status: StatusCode, to: &str) -> Result<Response, Failure> {
    let mut response = Response::default();
    *response.status_mut() = status;
    let location = HeaderValue::try_from(to).map_err(|_| Failure::BadRequest)?;
    response.headers_mut().insert(LOCATION, location);
    response.headers_mut().insert(CACHE_CONTROL, Freshness::Never.header());
    Ok(response)
}
