//! What every page has around its content; `page` in the templates.

use kernel::{Direction, Locale};
use serde::Serialize;

use super::{LanguageLink, Link};
use crate::address;
use crate::address::FeedFormat::{Atom, Json, Rss};

/// The frame of a page: head, masthead, navigation, footer.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Frame {
    /// Language and direction of the page.
    pub(crate) lang: Locale,
    pub(crate) dir: Direction,
    /// Language of the interface texts: the page's, or the nearest that has texts.
    pub(crate) ui_lang: Locale,
    /// The document's title, without the publication's name.
    pub(crate) title: String,
    pub(crate) description: String,
    /// Absolute address of this page.
    pub(crate) canonical: String,
    /// `robots` meta, where the page must not be indexed.
    pub(crate) robots: Option<&'static str>,
    /// This page in other languages, for `hreflang`; absolute; includes `x-default`.
    pub(crate) alternates: Vec<Alternate>,
    /// Link preview (`OpenGraph`, Twitter card).
    pub(crate) preview: Preview,
    /// The page's language and those of its other editions as `OpenGraph` writes them: `de_DE`.
    pub(crate) og_locale: String,
    pub(crate) og_locale_alternates: Vec<String>,
    /// JSON-LD, escaped for a script element; empty if none.
    pub(crate) json_ld: super::Html,
    pub(crate) site_name: String,
    pub(crate) tagline: String,
    pub(crate) home: String,
    /// The sections.
    pub(crate) sections: Vec<Link>,
    /// Static pages, for the footer.
    pub(crate) pages: Vec<Link>,
    /// The language switch: this page where it exists, else the language's front page.
    pub(crate) languages: Vec<LanguageLink>,
    /// Feeds to announce.
    pub(crate) feeds: Vec<Feed>,
    pub(crate) signed_in: bool,
    pub(crate) sign_in_href: String,
    pub(crate) account_href: String,
    pub(crate) subscribe_href: String,
    pub(crate) search_href: String,
    pub(crate) archive_href: String,
    /// Today in the site's time zone (`2026-11-23`), for the masthead of the front page only, which
    /// is rendered anew each day.
    pub(crate) today: Option<String>,
    /// The style sheet of what staff have chosen, after the theme's.
    pub(crate) look_href: Option<String>,
    /// Whether contracts can be ended without signing in.
    pub(crate) eu_kit: bool,
    /// Whether this is a demo, whose mail can be read at `/dev/mailbox`.
    pub(crate) demo: bool,
}

/// One `<link rel="alternate" hreflang>`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Alternate {
    pub(crate) hreflang: String,
    pub(crate) href: String,
}

/// A feed to announce in the head, in the formats it has.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Feed {
    pub(crate) title: String,
    /// Atom.
    pub(crate) href: String,
    pub(crate) rss: Option<String>,
    pub(crate) json: Option<String>,
}

impl Feed {
    /// The feed of a front page or of a term's page.
    pub(crate) fn of(title: String, page: &str) -> Self {
        let address = |format| Some(address::feed(page, format));
        Self { title, href: address::feed(page, Atom), rss: address(Rss), json: address(Json) }
    }
}

/// What other sites show when this page is linked.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Preview {
    /// `article` or `website`.
    pub(crate) kind: &'static str,
    /// Absolute address of a 1200×630 picture.
    pub(crate) image: Option<String>,
    pub(crate) image_alt: String,
    /// RFC 3339 times, for articles.
    pub(crate) published_at: Option<String>,
    pub(crate) modified_at: Option<String>,
    pub(crate) section: Option<String>,
    pub(crate) tags: Vec<String>,
}
