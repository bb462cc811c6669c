//! What a request says about itself. It is believed only where that closes: nothing is opened to a
//! request for what it claims to be.

use http::header::USER_AGENT;
use http::request::Parts;
use http::{HeaderMap, Method};

/// Whether somebody is about to read what is answered: a page is opened, and not fetched ahead,
/// looked at by a script, or asked for by its headers only.
pub(super) fn is_reading(request: &Parts) -> bool {
    request.method == Method::GET
        && !is_speculative(&request.headers)
        && text(&request.headers, "sec-fetch-dest").is_none_or(|dest| dest == "document")
}

/// Whether a browser says that it opens this page (Fetch Metadata), and it isn't a crawler that says
/// so. Such a browser can be sent round to show that it keeps a cookie; programs can't, and search
/// engines must find the page where it is.
pub(super) fn is_navigation(request: &Parts) -> bool {
    is_reading(request)
        && text(&request.headers, "sec-fetch-mode") == Some("navigate")
        && text(&request.headers, "sec-fetch-dest") == Some("document")
        && !is_crawler(&request.headers)
}

/// Whether a page is fetched before anybody has asked to see it.
pub(super) fn is_speculative(headers: &HeaderMap) -> bool {
    ["sec-purpose", "purpose", "x-purpose", "x-moz"].iter().any(|name| {
        text(headers, name).is_some_and(|purpose| {
            purpose.contains("prefetch") || purpose.contains("prerender") || purpose.contains("preview")
        })
    })
}

fn is_crawler(headers: &HeaderMap) -> bool {
    let agent = text(headers, USER_AGENT.as_str()).unwrap_or_default().to_ascii_lowercase();
    // What crawlers call themselves; those that don't are browsers without cookies.
    ["bot", "crawl", "spider", "slurp", "preview", "facebookexternalhit", "http"]
        .iter()
        .any(|word| agent.contains(word))
        || agent.is_empty()
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    const GOOGLEBOT: &str = "Mozilla/5.0 (Linux; Android 6.0.1) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 \
                             (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

    fn request(method: Method, headers: &[(&str, &str)]) -> Parts {
        let builder = http::Request::builder().method(method);
        let builder = headers.iter().fold(builder, |builder, (name, value)| builder.header(*name, *value));
        builder.body(()).expect("a request").into_parts().0
    }

    #[test]
    fn a_browser_that_opens_a_page_is_told_from_the_rest() {
        let navigate = [("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")];
        let with = |agent, more: &[(&'static str, &'static str)]| {
            let headers: Vec<_> =
                navigate.into_iter().chain([("user-agent", agent)]).chain(more.iter().copied()).collect();
            is_navigation(&request(Method::GET, &headers))
        };
        assert!(with(FIREFOX, &[]));
        assert!(!with(FIREFOX, &[("sec-purpose", "prefetch;prerender")]));
        assert!(!with(GOOGLEBOT, &[]));
        assert!(!with("curl/8.5.0 (+http://curl.se)", &[]));
        assert!(!is_navigation(&request(Method::GET, &[("user-agent", FIREFOX)])), "it doesn't say so");
        assert!(!is_navigation(&request(Method::HEAD, &[navigate[0], navigate[1], ("user-agent", FIREFOX)])));
    }

    #[test]
    fn what_nobody_reads_does_not_count() {
        assert!(is_reading(&request(Method::GET, &[])), "an old browser says nothing");
        assert!(!is_reading(&request(Method::HEAD, &[])));
        assert!(!is_reading(&request(Method::GET, &[("purpose", "prefetch")])));
        assert!(!is_reading(&request(Method::GET, &[("sec-fetch-dest", "empty")])), "a script's");
    }
}
