//! Headers that every answer carries.

use http::header::{
    CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use http::{HeaderMap, HeaderValue};

/// Nothing from elsewhere, nothing inline, no frames: pages load only what this server serves.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'";

/// The policy of a page that shows another of ours in a frame.
pub(crate) const FRAMING_OWN: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data: blob:; \
    font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'";

/// The policy of a page that one of ours may show in a frame, and that does nothing by itself: no
/// scripts, no forms. It keeps its origin, or its own fonts would be strangers to it.
pub(crate) const SANDBOXED: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-same-origin";

/// The policy of a page whose forms lead to other sites: browsers follow a form's redirect only to
/// where the page itself may send forms (CSP 3, `form-action`).
pub(crate) fn policy_with_forms_to(origins: &[String]) -> Option<HeaderValue> {
    let action = format!("form-action 'self' {}", origins.join(" "));
    HeaderValue::try_from(POLICY.replace("form-action 'self'", &action)).ok()
}

/// Adds the headers; a page that has its own policy, for content or referrers, keeps it.
pub(crate) fn secure(headers: &mut HeaderMap) {
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.entry(X_FRAME_OPTIONS).or_insert(HeaderValue::from_static("DENY"));
    headers.entry(REFERRER_POLICY).or_insert(HeaderValue::from_static("strict-origin-when-cross-origin"));
    headers.insert(
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), browsing-topics=()"),
    );
    headers.insert(
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    );
}
