//! `/{locale}/search?q=`: stories found, in the best language for the reader.

mod answer;
pub(crate) mod asked;
pub(crate) mod description;
pub(crate) mod feed;
mod filters;
pub(crate) mod suggest;

use std::fmt::Write;

use axum::extract::{Query, State};
use axum::response::Response;
use content::Card;
use content::store::Shelf;
use http::StatusCode;
use http::header::ACCEPT_LANGUAGE;
use http::request::Parts;
use kernel::{Locale, Reach};
use search::{Fragment, Order, SearchError};

use self::answer::{Answer, answer};
use self::asked::Asked;
use crate::address;
use crate::app::App;
use crate::courtesy;
use crate::extract::{Offered, PageNumber};
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{Encoded, Freshness};
use crate::i18n::{Argument, Formats, accepted};
use crate::publication::Publication;
use crate::reader::Reader;
use crate::view::frame::Feed;
use crate::view::search::{FilterGroup, Hidden, HitView, Instead, SearchView};
use crate::view::{Html, Pager, build};

/// Hits on a page.
const PER_PAGE: u64 = 10;
/// Most languages of a browser that are looked at.
const MOST_KNOWN: usize = 5;
/// Last page that can be opened; see [`search::engine::DEEPEST`].
const DEEPEST: u64 = 1_000;

/// Never kept by a cache: what is found depends on what the reader may read.
pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    Query(asked): Query<Asked>,
    PageNumber(page): PageNumber,
    reader: Reader,
    request: Parts,
) -> Result<Response, Failure> {
    let text = asked.text();
    let found = if text.is_empty() {
        Some(Found::default())
    } else {
        let reach = courtesy::reach(&app, &reader, &request).await?;
        find(&app, &publication, &locale, &asked, page, reach, known(&request, &reader)).await?
    };
    let unavailable = found.is_none();
    let found = found.unwrap_or_default();
    let nothing = found.hits.is_empty() && !text.is_empty();
    let latest = if nothing { app.content.shelf(&locale, Shelf::All, 0, 4).await?.cards } else { Vec::new() };
    let pages = found.total.div_ceil(PER_PAGE).clamp(1, DEEPEST);
    let other = match asked.order() {
        Order::Relevance => Order::Newest,
        Order::Newest => Order::Relevance,
    };
    let hidden = |(name, value): (&str, &str)| Hidden { name: name.to_owned(), value: value.to_owned() };
    let view = SearchView {
        pager: Pager {
            page,
            pages,
            previous: (page > 1).then(|| asked.address(&locale, page - 1)),
            next: (page < pages).then(|| asked.address(&locale, page + 1)),
        },
        query: text.clone(),
        total: found.total,
        hits: found.hits,
        instead: found.instead.map(|text| better(&locale, text)),
        perhaps: found.perhaps.map(|text| better(&locale, text)),
        filters: found.filters,
        hidden: asked.parameters().into_iter().map(hidden).collect(),
        by_date: asked.order() == Order::Newest,
        other_order_href: asked.ordered(other).address(&locale, 1),
        all_href: asked.is_filtered().then(|| Asked::words(&text).address(&locale, 1)),
        suggest_href: address::named(&locale, "search/suggest"),
        unavailable,
        latest: build::cards(&latest),
    };
    let offered = publication.site.locales.iter();
    let feed = (!text.is_empty()).then(|| Feed {
        title: feed_title(&app, &locale, &text),
        href: asked.feed(&locale),
        rss: None,
        json: None,
    });
    let head = Head {
        path: address::named(&locale, "search"),
        title: framing::text(&app, &locale, "title-search"),
        robots: Some("noindex, follow"),
        editions: offered
            .map(|offered| (offered.locale.clone(), Asked::words(&text).address(&offered.locale, 1)))
            .collect(),
        feed,
        ..Head::default()
    };
    let frame = framing::frame(&app, &publication, &locale, head, reader.is_signed_in());
    let html = framing::render(&app, &publication, "search.html", &frame, "search", view)?;
    let status = if unavailable { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::OK };
    let answer = Encoded::html(html).answer_with(status, &request.method, &request.headers, Freshness::Never);
    Ok(answer.map(axum::body::Body::new))
}

/// What the feed of a search is called.
fn feed_title(app: &App, locale: &Locale, text: &str) -> String {
    framing::text_with(app, locale, "search-feed-title", &[("query", Argument::from(text))])
}

#[derive(Default)]
struct Found {
    total: u64,
    hits: Vec<HitView>,
    filters: Vec<FilterGroup>,
    instead: Option<String>,
    perhaps: Option<String>,
}

/// Another search that may be better.
fn better(locale: &Locale, text: String) -> Instead {
    Instead { href: Asked::words(&text).address(locale, 1), text }
}

/// The languages the reader says they read: the member's own, or else those of the browser.
fn known(request: &Parts, reader: &Reader) -> Vec<Locale> {
    if let Some(member) = reader.member() {
        return member.languages.iter().cloned().collect();
    }
    let header = request.headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let mut known = accepted(header.unwrap_or_default());
    known.truncate(MOST_KNOWN);
    known
}

/// None if search is down: the page then says so, and everything else works on.
async fn find(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    asked: &Asked,
    page: u64,
    reach: Reach,
    known: Vec<Locale>,
) -> Result<Option<Found>, Failure> {
    let mut query = search::Query {
        known,
        closed: app.settings.closed_words,
        offset: usize::try_from((page - 1) * PER_PAGE).unwrap_or(usize::MAX),
        limit: usize::try_from(PER_PAGE).unwrap_or(10),
        filter: asked.filter(&publication.site.time_zone),
        order: asked.order(),
        ..search::Query::new(asked.text(), locale.clone(), reach)
    };
    // What staff have taught makes answers better; they are answers without it, too.
    if let Err(error) = app.curation.teach(&mut query).await {
        tracing::error!(%error, "searching without synonyms and pinned stories");
    }
    let Some(Answer { results, hits }) = answer(app, query.clone()).await? else { return Ok(None) };
    if page == 1 && !asked.is_filtered() {
        app.curation.count(&query, results.total);
    }
    Ok(Some(Found {
        total: results.total,
        hits: hits.iter().map(|(card, snippet)| view(card, snippet, locale)).collect(),
        filters: filters::filters(app, asked, &results.counts, locale),
        instead: results.instead,
        perhaps: results.perhaps,
    }))
}

/// The failure to answer with where search is all there is, and a line in the log.
fn down(error: &SearchError) -> Failure {
    // That it is being built is in the log when it begins.
    if !matches!(error, SearchError::Building) {
        tracing::error!(%error, "search failed");
    }
    Failure::SearchDown
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
