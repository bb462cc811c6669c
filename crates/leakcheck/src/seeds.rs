//! Where a walk begins, and how patterns become addresses.

use kernel::Locale;
use reqwest::Method;

use crate::pattern::Coverage;

/// Addresses that no link leads to, below each language.
const IN_A_LANGUAGE: [&str; 7] = [
    "",
    "search?q=xxxx",
    "search/suggest?q=xxxx",
    "search/feed.xml?q=xxxx",
    "subscribe/done?checkout=00000000-0000-0000-0000-000000000000",
    "sign-in/link?token=x",
    "no-such-page",
];

/// Addresses that sites have or might have.
const FIXED: [&str; 10] = [
    "/",
    "/robots.txt",
    "/sitemap.xml",
    "/news-sitemap.xml",
    "/manifest.webmanifest",
    "/dev/mailbox",
    "/metrics",
    "/admin/",
    "/api/v1/articles",
    "/api/openapi.json",
];

/// What stands for a variable that the walk can't know.
const UNKNOWN: &str = "00000000-0000-0000-0000-000000000000";

/// The seeds for a site in these languages: all addresses of the table that need nothing but a
/// language, whatever their method (a form's address must not answer a GET either), and those that
/// need a query.
pub(crate) fn seeds(coverage: &Coverage, locales: &[String]) -> Vec<String> {
    let mut seeds: Vec<String> = FIXED.map(str::to_owned).to_vec();
    for method in [Method::GET, Method::POST] {
        let plain =
            coverage.patterns(&method).filter(|pattern| !pattern.replace("{locale}", "").contains('{'));
        seeds.extend(plain.flat_map(|pattern| filled(pattern, locales)));
    }
    for locale in locales {
        seeds.extend(IN_A_LANGUAGE.map(|name| format!("/{locale}/{name}")));
    }
    seeds
}

/// The addresses of a pattern in each language; other variables get a value that exists nowhere.
pub(crate) fn filled(pattern: &str, locales: &[String]) -> Vec<String> {
    let fill = |locale: &str| {
        let parts = pattern.split('/').map(|part| match part {
            "{locale}" => locale,
            part if part.starts_with('{') => UNKNOWN,
            part => part,
        });
        parts.collect::<Vec<_>>().join("/")
    };
    if pattern.contains("{locale}") {
        locales.iter().map(|locale| fill(locale)).collect()
    } else {
        vec![fill("")]
    }
}

/// The languages of a site, from the addresses it links to: those that have a front page.
pub(crate) fn languages<'a>(addresses: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    let fronts = addresses.into_iter().filter_map(|address| {
        let tag = address.strip_prefix('/')?.strip_suffix('/')?;
        tag.parse::<Locale>().ok().map(|_| tag.to_owned())
    });
    fronts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_become_addresses() {
        let locales = ["en".to_owned(), "pt-BR".to_owned()];
        assert_eq!(filled("/admin/billing", &locales), ["/admin/billing"]);
        assert_eq!(filled("/{locale}/account", &locales), ["/en/account", "/pt-BR/account"]);
        assert_eq!(filled("/{locale}/x/{id}/y", &locales)[0], format!("/en/x/{UNKNOWN}/y"));
        let table = [("get", "/{locale}/"), ("post", "/{locale}/sign-out"), ("get", "/{locale}/{slug}")];
        let seeds = seeds(&Coverage::of(&table), &locales);
        assert!(
            seeds.contains(&"/pt-BR/sign-out".to_owned()) && seeds.contains(&"/en/search?q=xxxx".to_owned())
        );
        assert!(!seeds.iter().any(|seed| seed.contains('{')));
    }

    #[test]
    fn languages_are_those_with_a_front_page() {
        let links = ["/en/", "/ar/", "/en/archive", "/assets/", "/"].map(str::to_owned);
        assert_eq!(languages(&links), ["en", "ar"]);
    }
}
