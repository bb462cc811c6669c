//! Who works here: signing in, looking after one's own password, second factors and sessions, and
//! after those of others.

pub(crate) mod audit;
pub(crate) mod entry;
pub(crate) mod factor;
pub(crate) mod fresh;
pub(crate) mod invitation;
pub(crate) mod passkey;
pub(crate) mod people;
pub(crate) mod person;
pub(crate) mod place;
pub(crate) mod security;
mod work;

use accounts::{Actor, Entered, Visit, device_label};
use axum::response::Response;
use http::header::SET_COOKIE;
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use jiff::SignedDuration;
use kernel::Locale;
use serde::Serialize;

use super::Staff;
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::framing::{self, Head};
use crate::http::{ClientAddress, Encoded, Freshness, cookie, set_cookie, user_agent};
use crate::i18n::accepted;
use crate::publication::Publication;
use crate::reader::Readers;

/// How long a browser is known that somebody signed in with: as long as browsers keep a cookie.
const KNOWN: SignedDuration = SignedDuration::from_hours(400 * 24);

/// Where a request comes from, and with what.
pub(crate) struct Caller {
    network: String,
    user_agent: String,
    known: Option<String>,
}

impl Caller {
    pub(crate) fn of(app: &App, client: ClientAddress, headers: &HeaderMap) -> Self {
        Self {
            network: client.network(),
            user_agent: user_agent(headers).to_owned(),
            known: cookie(headers, app.settings.known_cookie()).map(str::to_owned),
        }
    }

    /// Somebody who isn't signed in, for the audit trail.
    pub(super) fn actor(&self, app: &App) -> Actor {
        let (network, device) = (app.accounts.network_mark(&self.network), device_label(&self.user_agent));
        Actor { name: "visitor".to_owned(), network, device }
    }

    pub(crate) fn visit(&self) -> Visit<'_> {
        Visit { network: &self.network, user_agent: &self.user_agent, known: self.known.as_deref() }
    }
}

/// Sends somebody who has signed in on, with their session's cookie.
pub(crate) async fn entered(
    app: &App,
    headers: &HeaderMap,
    entered: &Entered,
    to: &str,
) -> Result<Response, Failure> {
    let mut response = see_other(to)?;
    for cookie in session_cookies(app, headers, entered).await? {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// The cookies of a session that has just begun. The one this browser had, whosever it was, ends.
pub(super) async fn session_cookies(
    app: &App,
    headers: &HeaderMap,
    entered: &Entered,
) -> Result<Vec<HeaderValue>, Failure> {
    if let Some(before) = Readers::token(&app.settings, headers)
        && let Some(ended) = app.accounts.end_session(before).await?
    {
        app.readers.forget(ended);
    }
    let (settings, lifetime) = (&app.settings, app.accounts.staff_lifetime().as_secs());
    let cookies = [
        set_cookie(settings.session_cookie(), entered.session.token.as_str(), lifetime),
        set_cookie(settings.known_cookie(), &entered.known, KNOWN.as_secs()),
        set_cookie(settings.step_cookie(), "", 0),
    ];
    Ok(cookies.into_iter().flatten().collect())
}

/// Gives a session a new token: what it may do has changed.
pub(super) async fn rotated(app: &App, staff: &Staff) -> Result<Option<HeaderValue>, Failure> {
    let token = app.accounts.rotate_session(staff.session).await?;
    app.readers.forget(staff.session);
    let lifetime = app.accounts.staff_lifetime().as_secs();
    Ok(token.and_then(|token| set_cookie(app.settings.session_cookie(), token.as_str(), lifetime)))
}

/// The language of a page for somebody who isn't signed in: the one they chose, or one they read.
pub(super) fn chosen_locale(publication: &Publication, chosen: &str, headers: &HeaderMap) -> Locale {
    let chosen: Option<Locale> = chosen.parse().ok();
    if let Some(locale) = chosen.filter(|locale| publication.offered(locale).is_some()) {
        return locale;
    }
    let header = headers.get(http::header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    publication.best(accepted(header.unwrap_or_default()).iter())
}

/// A page for somebody who isn't signed in. `editions` is its address in a language.
#[expect(clippy::too_many_arguments, reason = "all that a page has")]
pub(super) fn open_page(
    app: &App,
    publication: &Publication,
    locale: &Locale,
    status: StatusCode,
    title: &str,
    editions: impl Fn(&Locale) -> String,
    template: &str,
    name: &'static str,
    view: impl Serialize,
) -> Result<Response, Failure> {
    let offered = publication.site.locales.iter();
    let head = Head {
        path: editions(locale),
        title: framing::text(app, locale, title),
        robots: Some("noindex"),
        editions: offered.map(|own| (own.locale.clone(), editions(&own.locale))).collect(),
        ..Head::default()
    };
    let frame = framing::frame(app, publication, locale, head, false);
    let html = framing::render(app, publication, template, &frame, name, view)?;
    let answer = Encoded::html(html).answer_with(status, &Method::GET, &HeaderMap::new(), Freshness::Never);
    Ok(answer.map(axum::body::Body::new))
}
