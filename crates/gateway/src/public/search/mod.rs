//! `/{locale}/search?q=`: stories found, in the best language for the reader.

use std::fmt::Write;

use axum::extract::{Query, State};
use axum::response::Response;
use content::Card;
use content::store::Shelf;
use http::StatusCode;
use http::request::Parts;
use kernel::Locale;
use search::{Fragment, SearchError};
use serde::Deserialize;

use crate::address;
use crate::app::App;
use crate::extract::{Offered, PageNumber};
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{Encoded, Freshness};
use crate::i18n::Formats;
use crate::reader::Reader;
use crate::view::search::{HitView, SearchView};
use crate::view::{Html, Pager, build};

/// Hits on a page.
const PER_PAGE: u64 = 10;
/// Longest query that is looked at, in characters; the rest is cut.
const LONGEST: usize = 200;

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
}

/// Never kept by a cache: what is found depends on what the reader may read.
pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    Query(asked): Query<Asked>,
    PageNumber(page): PageNumber,
    reader: Reader,
    request: Parts,
) -> Result<Response, Failure> {
    let text: String = asked.q.trim().chars().take(LONGEST).collect();
    let found = if text.is_empty() {
        Some(Found::default())
    } else {
        find(&app, &locale, &text, page, &reader).await?
    };
    let unavailable = found.is_none();
    let found = found.unwrap_or_default();
    let nothing = found.hits.is_empty() && !text.is_empty();
    let latest = if nothing { app.content.shelf(&locale, Shelf::All, 0, 4).await?.cards } else { Vec::new() };
    let pages = found.total.div_ceil(PER_PAGE).max(1);
    let view = SearchView {
        pager: Pager {
            page,
            pages,
            previous: (page > 1).then(|| address::search(&locale, &text, page - 1)),
            next: (page < pages).then(|| address::search(&locale, &text, page + 1)),
        },
        query: text.clone(),
        total: found.total,
        hits: found.hits,
        unavailable,
        latest: build::cards(&latest),
    };
    let offered = publication.site.locales.iter();
    let head = Head {
        path: address::named(&locale, "search"),
        title: framing::text(&app, &locale, "title-search"),
        robots: Some("noindex, follow"),
        editions: offered
            .map(|offered| (offered.locale.clone(), address::search(&offered.locale, &text, 1)))
            .collect(),
        ..Head::default()
    };
    let frame = framing::frame(&app, &publication, &locale, head, reader.is_signed_in());
    let html = framing::render(&app, &publication, "search.html", &frame, "search", view)?;
    let status = if unavailable { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::OK };
    let answer = Encoded::html(html).answer_with(status, &request.method, &request.headers, Freshness::Never);
    Ok(answer.map(axum::body::Body::new))
}

#[derive(Default)]
struct Found {
    total: u64,
    hits: Vec<HitView>,
}

/// None if search is down: the page then says so, and everything else works on.
async fn find(
    app: &App,
    locale: &Locale,
    text: &str,
    page: u64,
    reader: &Reader,
) -> Result<Option<Found>, Failure> {
    let query = search::Query {
        known: reader.member().map(|member| member.languages.iter().cloned().collect()).unwrap_or_default(),
        offset: usize::try_from((page - 1) * PER_PAGE).unwrap_or(usize::MAX),
        limit: usize::try_from(PER_PAGE).unwrap_or(10),
        ..search::Query::new(text, locale.clone(), reader.reach(app.clock.now()))
    };
    let results = match app.search.search(&query).await {
        Ok(results) => results,
        // It says so on the page, and when it starts in the log.
        Err(SearchError::Building) => return Ok(None),
        Err(error) => {
            tracing::error!(%error, "search failed");
            return Ok(None);
        }
    };
    // The cards come from the database, so a text withdrawn a moment ago is not shown even if the
    // index still has it.
    let ids: Vec<_> = results.hits.iter().map(|hit| hit.translation).collect();
    let cards = app.content.cards(&ids).await?;
    let hits = results.hits.iter().filter_map(|hit| {
        let card = cards.iter().find(|card| card.translation == hit.translation)?;
        Some(view(card, &hit.snippet, locale))
    });
    Ok(Some(Found { total: results.total, hits: hits.collect() }))
}

fn view(card: &Card, snippet: &[Fragment], page: &Locale) -> HitView {
    let language = (card.locale != *page).then(|| Formats::for_locale(page).language_name(&card.locale));
    HitView { card: build::card(card), snippet: Html(marked(snippet)), language }
}

fn marked(snippet: &[Fragment]) -> String {
    let mut html = String::new();
    for fragment in snippet {
        let text = minijinja::HtmlEscape(&fragment.text);
        // Writing to a string can't fail.
        let _ = if fragment.marked { write!(html, "<mark>{text}</mark>") } else { write!(html, "{text}") };
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snippets_are_escaped() {
        let fragment = |text: &str, marked| Fragment { text: text.to_owned(), marked };
        let html = marked(&[fragment("a <b> & ", false), fragment("<script>", true)]);
        assert_eq!(html, "a &lt;b&gt; &amp; <mark>&lt;script&gt;</mark>");
    }
}
