//! `/`: to the front page in the reader's language.

use axum::extract::State;
use axum::response::Response;
use http::header::{ACCEPT_LANGUAGE, CACHE_CONTROL, LOCATION, VARY};
use http::request::Parts;
use http::{HeaderValue, StatusCode};

use crate::address;
use crate::app::App;
use crate::failure::Failure;
use crate::http::{Freshness, cookie};
use crate::i18n::accepted;
use crate::reader::Reader;

/// The language chosen last; set by `site.js` when a reader changes it.
const LANGUAGE_COOKIE: &str = "gazette-language";

/// A member's list of languages decides, then the language chosen last, then the browser's list,
/// then the publication's default.
pub(crate) async fn show(
    State(app): State<App>,
    reader: Reader,
    request: Parts,
) -> Result<Response, Failure> {
    let publication = app.publications.current().await?;
    let chosen = cookie(&request.headers, LANGUAGE_COOKIE).and_then(|tag| tag.parse().ok());
    let header = request.headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let accepted = accepted(header.unwrap_or_default());
    let member = reader.member().map(|member| member.languages.iter()).into_iter().flatten();
    let best = publication.best(member.chain(&chosen).chain(&accepted));

    let mut response = Response::default();
    *response.status_mut() = StatusCode::FOUND;
    let headers = response.headers_mut();
    // A language tag is ASCII.
    headers.insert(LOCATION, HeaderValue::try_from(address::front(&best)).map_err(|_| Failure::BadRequest)?);
    headers.insert(VARY, HeaderValue::from_static("accept-language, cookie"));
    headers.insert(CACHE_CONTROL, Freshness::Private.header());
    Ok(response)
}
