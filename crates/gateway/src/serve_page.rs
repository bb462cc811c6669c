//! From the page cache to an answer, and from a miss to the page cache.

use std::future::Future;
use std::sync::Arc;

use axum::response::Response;
use http::header::SET_COOKIE;
use http::request::Parts;
use kernel::Reach;

use crate::app::App;
use crate::counting;
use crate::courtesy::{self, Other};
use crate::failure::Failure;
use crate::http::Freshness;
use crate::page_cache::{Noticed, Page, Variant};
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
    Ok(answer(app, reader, &page, request))
}

/// The same for a story that is open in another way than by what its reader holds, or that says what
/// is left of what is free.
pub(crate) async fn cached_noticed<R>(
    app: &App,
    reader: &Reader,
    request: &Parts,
    path: &str,
    other: Other,
    render: impl FnOnce() -> R,
) -> Result<Response, Failure>
where
    R: Future<Output = Result<Page, Failure>>,
{
    let Other { notice, reach, cookie } = other;
    let which = Noticed { path: path.into(), signed_in: reader.is_signed_in(), notice };
    let found = || app.pages.noticed(&which, &reach, app.clock.now());
    let page = if let Some(page) = found() {
        page
    } else {
        let _turn = app.pages.turn(path).await;
        if let Some(page) = found() {
            page
        } else {
            let generation = app.pages.generation();
            app.pages.keep_noticed(&which, render().await?, generation)
        }
    };
    let mut response = answer(app, reader, &page, request);
    response.headers_mut().extend(cookie.map(|cookie| (SET_COOKIE, cookie)));
    Ok(response)
}

/// The answer, if the page for this reader is in memory and nothing but what they hold decides which
/// that is.
pub(crate) fn at_once(app: &App, reader: &Reader, request: &Parts, path: &str) -> Option<Response> {
    let page = remembered(app, reader, path)?;
    let closed = page.closed_by(&reader.reach(app.clock.now()));
    if closed.is_some_and(|access| courtesy::must_be_asked(app, reader, request, access)) {
        return None;
    }
    Some(answer(app, reader, &page, request))
}

/// The answer, if the page for this reader is in memory.
fn from_memory(app: &App, reader: &Reader, request: &Parts, path: &str) -> Option<Response> {
    remembered(app, reader, path).map(|page| answer(app, reader, &page, request))
}

fn remembered(app: &App, reader: &Reader, path: &str) -> Option<Arc<Page>> {
    let now = app.clock.now();
    match reader {
        Reader::Visitor => app.pages.visitor(path, now),
        Reader::SignedIn(_) => app.pages.signed_in(path, &reader.reach(now), now),
    }
}

/// Where not all visitors get the same page of a closed story, no shared cache keeps one.
fn answer(app: &App, reader: &Reader, page: &Page, request: &Parts) -> Response {
    counting::read(app, reader, page, request);
    let freshness = match page.freshness() {
        Freshness::Shared
            if page
                .closed_by(&Reach::visitor())
                .is_some_and(|access| courtesy::visitors_differ(app, access)) =>
        {
            Freshness::Private
        }
        other => other,
    };
    page.body.answer(&request.method, &request.headers, freshness).map(axum::body::Body::new)
}

/// The variant of a page that is the same for all who are signed in.
pub(crate) fn plain_variant(reader: &Reader) -> Variant {
    if reader.is_signed_in() { Variant::Member } else { Variant::Visitor }
}
