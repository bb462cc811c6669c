//! `/news-sitemap.xml`: the stories of the last two days in all languages, for news search (Google,
//! "Create a news sitemap").

use axum::extract::State;
use axum::response::Response;
use content::store::Shelf;
use http::request::Parts;
use jiff::SignedDuration;
use minijinja::value::Serde;
use serde::Serialize;

use crate::address;
use crate::app::App;
use crate::failure::Failure;
use crate::http::Encoded;
use crate::page_cache::{Page, Scope, Variant};
use crate::reader::Reader;
use crate::serve_page::cached;
use crate::view::build;

/// How long a story is news, by the format's rules.
const NEWS: SignedDuration = SignedDuration::from_hours(48);
/// Most stories of a language; the format allows 1,000 in all.
const MOST: u64 = 100;
/// How long the list stands when nothing is published: stories grow old without it.
const FRESH: SignedDuration = SignedDuration::from_mins(15);

/// A story; `stories` in the template.
#[derive(Debug, Serialize)]
struct NewsView {
    href: String,
    publication: String,
    language: String,
    published: String,
    title: String,
}

pub(crate) async fn show(State(app): State<App>, request: Parts) -> Result<Response, Failure> {
    let render = || async {
        let publication = app.publications.current().await?;
        let now = app.clock.now();
        let oldest = now.saturating_sub(NEWS).unwrap_or(now);
        let mut stories = Vec::new();
        for offered in &publication.site.locales {
            let listing = app.content.shelf(&offered.locale, Shelf::All, 0, MOST).await?;
            let news = listing.cards.into_iter().map_while(|card| {
                let published = card.published_at.filter(|at| *at >= oldest)?;
                Some(NewsView {
                    href: app.settings.absolute(&address::text(&card.locale, &card.slug)),
                    publication: offered.name.clone(),
                    language: card.locale.language().to_owned(),
                    published: build::rfc3339(published),
                    title: card.title,
                })
            });
            stories.extend(news);
        }
        let context = minijinja::Value::from_pairs([("stories", minijinja::Value::from(Serde(stories)))]);
        let site = &publication.site;
        let xml = app.theme.render("news-sitemap.xml", &site.default_locale, &site.time_zone, context)?;
        Ok(Page {
            body: Encoded::new(xml, "application/xml; charset=utf-8"),
            variant: Variant::Visitor,
            scope: Scope::Everything,
            expires_at: now.checked_add(FRESH).ok(),
        })
    };
    cached(&app, &Reader::Visitor, &request, "/news-sitemap.xml", render).await
}
