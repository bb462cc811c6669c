//! The meter: a few paid stories a month for those who have no plan.
//!
//! A member's count is in the database, a visitor's in a signed cookie. Nothing opens to a browser
//! that hasn't brought such a cookie back, so crawlers and programs that keep none read nothing. A
//! browser that opens its first metered story is sent round once: to the same address with
//! [`FREE`] and a count to keep, and back to the clean address with it.

use axum::Form;
use axum::extract::State;
use axum::response::Response;
use billing::courtesy::{Month, Taken};
use content::Reading;
use http::header::SET_COOKIE;
use http::request::Parts;
use http::{HeaderMap, HeaderValue, StatusCode};
use kernel::{ArticleId, MemberId};
use serde::Deserialize;

use super::cookies::{self, Count};
use super::{Notice, Other, Way};
use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::http::Freshness;
use crate::http::{is_navigation, is_reading, is_speculative};
use crate::publication::Publication;
use crate::reader::Reader;
use crate::view::build;

/// The query of a story's address that says: this browser was just given a count to keep.
const FREE: &str = "free";

/// The month at the site.
pub(crate) fn month(app: &App, publication: &Publication) -> Month {
    Month::of(app.clock.now(), &publication.site.time_zone)
}

/// How a reader gets at a paid story of which `limit` are free a month.
pub(super) async fn way(
    app: &App,
    publication: &Publication,
    reader: &Reader,
    request: &Parts,
    reading: &Reading,
    limit: u16,
) -> Result<Way, Failure> {
    let month = month(app, publication);
    let now = app.clock.now();
    let article = reading.article;
    let (taken, tally, cookie) = match reader {
        Reader::SignedIn(signed_in) => {
            let member = signed_in.member.id;
            let tally = app.billing.tally(member, month).await?;
            if tally.has(article) {
                (Taken::Again, tally, None)
            } else if is_reading(request) {
                let (taken, tally) = app.billing.take(member, article, limit, month).await?;
                (taken, tally, None)
            } else {
                return Ok(unread(request));
            }
        }
        Reader::Visitor => {
            let Some(mut count) = cookies::count(app, &request.headers, month) else {
                return first(app, reader, request, reading, limit, month);
            };
            if request.uri.query() == Some(FREE) {
                return Ok(Way::Answer(see_other(&address::text(&reading.locale, &reading.slug))?));
            }
            if !count.tally.has(article) && !is_reading(request) {
                return Ok(unread(request));
            }
            let taken = count.tally.take(article, limit, now);
            let changed = matches!(taken, Taken::Counted { .. });
            let cookie = changed.then(|| cookies::count_cookie(app, &count, month)).flatten();
            (taken, count.tally, cookie)
        }
    };
    let own = reader.reach(now);
    let resets = build::rfc3339(month.ends_at());
    Ok(Way::Other(Box::new(match taken {
        Taken::UsedUp => Other { notice: Notice::UsedUp { limit, resets }, reach: own, cookie },
        Taken::Again | Taken::Counted { .. } => Other {
            notice: Notice::Metered { left: tally.left(limit), limit, resets },
            reach: own.with_article(article),
            cookie,
        },
    })))
}

/// A visitor without a count: a browser is given one, anything else sees that there is one.
fn first(
    app: &App,
    reader: &Reader,
    request: &Parts,
    reading: &Reading,
    limit: u16,
    month: Month,
) -> Result<Way, Failure> {
    let closed = |notice| {
        let reach = reader.reach(app.clock.now());
        Ok(Way::Other(Box::new(Other { notice, reach, cookie: None })))
    };
    match request.uri.query() {
        Some(FREE) => closed(Notice::NoCookie),
        _ if is_navigation(request) => {
            let path = address::text(&reading.locale, &reading.slug);
            Ok(Way::Answer(begin(app, &path, month)?))
        }
        _ => closed(Notice::Offer { limit }),
    }
}

/// Gives the browser an empty count and sends it to the story with it.
fn begin(app: &App, path: &str, month: Month) -> Result<Response, Failure> {
    let mut response = see_other(&format!("{path}?{FREE}"))?;
    let empty = cookies::count_cookie(app, &Count::default(), month);
    response.headers_mut().extend(empty.map(|cookie| (SET_COOKIE, cookie)));
    Ok(response)
}

/// What is fetched ahead must not count and must not stand in for what is read later, so there is
/// nothing to fetch. Who asks for the headers gets those of the closed page.
fn unread(request: &Parts) -> Way {
    if !is_speculative(&request.headers) {
        return Way::Own;
    }
    let mut nothing = Response::default();
    *nothing.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    nothing.headers_mut().insert(http::header::CACHE_CONTROL, Freshness::Never.header());
    Way::Answer(nothing)
}

#[derive(Deserialize)]
pub(crate) struct Story {
    #[serde(default)]
    story: String,
}

/// `POST /{locale}/meter`: a visitor whose browser doesn't say that it opens pages wants to read on.
pub(crate) async fn start(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    Form(form): Form<Story>,
) -> Result<Response, Failure> {
    if form.story.is_empty() {
        return Err(Failure::NotFound);
    }
    let path = address::text(&locale, &form.story);
    begin(&app, &path, month(&app, &publication))
}

/// `POST /{locale}/meter/left`: the browser says that a story was left. Whether that was at once, and
/// so doesn't count, is decided here, by our clock.
pub(crate) async fn left(
    State(app): State<App>,
    Offered(_, publication): Offered,
    reader: Reader,
    headers: HeaderMap,
    Form(form): Form<Story>,
) -> Result<Response, Failure> {
    let article: ArticleId = form.story.parse().map_err(|_| Failure::NotFound)?;
    let month = month(&app, &publication);
    let mut response = Response::default();
    *response.status_mut() = StatusCode::NO_CONTENT;
    match &reader {
        Reader::SignedIn(signed_in) => {
            app.billing.bounce(signed_in.member.id, article, month).await?;
        }
        Reader::Visitor => {
            if let Some(mut count) = cookies::count(&app, &headers, month)
                && count.tally.leave(article, app.clock.now())
            {
                let cookie = cookies::count_cookie(&app, &count, month);
                response.headers_mut().extend(cookie.map(|cookie| (SET_COOKIE, cookie)));
            }
        }
    }
    Ok(response)
}

/// Takes a visitor's count along to the account they have signed in to. It goes on counting in this
/// browser, but isn't taken along a second time, to whoever signs in here next.
pub(crate) async fn take_along(
    app: &App,
    publication: &Publication,
    headers: &HeaderMap,
    member: MemberId,
) -> Result<Option<HeaderValue>, Failure> {
    let month = month(app, publication);
    let Some(mut count) = cookies::count(app, headers, month) else { return Ok(None) };
    let fresh = |read: &&billing::courtesy::Read| !count.taken_along.contains(&read.article);
    let reads: Vec<_> = count.tally.reads.iter().filter(fresh).copied().collect();
    if reads.is_empty() {
        return Ok(None);
    }
    app.billing.merge(member, &reads, month).await?;
    count.taken_along = count.tally.reads.iter().map(|read| read.article).collect();
    Ok(cookies::count_cookie(app, &count, month))
}
