//! Cookies: first-party, strictly necessary, and nothing else (no consent banner is needed).

use http::header::COOKIE;
use http::{HeaderMap, HeaderValue};

/// The value of the cookie `name`, if the request has it once or more; the first counts.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .find_map(|pair| pair.trim_start().strip_prefix(name)?.strip_prefix('='))
}

/// `Set-Cookie` for the whole site, unreadable by scripts, not sent along by other sites' forms.
/// `name` starts with `__Host-` where the site is served over HTTPS, and then needs `Secure`.
pub(crate) fn set_cookie(name: &str, value: &str, max_age_seconds: i64) -> Option<HeaderValue> {
    let secure = if name.starts_with("__Host-") { "; Secure" } else { "" };
    HeaderValue::try_from(format!(
        "{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={max_age_seconds}{secure}"
    ))
    .ok()
}

/// `Set-Cookie` that removes.
pub(crate) fn removed_cookie(name: &str) -> Option<HeaderValue> {
    set_cookie(name, "", 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cookies_are_found_by_their_whole_name() {
        let headers = HeaderMap::from_iter([(COOKIE, HeaderValue::from_static("xa=1; a=2; ab=3;b=4"))]);
        assert_eq!(cookie(&headers, "a"), Some("2"));
        assert_eq!(cookie(&headers, "b"), Some("4"));
        assert_eq!(cookie(&headers, "c"), None);
    }

    #[test]
    fn host_cookies_are_secure() {
        let text = |value: Option<HeaderValue>| value.expect("a header").to_str().expect("text").to_owned();
        assert!(text(set_cookie("__Host-gazette", "x", 60)).ends_with("; Secure"));
        assert!(!text(set_cookie("gazette", "x", 60)).contains("Secure"));
        assert!(text(removed_cookie("gazette")).contains("Max-Age=0"));
    }
}
