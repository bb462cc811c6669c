//! `/{locale}/search/feed.xml?q=`: new stories for a search, as Atom.

use axum::extract::{Query, State};
use axum::response::Response;
use http::request::Parts;
use kernel::Reach;
use search::Order;

use super::answer::answer;
use super::asked::Asked;
use crate::address::FeedFormat;
use crate::app::App;
use crate::extract::Offered;
use crate::failure::Failure;
use crate::http::Freshness;
use crate::public::feed::{ENTRIES, FeedView, entries};

/// What a visitor finds, whoever asks: feed readers have no session.
pub(crate) async fn show(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    Query(asked): Query<Asked>,
    request: Parts,
) -> Result<Response, Failure> {
    let text = asked.text();
    let query = search::Query {
        filter: asked.filter(&publication.site.time_zone),
        order: Order::Newest,
        limit: usize::try_from(ENTRIES).unwrap_or(30),
        closed: app.settings.closed_words,
        ..search::Query::new(&text, locale.clone(), Reach::visitor())
    };
    let Some(found) = answer(&app, query).await? else { return Err(Failure::SearchDown) };
    let cards: Vec<_> = found.hits.into_iter().map(|(card, _)| card).collect();
    let entries = entries(&app, &cards).await?;
    let view = FeedView {
        title: super::feed_title(&app, &locale, &text),
        subtitle: String::new(),
        this: app.settings.absolute(&asked.feed(&locale)),
        page: app.settings.absolute(&asked.ordered(Order::Newest).address(&locale, 1)),
        updated: entries.iter().filter_map(|entry| entry.updated.clone()).max(),
        lang: locale.clone(),
        entries,
    };
    let body = view.render(&app, &locale, &publication, FeedFormat::Atom)?;
    Ok(body.answer(&request.method, &request.headers, Freshness::Never).map(axum::body::Body::new))
}
