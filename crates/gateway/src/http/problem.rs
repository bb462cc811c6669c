//! Errors of APIs as problem details (RFC 9457).

use bytes::Bytes;
use http::header::{ACCEPT, CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use http_body_util::Full;
use serde::Serialize;

use super::{Freshness, secure};

/// `application/problem+json`.
#[derive(Debug, Serialize)]
pub(crate) struct Problem {
    status: u16,
    /// What kind of problem it is, in the reader's language.
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    /// The request, to quote to the publisher.
    instance: String,
    /// Where signing in helps.
    #[serde(skip_serializing_if = "Option::is_none")]
    sign_in: Option<String>,
}

impl Problem {
    /// A problem without a detail; `instance` is the request's id.
    pub(crate) fn new(status: StatusCode, title: String, instance: &str) -> Self {
        Self {
            status: status.as_u16(),
            title,
            detail: None,
            instance: format!("urn:request:{instance}"),
            sign_in: None,
        }
    }

    /// The same, with the address at which signing in helps.
    pub(crate) fn with_sign_in(self, address: &str) -> Self {
        Self { sign_in: Some(address.to_owned()), ..self }
    }

    /// The same with what is wrong this time.
    pub(crate) fn with_detail(self, detail: String) -> Self {
        Self { detail: Some(detail), ..self }
    }

    /// The answer.
    pub(crate) fn into_response(self) -> Response<Full<Bytes>> {
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let mut response = Response::new(Full::new(Bytes::from(body)));
        *response.status_mut() =
            StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = response.headers_mut();
        secure(headers);
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(CACHE_CONTROL, Freshness::Never.header());
        response
    }
}

/// Whether a script asks, which wants JSON before anything else.
pub(crate) fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    accept.trim_start().starts_with("application/json")
}
