//! `/media/{hash}/{variant}`: pictures.
//!
//! A picture is found by the hash of its content and in no other way, so the address is the
//! permission: who has it got it from a page they were allowed to see (docs/adr/0007). Those cut
//! around a focal point ask the database where it is; all others cost no query.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::Response;
use content::media::{MediaError, Variant};
use http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use http::request::Parts;
use http::{HeaderValue, Method, StatusCode};

use crate::address;
use crate::app::App;
use crate::extract::found_at;
use crate::failure::Failure;
use crate::http::{Freshness, secure};

pub(crate) async fn show(
    State(app): State<App>,
    Path((hash, name)): Path<(String, String)>,
    request: Parts,
) -> Result<Response, Failure> {
    let variant = Variant::parse(&name).ok_or(Failure::NotFound)?;
    let stored = if variant.is_cut() { app.content.stored_picture(&hash).await? } else { None };
    let focus = stored.map(|stored| stored.focus).unwrap_or_default();
    let bytes = match app.media.variant(&hash, variant, focus).await {
        Ok(bytes) => bytes,
        Err(MediaError::Unknown) => return elsewhere(&app, &hash, &name).await,
        Err(error) => return Err(Failure::from(error)),
    };
    let cut = if variant.is_cut() { format!("-{}", address::focus_query(focus)) } else { String::new() };
    let etag = HeaderValue::try_from(format!("\"{hash}-{name}{cut}\"")).map_err(|_| Failure::NotFound)?;
    // An old page may name a focal point of then.
    let named = request.uri.path_and_query().map_or("", |address| address.as_str());
    let present = !variant.is_cut() || named == address::media_cut(&hash, &name, focus);
    let known = request.headers.get(IF_NONE_MATCH) == Some(&etag);
    let length = bytes.len();
    let mut response = Response::new(if known || request.method == Method::HEAD {
        Body::empty()
    } else {
        Body::from(bytes)
    });
    let headers = response.headers_mut();
    secure(headers);
    headers.insert(ETAG, etag);
    let freshness = if present { Freshness::Immutable } else { Freshness::Shared };
    headers.insert(CACHE_CONTROL, freshness.header());
    if known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    } else {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(variant.mime()));
        headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
    Ok(response)
}

/// A picture that was replaced: its address leads to the one that has taken its place.
async fn elsewhere(app: &App, hash: &str, name: &str) -> Result<Response, Failure> {
    let stored = app.content.stored_picture(hash).await?;
    let other = stored.and_then(|stored| stored.replaced_by).ok_or(Failure::NotFound)?;
    found_at(&address::media(&other, name))
}
