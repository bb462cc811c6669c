//! `/{locale}/sign-in`: by a link or a code in a mail.
//!
//! Asking gives the same answer whether or not the address has an account. The link's page signs in
//! only by its button (a POST), because mail scanners open links; and only in the browser that
//! asked, which a cookie recognises. On another device the six-digit code from the same mail is
//! typed into the page that asked.

use accounts::{BrowserKey, FinishError, Opened, ReturnTo, StartError};
use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use http::header::SET_COOKIE;
use http::{HeaderMap, Method, StatusCode};
use jiff::SignedDuration;
use kernel::{Email, Locale};
use serde::Deserialize;

use crate::address;
use crate::app::App;
use crate::courtesy;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{ClientAddress, Encoded, Freshness, cookie, set_cookie, user_agent};
use crate::mails;
use crate::publication::Publication;
use crate::reader::{Reader, Readers};
use crate::view::account::SignInView;

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    return_to: String,
}

#[derive(Deserialize)]
pub(crate) struct Start {
    #[serde(default)]
    email: String,
    #[serde(default)]
    return_to: String,
}

#[derive(Deserialize)]
pub(crate) struct Code {
    #[serde(default)]
    code: String,
    #[serde(default)]
    return_to: String,
}

#[derive(Deserialize)]
pub(crate) struct Token {
    #[serde(default)]
    token: String,
}

/// `GET`: the form for the address.
pub(crate) async fn ask(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let return_to = return_to(&asked.return_to, &locale);
    if reader.is_signed_in() {
        return see_other(return_to.as_str());
    }
    let view = SignInView { return_to: return_to.to_string(), ..step("ask") };
    page(&app, &publication, &locale, StatusCode::OK, view)
}

/// `POST`: sends the mail and shows the form for the code.
pub(crate) async fn start(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    client: ClientAddress,
    headers: HeaderMap,
    Form(form): Form<Start>,
) -> Result<Response, Failure> {
    let return_to = return_to(&form.return_to, &locale);
    let view = |step_name, problem| SignInView {
        email: form.email.clone(),
        return_to: return_to.to_string(),
        problem,
        ..step(step_name)
    };
    let Ok(email) = form.email.parse::<Email>() else {
        return page(
            &app,
            &publication,
            &locale,
            StatusCode::UNPROCESSABLE_ENTITY,
            view("ask", Some("email")),
        );
    };
    // The browser keeps its key, so that several mails asked for here all work here.
    let browser = match browser(&app, &headers) {
        Some(browser) => browser,
        None => BrowserKey::generate().map_err(accounts::AccountError::from)?,
    };
    let started = app.accounts.start_sign_in(&email, &locale, &return_to, &browser, &client.network()).await;
    let started = match started {
        Ok(started) => started,
        Err(StartError::TooMany) => {
            return page(
                &app,
                &publication,
                &locale,
                StatusCode::TOO_MANY_REQUESTS,
                view("ask", Some("too-many")),
            );
        }
        Err(StartError::Account(error)) => return Err(error.into()),
    };
    // A member is written to in their own language, whatever page they came from. Somebody unknown
    // costs the same query, so that the time it takes tells nothing.
    let member = app.accounts.member_by_email(&email).await?;
    let mailed = member.map_or_else(|| locale.clone(), |member| publication.best(member.languages.iter()));
    let link = address::named(&mailed, "sign-in/link");
    let link = app.settings.absolute(&format!("{link}?token={}", started.token));
    let outgoing = mails::sign_in(&app, &publication, &mailed, email, &link, &started.code)?;
    app.mail.send(outgoing).await?;

    let mut response = page(&app, &publication, &locale, StatusCode::OK, view("sent", None))?;
    let kept = set_cookie(app.settings.browser_cookie(), browser.as_str(), 60 * 60 * 24);
    response.headers_mut().extend(kept.map(|cookie| (SET_COOKIE, cookie)));
    Ok(response)
}

/// `POST …/code`: the code from the mail.
pub(crate) async fn code(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    headers: HeaderMap,
    Form(form): Form<Code>,
) -> Result<Response, Failure> {
    let digits: String = form.code.chars().filter(char::is_ascii_digit).collect();
    let opened = match browser(&app, &headers) {
        Some(browser) => app.accounts.finish_by_code(&browser, &digits, user_agent(&headers)).await,
        None => Err(FinishError::Unknown),
    };
    match opened {
        Ok(opened) => signed_in(&app, &publication, &headers, &opened).await,
        Err(error) => {
            let problem = match problem(error)? {
                "unknown" => "code",
                other => other,
            };
            let return_to = return_to(&form.return_to, &locale).to_string();
            let view = SignInView { return_to, problem: Some(problem), ..step("sent") };
            page(&app, &publication, &locale, StatusCode::UNPROCESSABLE_ENTITY, view)
        }
    }
}

