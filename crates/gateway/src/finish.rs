//! The last touch on every answer: failures become pages, headers are complete, requests are
//! counted and logged.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT_LANGUAGE, CACHE_CONTROL};
use http::{HeaderMap, Method, StatusCode};
use kernel::{Email, Locale};

use content::store::Shelf;

use crate::app::App;
use crate::extract;
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{Encoded, Freshness, Problem, RequestId, is_cross_origin, secure, wants_json};
use crate::i18n::accepted;
use crate::publication::Publication;
use crate::view::build;
use crate::view::listing::ErrorView;

/// Refuses forms from elsewhere, then finishes what the handlers answer.
pub(crate) async fn finish(State(app): State<App>, request: Request, next: Next) -> Response {
    let id = request.extensions().get::<RequestId>().copied().unwrap_or_else(RequestId::next);
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let wanted = Wanted::of(&path, request.headers());
    let mut response = if is_cross_origin(&method, request.headers()) {
        Failure::Forbidden.into_response()
    } else {
        next.run(request).await
    };
    if let Some(failure) = failed(&mut response) {
        let failure = match former(&app, &failure, &method, &path).await {
            Some(Ok(mut elsewhere)) => {
                secure(elsewhere.headers_mut());
                id.put(elsewhere.headers_mut());
                return elsewhere;
            }
            Some(Err(other)) => other,
            None => failure,
        };
        if let Failure::Internal(cause) = &failure {
            tracing::error!(request = %id, %method, path = %loggable(&path), error = %chain(&**cause), "request failed");
        }
        response = failure_answer(&app, &failure, &wanted, id).await;
        if method == Method::HEAD {
            *response.body_mut() = axum::body::Body::empty();
        }
    }
    let headers = response.headers_mut();
    secure(headers);
    headers.entry(CACHE_CONTROL).or_insert(Freshness::Never.header());
    id.put(headers);
    response
}

/// Where nothing of ours is, staff may have said what is answered instead. The site's own addresses
/// come first: this costs nothing but "not found".
async fn former(
    app: &App,
    failure: &Failure,
    method: &Method,
    path: &str,
) -> Option<Result<Response, Failure>> {
    if !matches!(failure, Failure::NotFound) || !method.is_safe() {
        return None;
    }
    let publication = app.publications.last_known().await.ok()?;
    publication.redirect(path).map(extract::former)
}

/// What the reader would like a failure told in.
struct Wanted {
    json: bool,
    locale: Option<Locale>,
    accepted: Vec<Locale>,
}

impl Wanted {
    fn of(path: &str, headers: &HeaderMap) -> Self {
        let header = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Self {
            json: is_for_programs(path, headers),
            locale: path.split('/').nth(1).and_then(|tag| tag.parse().ok()),
            accepted: accepted(header.unwrap_or_default()),
        }
    }
}

/// Whether an address answers programs, or is asked by one that says so.
pub(crate) fn is_for_programs(path: &str, headers: &HeaderMap) -> bool {
    let own = path.starts_with("/api/") || path.ends_with("/suggest") || path.ends_with("/autosave");
    own || wants_json(headers)
}

/// The failure a handler (or axum itself) answered with.
fn failed(response: &mut Response) -> Option<Failure> {
    if let Some(failure) = response.extensions_mut().remove::<Failure>() {
        return Some(failure);
    }
    // Rejections of axum's own extractors and routes carry plain English text.
    match response.status() {
        StatusCode::METHOD_NOT_ALLOWED => Some(Failure::MethodNotAllowed),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Failure::TooLarge),
        StatusCode::BAD_REQUEST | StatusCode::UNSUPPORTED_MEDIA_TYPE => Some(Failure::BadRequest),
        StatusCode::UNPROCESSABLE_ENTITY if !response.headers().contains_key(CACHE_CONTROL) => {
            Some(Failure::BadRequest)
        }
        _ => None,
    }
}

async fn failure_answer(app: &App, failure: &Failure, wanted: &Wanted, id: RequestId) -> Response {
    let rendered = async {
        let publication = app.publications.last_known().await?;
        let locale = publication.best(wanted.locale.iter().chain(&wanted.accepted));
        if wanted.json {
            let key = format!("problem-{}", failure.status().as_u16());
            let title = framing::text(app, &locale, &key);
            let problem = Problem::new(failure.status(), title, &id.to_string());
            let answer = match failure {
                Failure::SignedOut(sign_in) => problem.with_sign_in(sign_in),
                _ => problem,
            };
            let answer = answer.into_response();
            return Ok(answer.map(axum::body::Body::new));
        }
        error_page(app, &publication, &locale, failure, id).await
    };
    match rendered.await {
        Ok(response) => response,
        Err(error) => {
            let error: Failure = error;
            tracing::error!(request = %id, %error, "the error page failed too");
            bare(app, failure.status(), wanted)
        }
    }
}

/// What can be said when not even the publication's name was ever read.
fn bare(app: &App, status: StatusCode, wanted: &Wanted) -> Response {
    let english = "en".parse().ok();
    let locale = wanted.locale.iter().chain(&wanted.accepted).chain(&english).next();
    let text = |locale| framing::text(app, locale, &format!("error-{}-title", status.as_u16()));
    (status, locale.map(text).unwrap_or_default()).into_response()
}

async fn error_page(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    failure: &Failure,
    id: RequestId,
) -> Result<Response, Failure> {
    let status = failure.status();
    // When the database is away, the error page does without it.
    let latest = match failure {
        Failure::NotFound | Failure::Gone => {
            app.content.shelf(locale, Shelf::All, 0, 4).await.map(|page| page.cards).unwrap_or_default()
        }
        _ => Vec::new(),
    };
    let view = ErrorView {
        status: status.as_u16(),
        request_id: status.is_server_error().then(|| id.to_string()),
        contact: publication.site.contact.as_ref().map(Email::to_string),
        latest: build::cards(&latest),
    };
    let head = Head {
        path: "/".to_owned() + locale.as_str() + "/",
        title: framing::text(app, locale, &format!("error-{}-title", status.as_u16())),
        robots: Some("noindex"),
        ..Head::default()
    };
    let frame = framing::frame(app, publication, locale, head, false);
    let html = framing::render(app, publication, "error.html", &frame, "error", view)?;
    let answer = Encoded::html(html).answer_with(status, &Method::GET, &HeaderMap::new(), Freshness::Never);
    Ok(answer.map(axum::body::Body::new))
}

/// Paths are logged without what could identify a person: queries never, long segments cut.
fn loggable(path: &str) -> String {
    path.chars().take(200).collect()
}

fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
