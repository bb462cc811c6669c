//! Cross-site request forgery: what changes something must come from our own pages.

use http::header::{HOST, ORIGIN};
use http::{HeaderMap, Method};
use url::Url;

/// Whether a request that changes something was sent by a page of another origin.
///
/// Browsers say so in `Sec-Fetch-Site`, older ones in `Origin`; programs send neither and carry no
/// cookies of ours. (The rule of Go's `net/http.CrossOriginProtection`.)
pub(crate) fn is_cross_origin(method: &Method, headers: &HeaderMap) -> bool {
    if method.is_safe() {
        return false;
    }
    let value = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match value("sec-fetch-site") {
        Some("same-origin" | "none") => false,
        Some(_) => true,
        None => match value(ORIGIN.as_str()) {
            None => false,
            Some(origin) => {
                let authority = Url::parse(origin).ok().and_then(|url| {
                    let host = url.host_str()?.to_owned();
                    Some(url.port().map_or(host.clone(), |port| format!("{host}:{port}")))
                });
                authority.as_deref() != value(HOST.as_str())
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_may_post() {
        let cross = |pairs: &[(&'static str, &'static str)]| {
            let headers = pairs.iter().map(|(name, value)| {
                (http::HeaderName::from_static(name), http::HeaderValue::from_static(value))
            });
            is_cross_origin(&Method::POST, &headers.collect())
        };
        assert!(!cross(&[("sec-fetch-site", "same-origin")]));
        assert!(!cross(&[("sec-fetch-site", "none")]));
        assert!(cross(&[("sec-fetch-site", "cross-site")]));
        assert!(cross(&[("sec-fetch-site", "same-site")]), "a sister domain is another origin");
        assert!(!cross(&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")]));
        assert!(cross(&[("origin", "http://evil.example"), ("host", "127.0.0.1:8080")]));
        assert!(cross(&[("origin", "null"), ("host", "127.0.0.1:8080")]));
        assert!(!cross(&[]), "not a browser");
        let headers = HeaderMap::from_iter([(ORIGIN, http::HeaderValue::from_static("http://evil.example"))]);
        assert!(!is_cross_origin(&Method::GET, &headers), "reading changes nothing");
    }
}
