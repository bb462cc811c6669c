//! `/media/{hash}/{variant}`: pictures.
//!
//! A picture is found by the hash of its content and in no other way, so the address is the
//! permission: who has it got it from a page they were allowed to see (docs/adr/0007).

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::Response;
use content::media::{MediaError, Variant};
use http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use http::request::Parts;
use http::{HeaderValue, Method, StatusCode};

use crate::app::App;
use crate::failure::Failure;
use crate::http::{Freshness, secure};

pub(crate) async fn show(
    State(app): State<App>,
    Path((hash, name)): Path<(String, String)>,
    request: Parts,
) -> Result<Response, Failure> {
    let variant = Variant::parse(&name).ok_or(Failure::NotFound)?;
    let bytes = match app.media.variant(&hash, variant).await {
        Ok(bytes) => bytes,
        Err(MediaError::Unknown) => return Err(Failure::NotFound),
        Err(error) => return Err(Failure::from(error)),
    };
    let etag = HeaderValue::try_from(format!("\"{hash}-{name}\"")).map_err(|_| Failure::NotFound)?;
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
    headers.insert(CACHE_CONTROL, Freshness::Immutable.header());
    if known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    } else {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(variant.mime()));
        headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
    Ok(response)
}
