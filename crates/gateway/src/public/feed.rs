//! `/{locale}/feed.xml`, `rss.xml` and `feed.json`, also under sections, tags and authors: Atom (RFC
//! 4287), RSS 2.0 and JSON Feed 1.1. They hold teasers only.

use axum::extract::{Path, State};
use axum::response::Response;
use content::store::Shelf;
use content::{Card, TermKind};
use http::request::Parts;
use kernel::Locale;
use minijinja::value::Serde;
use serde::Serialize;
use serde_json::json;

use crate::address::{self, FeedFormat};
use crate::app::App;
use crate::extract::Offered;
use crate::failure::Failure;
use crate::http::Encoded;
use crate::page_cache::{Page, Scope, Variant};
use crate::publication::Publication;
use crate::reader::Reader;
use crate::serve_page::cached;
use crate::view::build;

/// Entries of a feed.
pub(crate) const ENTRIES: u64 = 30;

/// A feed; `feed` in `feed.xml` and `rss.xml`.
#[derive(Debug, Serialize)]
pub(crate) struct FeedView {
    pub(crate) lang: Locale,
    pub(crate) title: String,
    pub(crate) subtitle: String,
    /// Absolute addresses.
    pub(crate) this: String,
    pub(crate) page: String,
    /// RFC 3339: when the newest entry changed.
    pub(crate) updated: Option<String>,
    pub(crate) entries: Vec<EntryView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct EntryView {
    /// Stays the same whatever happens to the address (RFC 4151).
    id: String,
    href: String,
    title: String,
    /// The standfirst.
    summary: String,
    /// The visible half, a string a block.
    teaser: Vec<String>,
    published: Option<String>,
    pub(crate) updated: Option<String>,
    /// `published` as RSS writes it (RFC 9110, `IMF-fixdate`).
    published_rss: Option<String>,
    authors: Vec<String>,
    section: Option<String>,
}

pub(crate) async fn language(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    request: Parts,
) -> Result<Response, Failure> {
    let own = publication.offered(&locale).ok_or(Failure::NotFound)?;
    let page = address::front(&locale);
    feed(&app, &publication, &locale, &page, &request, || async {
        Ok((own.name.clone(), own.tagline.clone(), Shelf::All))
    })
    .await
}

pub(crate) async fn section(
    app: State<App>,
    offered: Offered,
    path: Path<(String, String)>,
    request: Parts,
) -> Result<Response, Failure> {
    term(TermKind::Section, app, offered, path, request).await
}

pub(crate) async fn tag(
    app: State<App>,
    offered: Offered,
    path: Path<(String, String)>,
    request: Parts,
) -> Result<Response, Failure> {
    term(TermKind::Tag, app, offered, path, request).await
}

pub(crate) async fn author(
    app: State<App>,
    offered: Offered,
    path: Path<(String, String)>,
    request: Parts,
) -> Result<Response, Failure> {
    term(TermKind::Author, app, offered, path, request).await
}

async fn term(
    kind: TermKind,
    State(app): State<App>,
    Offered(locale, publication): Offered,
    Path((_, slug)): Path<(String, String)>,
    request: Parts,
) -> Result<Response, Failure> {
    let page = address::term(&locale, kind, &slug);
    feed(&app, &publication, &locale, &page, &request, || async {
        let term = app.content.term_by_slug(kind, &locale, &slug).await?.ok_or(Failure::NotFound)?;
        let name = term.names.iter().find(|name| name.locale == locale).ok_or(Failure::NotFound)?;
        let site = publication.offered(&locale).map(|own| own.name.clone()).unwrap_or_default();
        Ok((format!("{} – {site}", name.name), name.description.clone(), Shelf::Term(term.id)))
    })
    .await
}

/// A feed is the same for everyone, signed in or not: what it holds is what a visitor may see.
async fn feed(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    page: &str,
    request: &Parts,
    find: impl AsyncFnOnce() -> Result<(String, String, Shelf), Failure>,
) -> Result<Response, Failure> {
    let format = FeedFormat::of(request.uri.path()).ok_or(Failure::NotFound)?;
    let path = address::feed(page, format);
    let render = || async {
        let (title, subtitle, shelf) = find().await?;
        let listing = app.content.shelf(locale, shelf, 0, ENTRIES).await?;
        let entries = entries(app, &listing.cards).await?;
        let view = FeedView {
            lang: locale.clone(),
            title,
            subtitle,
            this: app.settings.absolute(&path),
            page: app.settings.absolute(page),
            updated: entries.iter().filter_map(|entry| entry.updated.clone()).max(),
            entries,
        };
        Ok(Page {
            body: view.render(app, locale, publication, format)?,
            variant: Variant::Visitor,
            scope: Scope::Language(locale.clone()),
            expires_at: None,
        })
    };
    cached(app, &Reader::Visitor, request, &path, render).await
}

impl FeedView {
    /// The feed in a format.
    pub(crate) fn render(
        self,
        app: &App,
        locale: &Locale,
        publication: &Publication,
        format: FeedFormat,
    ) -> Result<Encoded, Failure> {
        let (template, content_type) = match format {
            FeedFormat::Atom => ("feed.xml", "application/atom+xml; charset=utf-8"),
            FeedFormat::Rss => ("rss.xml", "application/rss+xml; charset=utf-8"),
            FeedFormat::Json => return Ok(Encoded::new(self.json().to_string(), "application/feed+json")),
        };
        let context = minijinja::Value::from_pairs([("feed", minijinja::Value::from(Serde(self)))]);
        let xml = app.theme.render(template, locale, &publication.site.time_zone, context)?;
        Ok(Encoded::new(xml, content_type))
    }

    /// JSON Feed 1.1 (jsonfeed.org).
    fn json(&self) -> serde_json::Value {
        let names = |names: &[String]| names.iter().map(|name| json!({ "name": name })).collect::<Vec<_>>();
        let items = self.entries.iter().map(|entry| {
            json!({
                "id": entry.id,
                "url": entry.href,
                "title": entry.title,
                "summary": entry.summary,
                "content_text": entry.teaser.join("\n\n"),
                "date_published": entry.published,
                "date_modified": entry.updated,
                "authors": names(&entry.authors),
                "tags": entry.section.iter().collect::<Vec<_>>(),
            })
        });
        json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.title,
            "description": self.subtitle,
            "language": self.lang,
            "home_page_url": self.page,
            "feed_url": self.this,
            "items": items.collect::<Vec<_>>(),
        })
    }
}

/// Stories as entries of a feed. One query.
pub(crate) async fn entries(app: &App, cards: &[Card]) -> Result<Vec<EntryView>, Failure> {
    let ids: Vec<_> = cards.iter().map(|card| card.translation).collect();
    let mut teasers = app.content.teasers(&ids).await?;
    let entry = |card: &Card| entry(app, card, teasers.remove(&card.translation).unwrap_or_default());
    Ok(cards.iter().map(entry).collect())
}

fn entry(app: &App, card: &Card, teaser: Vec<String>) -> EntryView {
    let view = build::card(card);
    EntryView {
        id: format!("urn:uuid:{}", card.translation),
        href: app.settings.absolute(&view.href),
        title: view.title,
        summary: view.standfirst,
        teaser,
        updated: card.updated_at.or(card.published_at).map(build::rfc3339),
        published: view.published_at,
        published_rss: card
            .published_at
            .and_then(|at| jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&at).ok()),
        authors: view.authors.into_iter().map(|author| author.name).collect(),
        section: view.section.map(|section| section.name),
    }
}