/// `GET …/link`: the page behind the link. It changes nothing.
pub(crate) async fn confirm(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    headers: HeaderMap,
    Query(query): Query<Token>,
) -> Result<Response, Failure> {
    let browser = browser(&app, &headers);
    match app.accounts.peek_sign_in(&query.token, browser.as_ref()).await {
        Ok(pending) => {
            let name = if pending.same_browser { "confirm" } else { "other-browser" };
            let view = SignInView { token: query.token, email: pending.email.to_string(), ..step(name) };
            // The address is shown only where it was typed.
            let view = if pending.same_browser {
                view
            } else {
                SignInView { email: String::new(), token: String::new(), ..view }
            };
            page(&app, &publication, &locale, StatusCode::OK, view)
        }
        Err(error) => refused(&app, &publication, &locale, error),
    }
}

/// `POST …/link`: signs in.
pub(crate) async fn finish(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    headers: HeaderMap,
    Form(form): Form<Token>,
) -> Result<Response, Failure> {
    let opened = match browser(&app, &headers) {
        Some(browser) => app.accounts.finish_by_token(&form.token, &browser, user_agent(&headers)).await,
        None => Err(FinishError::OtherBrowser),
    };
    match opened {
        Ok(opened) => signed_in(&app, &publication, &headers, &opened).await,
        Err(error) => refused(&app, &publication, &locale, error),
    }
}

/// Starts again, saying why.
fn refused(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    error: FinishError,
) -> Result<Response, Failure> {
    if matches!(error, FinishError::OtherBrowser) {
        return page(app, publication, locale, StatusCode::OK, step("other-browser"));
    }
    let problem = match problem(error)? {
        "unknown" => "expired",
        other => other,
    };
    let return_to = address::front(locale);
    let view = SignInView { return_to, problem: Some(problem), ..step("ask") };
    page(app, publication, locale, StatusCode::UNPROCESSABLE_ENTITY, view)
}

fn problem(error: FinishError) -> Result<&'static str, Failure> {
    Ok(match error {
        FinishError::Unknown => "unknown",
        FinishError::OtherBrowser | FinishError::Expired => "expired",
        FinishError::Used => "used",
        FinishError::TooManyAttempts => "attempts",
        FinishError::Account(error) => return Err(error.into()),
    })
}

/// How long a browser keeps the session's cookie: as long as browsers keep any (RFC 6265bis, 5.5).
/// The session ends sooner, but moves on with each use, which pages from memory couldn't tell.
const COOKIE_KEPT: SignedDuration = SignedDuration::from_hours(400 * 24);

async fn signed_in(
    app: &App,
    publication: &Publication,
    headers: &HeaderMap,
    opened: &Opened,
) -> Result<Response, Failure> {
    // The session this browser had, whosever it was, must not live on unseen.
    if let Some(before) = Readers::token(&app.settings, headers)
        && let Some(ended) = app.accounts.end_session(before).await?
    {
        app.readers.forget(ended);
    }
    // Whoever can read this address's mail owns what was paid with it.
    app.billing.adopt(opened.member.id, &opened.member.email).await?;
    app.billing.join_by_domain(opened.member.id, &opened.member.email).await?;
    let counted = courtesy::take_along(app, publication, headers, opened.member.id).await?;
    let mut response = see_other(opened.return_to.as_str())?;
    response.headers_mut().extend(counted.map(|cookie| (SET_COOKIE, cookie)));
    let kept = set_cookie(app.settings.session_cookie(), opened.token.as_str(), COOKIE_KEPT.as_secs());
    if let Some(kept) = kept {
        response.headers_mut().append(SET_COOKIE, kept);
    }
    Ok(response)
}

fn browser(app: &App, headers: &HeaderMap) -> Option<BrowserKey> {
    cookie(headers, app.settings.browser_cookie()).and_then(|key| key.parse().ok())
}

/// A local path, or the front page.
fn return_to(text: &str, locale: &Locale) -> ReturnTo {
    text.parse().unwrap_or_else(|_| ReturnTo::front(locale))
}

fn step(step: &'static str) -> SignInView {
    SignInView { step, email: String::new(), return_to: String::new(), token: String::new(), problem: None }
}

fn page(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    status: StatusCode,
    view: SignInView,
) -> Result<Response, Failure> {
    let offered = publication.site.locales.iter();
    let head = Head {
        // The frame's own sign-in link must lead back to where the reader came from.
        path: address::named(locale, "sign-in"),
        title: framing::text(app, locale, "title-sign-in"),
        robots: Some("noindex"),
        editions: offered
            .map(|offered| (offered.locale.clone(), address::sign_in(&offered.locale, &view.return_to)))
            .collect(),
        ..Head::default()
    };
    let frame = framing::frame(app, publication, locale, head, false);
    let html = framing::render(app, publication, "sign-in.html", &frame, "sign_in", view)?;
    let answer = Encoded::html(html).answer_with(status, &Method::GET, &HeaderMap::new(), Freshness::Never);
    Ok(answer.map(axum::body::Body::new))
}
