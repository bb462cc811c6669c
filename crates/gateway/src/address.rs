//! Every address of the site, written in one place. The router reads them, this writes them.

use content::TermKind;
use content::media::Focus;
use kernel::Locale;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};
use url::form_urlencoded;

/// The front page of a language.
pub(crate) fn front(locale: &Locale) -> String {
    format!("/{locale}/")
}

/// An article or a static page.
pub(crate) fn text(locale: &Locale, slug: &str) -> String {
    format!("/{locale}/{}", encoded(slug))
}

/// A section, tag or author.
pub(crate) fn term(locale: &Locale, kind: TermKind, slug: &str) -> String {
    format!("/{locale}/{}/{}", shelf(kind), encoded(slug))
}

/// The archive of a language, or a month of it.
pub(crate) fn archive(locale: &Locale, month: Option<(i16, i8)>) -> String {
    match month {
        None => format!("/{locale}/archive"),
        Some((year, month)) => format!("/{locale}/archive/{year:04}/{month:02}"),
    }
}

/// How a feed is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FeedFormat {
    Atom,
    Rss,
    Json,
}

impl FeedFormat {
    const ALL: [Self; 3] = [Self::Atom, Self::Rss, Self::Json];

    /// The last part of its address.
    const fn name(self) -> &'static str {
        match self {
            Self::Atom => "feed.xml",
            Self::Rss => "rss.xml",
            Self::Json => "feed.json",
        }
    }

    /// The format that a feed's address asks for.
    pub(crate) fn of(path: &str) -> Option<Self> {
        let name = path.rsplit('/').next()?;
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// The feed of a page: of a front page or of a term.
pub(crate) fn feed(page: &str, format: FeedFormat) -> String {
    format!("{}/{}", page.trim_end_matches('/'), format.name())
}

/// A page under the language that has a name of its own: `search`, `subscribe`, `account`, …
pub(crate) fn named(locale: &Locale, name: &str) -> String {
    format!("/{locale}/{name}")
}

/// Signing in, and back to `return_to` afterwards.
pub(crate) fn sign_in(locale: &Locale, return_to: &str) -> String {
    let query: String =
        form_urlencoded::Serializer::new(String::new()).append_pair("return_to", return_to).finish();
    format!("/{locale}/sign-in?{query}")
}

/// The plans, and back to `return_to` once one is paid.
pub(crate) fn subscribe(locale: &Locale, return_to: &str) -> String {
    let query: String =
        form_urlencoded::Serializer::new(String::new()).append_pair("return_to", return_to).finish();
    format!("/{locale}/subscribe?{query}")
}

/// Why a member can, or can't, read a story.
pub(crate) fn why(locale: &Locale, story: &str) -> String {
    let query: String = form_urlencoded::Serializer::new(String::new()).append_pair("story", story).finish();
    format!("/{locale}/account/why?{query}")
}

/// A page of a list; the first has no number.
pub(crate) fn paged(path: &str, page: u64) -> String {
    if page <= 1 { path.to_owned() } else { format!("{path}?page={page}") }
}

/// A picture.
pub(crate) fn media(hash: &str, variant: &str) -> String {
    format!("/media/{hash}/{variant}")
}

/// A part of a picture, cut around its focal point. The point is in the address only so that another
/// one is another address for those who keep it.
pub(crate) fn media_cut(hash: &str, variant: &str, focus: Focus) -> String {
    let address = media(hash, variant);
    if focus == Focus::default() { address } else { format!("{address}?{}", focus_query(focus)) }
}

/// What such an address says of the focal point.
pub(crate) fn focus_query(focus: Focus) -> String {
    format!("f={}-{}", focus.x(), focus.y())
}

/// The word in the address for a kind of term.
pub(crate) fn shelf(kind: TermKind) -> &'static str {
    match kind {
        TermKind::Section => "sections",
        TermKind::Tag => "tags",
        TermKind::Author => "authors",
    }
}

/// Percent-encoding for a path segment (RFC 3986).
fn encoded(segment: &str) -> PercentEncode<'_> {
    const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    utf8_percent_encode(segment, RESERVED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_ascii() {
        let arabic: Locale = "ar".parse().expect("a language tag");
        assert_eq!(text(&arabic, "أمن"), "/ar/%D8%A3%D9%85%D9%86");
        assert_eq!(sign_in(&arabic, "/ar/x?a=b&c"), "/ar/sign-in?return_to=%2Far%2Fx%3Fa%3Db%26c");
        assert_eq!(feed("/de/", FeedFormat::Atom), "/de/feed.xml");
        for format in FeedFormat::ALL {
            assert_eq!(FeedFormat::of(&feed("/de/tags/x", format)), Some(format));
        }
        assert_eq!(archive(&arabic, Some((2025, 9))), "/ar/archive/2025/09");
    }
}
