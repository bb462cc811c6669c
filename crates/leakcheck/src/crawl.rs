//! Finding addresses in what a site answers: links, sources, feeds, sitemaps, redirects.

use std::collections::BTreeSet;

use url::Url;

/// Addresses of this site in an answer (headers, an empty line, the body), without fragments. It reads attributes and `<loc>` as text,
/// so it finds what a browser would and more.
pub(crate) fn addresses(base: &Url, page: &Url, body: &str) -> BTreeSet<String> {
    let quoted = [
        "href=\"",
        "src=\"",
        "srcset=\"",
        "action=\"",
        "content=\"",
        "\"url\":\"",
        "\"@id\":\"",
        "_url\":\"",
    ];
    let mut found: BTreeSet<String> = quoted
        .iter()
        .flat_map(|opening| body.split(opening).skip(1))
        .filter_map(|rest| rest.split('"').next())
        .flat_map(|value| value.split(", ").filter_map(|part| part.split(' ').next()))
        .filter_map(|reference| local(base, page, &unescaped(reference)))
        .collect();
    // `Location` of a redirect, among the headers that stand before the body.
    let headers = body.lines().take_while(|line| !line.is_empty());
    let moved = headers.filter_map(|line| line.strip_prefix("location: "));
    let linked = body.split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next());
    found.extend(linked.chain(moved).filter_map(|reference| local(base, page, reference)));
    found
}

/// The characters of an address that templates may escape in HTML.
fn unescaped(reference: &str) -> String {
    reference.replace("&#x2f;", "/").replace("&#47;", "/").replace("&#38;", "&").replace("&amp;", "&")
}

/// Path and query, if the reference stays on this site.
fn local(base: &Url, page: &Url, reference: &str) -> Option<String> {
    let looks_like_an_address =
        reference.starts_with('/') || reference.starts_with("http") || reference.starts_with('.');
    if !looks_like_an_address {
        return None;
    }
    let url = page.join(reference).ok()?;
    if url.origin() != base.origin() {
        return None;
    }
    Some(url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_naming_an_address_is_found() {
        let base: Url = "http://site.example/".parse().expect("a URL");
        let body = r#"content-type: text/html
location: /de/new-slug

            <a href="/de/a#x">a</a> <img srcset="/media/1/w480.jpg 480w, /media/1/w800.jpg 800w">
            <link href="http://site.example/de/feed.xml"> <a href="https://else.example/x"> <loc>http://site.example/s</loc>
            <a href="/de/sign-in?return_to=%2F&amp;x=1"> <a href="&#x2f;de&#x2f;b">"#;
        let found = addresses(&base, &base, body);
        let expected = [
            "/de/a",
            "/de/b",
            "/de/feed.xml",
            "/de/new-slug",
            "/de/sign-in?return_to=%2F&x=1",
            "/media/1/w480.jpg",
            "/media/1/w800.jpg",
            "/s",
        ];
        assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    }
}
