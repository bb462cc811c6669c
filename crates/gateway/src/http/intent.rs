//! What a request says about itself. It is believed only where that closes: nothing is opened to a
//! request for what it claims to be.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use http::header::USER_AGENT;
use http::request::Parts;
use http::{HeaderMap, Method};

/// Whether somebody is about to read what is answered: a page is opened, and not fetched ahead,
/// looked at by a script, or asked for by its headers only.
pub(crate) fn is_reading(request: &Parts) -> bool {
    request.method == Method::GET
        && !is_speculative(&request.headers)
        && text(&request.headers, "sec-fetch-dest").is_none_or(|dest| dest == "document")
}

/// Whether a browser says that it opens this page (Fetch Metadata), and it isn't a crawler that says
/// so. Such a browser can be sent round to show that it keeps a cookie; programs can't, and search
/// engines must find the page where it is.
pub(crate) fn is_navigation(request: &Parts) -> bool {
    is_reading(request)
        && text(&request.headers, "sec-fetch-mode") == Some("navigate")
        && text(&request.headers, "sec-fetch-dest") == Some("document")
        && !is_crawler(&request.headers)
}

/// Whether a page is fetched before anybody has asked to see it.
pub(crate) fn is_speculative(headers: &HeaderMap) -> bool {
    ["sec-purpose", "purpose", "x-purpose", "x-moz"].iter().any(|name| {
        text(headers, name).is_some_and(|purpose| {
            purpose.contains("prefetch") || purpose.contains("prerender") || purpose.contains("preview")
        })
    })
}

/// Whether a program says that it is one. Those that don't are browsers to us.
pub(crate) fn is_crawler(headers: &HeaderMap) -> bool {
    match headers.get(USER_AGENT) {
        None => true,
        Some(agent) => agent.is_empty() || CRAWLERS.is_match(agent.as_bytes()),
    }
}

/// What programs call themselves, in parts: “bot”, “crawl”, “spider” and an address to ask at are in
/// nearly all of their names; the rest are libraries and readers of feeds (after
/// github.com/monperrus/crawler-user-agents, which lists them one by one).
static CRAWLERS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let names = [
        "bot",
        "crawl",
        "spider",
        "slurp",
        "http",
        "preview",
        "facebookexternalhit",
        "archiver",
        "fetch",
        "headless",
        "lighthouse",
        "monitor",
        "pingdom",
        "scan",
        "curl",
        "wget",
        "python",
        "java/",
        "libwww",
        "go-http",
        "axios",
        "okhttp",
        "scrapy",
        "feed",
        "rss",
        "validator",
        "embedly",
        "whatsapp",
        "skypeuri",
    ];
    let mut builder = AhoCorasick::builder();
    // So few and short words make no automaton that is too large.
    builder.ascii_case_insensitive(true).build(names).unwrap_or_else(|_| unreachable!())
});

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    const CHROME: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
    const SAFARI: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1";
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

    #[test]
    fn programs_are_told_by_their_names() {
        let crawler = |agent| is_crawler(&request(Method::GET, &[("user-agent", agent)]).headers);
        for browser in [FIREFOX, CHROME, SAFARI] {
            assert!(!crawler(browser), "{browser}");
        }
        for program in
            ["", GOOGLEBOT, "curl/8.5.0", "python-requests/2.32", "Feedly/1.0", "WhatsApp/2.23", "Wget/1.21"]
        {
            assert!(crawler(program), "{program}");
        }
        assert!(is_crawler(&HeaderMap::new()));
    }
}
