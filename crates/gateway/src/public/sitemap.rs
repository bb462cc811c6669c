//! `/sitemap.xml` (sitemaps.org): an index of parts, each with the alternates of its pages.
//!
//! A part holds at most [`PER_PART`] stories with all their languages, which stays under the
//! protocol's 50,000 addresses and 50 MB.

use std::fmt::Write;

use axum::extract::{Path, State};
use axum::response::Response;
use content::Address;
use http::request::Parts;
use kernel::Locale;

use crate::address;
use crate::app::App;
use crate::failure::Failure;
use crate::http::Encoded;
use crate::page_cache::{Page, Scope, Variant};
use crate::reader::Reader;
use crate::serve_page::cached;

/// Stories of a part.
const PER_PART: usize = 2_000;
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

/// The index of the parts.
pub(crate) async fn index(State(app): State<App>, request: Parts) -> Result<Response, Failure> {
    let render = || async {
        let parts = app.content.addresses().await?.len().div_ceil(PER_PART).max(1);
        let mut xml = String::from(HEAD);
        xml.push_str("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for part in 1..=parts {
            let href = app.settings.absolute(&format!("/sitemaps/{part}"));
            let _ = writeln!(xml, "<sitemap><loc>{href}</loc></sitemap>");
        }
        xml.push_str("</sitemapindex>\n");
        Ok(page(xml))
    };
    cached(&app, &Reader::Visitor, &request, "/sitemap.xml", render).await
}

/// `/sitemaps/{part}`: one part, from 1. The first begins with the front pages.
pub(crate) async fn part(
    State(app): State<App>,
    Path(part): Path<String>,
    request: Parts,
) -> Result<Response, Failure> {
    let number: usize =
        part.parse().ok().filter(|number| (1..=10_000).contains(number)).ok_or(Failure::NotFound)?;
    let render = || async {
        let addresses = app.content.addresses().await?;
        let stories = addresses.chunks(PER_PART).nth(number - 1);
        if stories.is_none() && number > 1 {
            return Err(Failure::NotFound);
        }
        let mut xml = String::from(HEAD);
        xml.push_str(
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
        );
        if number == 1 {
            let publication = app.publications.current().await?;
            let fronts = publication.site.locales.iter();
            let fronts: Vec<_> =
                fronts.map(|offered| (offered.locale.clone(), address::front(&offered.locale))).collect();
            urls(&app, &mut xml, &fronts, None);
        }
        for story in stories.unwrap_or_default() {
            urls(&app, &mut xml, &editions(story), Some(story));
        }
        xml.push_str("</urlset>\n");
        Ok(page(xml))
    };
    cached(&app, &Reader::Visitor, &request, &format!("/sitemaps/{number}"), render).await
}

fn editions(story: &Address) -> Vec<(Locale, String)> {
    story.editions.iter().map(|(locale, slug)| (locale.clone(), address::text(locale, slug))).collect()
}

/// Each language's page with links to all of them. Addresses are percent-encoded and hold nothing
/// that XML would need escaped.
fn urls(app: &App, xml: &mut String, editions: &[(Locale, String)], story: Option<&Address>) {
    for (_, path) in editions {
        let _ = write!(xml, "<url><loc>{}</loc>", app.settings.absolute(path));
        if let Some(story) = story {
            let _ = write!(xml, "<lastmod>{}</lastmod>", story.changed_at);
        }
        for (locale, path) in editions {
            let href = app.settings.absolute(path);
            let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{locale}\" href=\"{href}\"/>");
        }
        xml.push_str("</url>\n");
    }
}

fn page(xml: String) -> Page {
    Page {
        body: Encoded::new(xml, "application/xml; charset=utf-8"),
        variant: Variant::Visitor,
        scope: Scope::Everything,
        expires_at: None,
    }
}
