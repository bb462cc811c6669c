//! From the page cache to an answer, and from a miss to the page cache.

use std::future::Future;

use axum::response::Response;
use http::request::Parts;

use crate::app::App;
use crate::failure::Failure;
use crate::page_cache::{Page, Variant};
use crate::reader::Reader;

/// Answers with the page at `path`: from memory, or rendered by `render`, once however many ask.
///
/// `path` is the canonical address: what is ignored of the request's address is not in it.
pub(crate) async fn cached<R>(
    app: &App,
    reader: &Reader,
    request: &Parts,
    path: &str,
    render: impl FnOnce() -> R,
) -> Result<Response, Failure>
where
    R: Future<Output = Result<Page, Failure>>,
{
    if let Some(answer) = from_memory(app, reader, request, path) {
        return Ok(answer);
    }
    let turn = app.pages.turn(path).await;
    if let Some(answer) = from_memory(app, reader, request, path) {
        return Ok(answer);
    }
    let generation = app.pages.generation();
    let page = app.pages.keep(path, render().await?, generation);
    drop(turn);
    Ok(answer(&page, request))
}

/// The answer, if the page for this reader is in memory.
pub(crate) fn from_memory(app: &App, reader: &Reader, request: &Parts, path: &str) -> Option<Response> {
    let now = app.clock.now();
    let page = match reader {
        Reader::Visitor => app.pages.visitor(path, now),
        Reader::SignedIn(_) => app.pages.signed_in(path, &reader.reach(now), now),
    };
    page.map(|page| answer(&page, request))
}

fn answer(page: &Page, request: &Parts) -> Response {
    page.body.answer(&request.method, &request.headers, page.freshness()).map(axum::body::Body::new)
}

/// The variant of a page that is the same for all who are signed in.
pub(crate) fn plain_variant(reader: &Reader) -> Variant {
    if reader.is_signed_in() { Variant::Member } else { Variant::Visitor }
}
