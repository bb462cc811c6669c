//! The door of the newsroom: stands before every address below `/admin`.
//!
//! Who doesn't work here isn't told that there is a page: not found, whoever asks. Who isn't signed in,
//! or only as a reader, is led to the newsroom's own sign-in; who lacks the second factor that their
//! role asks for, to setting one up; and before a dangerous act, who hasn't proved for a while who they
//! are does so again.

use std::sync::Arc;

use accounts::{Actor, Factors, Member, Role, SignedIn, StaffSession, device_label};
use axum::extract::{FromRequestParts, MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::SET_COOKIE;
use http::request::Parts;
use http::{HeaderMap, Method};
use jiff::SignedDuration;
use kernel::{Locale, SessionId};
use serde_json::Value;

use super::permission;
use super::staff::{fresh, place};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::finish::is_for_programs;
use crate::http::{ClientAddress, user_agent};
use crate::publication::Publication;
use crate::reader::Reader;

/// How long a proof of who somebody is is good for dangerous acts.
const FRESH: SignedDuration = SignedDuration::from_mins(10);

/// A member of staff who may use the address at hand. Only the guard makes it, so a handler that
/// asks for it can't be reached by anybody else.
#[derive(Clone)]
pub(crate) struct Staff {
    pub(crate) member: Member,
    pub(crate) role: Role,
    /// The language of the interface for them.
    pub(crate) locale: Locale,
    pub(crate) publication: Arc<Publication>,
    /// The session they use.
    pub(crate) session: SessionId,
    /// Whether they have proved who they are within [`FRESH`].
    pub(crate) is_fresh: bool,
    /// Whether their session has the second factor that their role asks for.
    pub(crate) is_complete: bool,
    /// From where they came: the mark of their network and the name of their device.
    network: String,
    device: String,
}

impl Staff {
    /// How the audit trail names them.
    pub(crate) fn actor(&self) -> Actor {
        Actor { name: self.member.id.to_string(), network: self.network.clone(), device: self.device.clone() }
    }

    /// Whether they may work on texts in a language.
    pub(crate) fn works_in(&self, locale: &Locale) -> bool {
        self.member.works_in(locale)
    }

    /// What they can prove who they are with.
    pub(crate) async fn factors(&self, app: &App) -> Result<Factors, Failure> {
        Ok(app.accounts.factors(self.member.id).await?)
    }

    /// Puts what they did to `subject` into the audit trail, with where they did it from. A change is
    /// told as `{ "before": …, "after": … }`. None of it may hold personal data other than ids.
    pub(crate) async fn record(
        &self,
        app: &App,
        action: &str,
        subject: &str,
        detail: &Value,
    ) -> Result<(), Failure> {
        Ok(app.accounts.record(self.actor(), action, subject, detail).await?)
    }
}

/// Lets those pass whose role the table allows, and who are as well proved as the address asks.
pub(crate) async fn guard(
    State(app): State<App>,
    pattern: MatchedPath,
    reader: Reader,
    client: ClientAddress,
    mut request: Request,
    next: Next,
) -> Result<Response, Failure> {
    let pattern = pattern.as_str();
    if permission::is_open(pattern) {
        return Ok(next.run(request).await);
    }
    let Reader::SignedIn(signed_in) = &reader else { return to_sign_in(&request) };
    let role = signed_in.member.role.ok_or(Failure::NotFound)?;
    let Some(session) = signed_in.staff else { return to_sign_in(&request) };
    if !permission::allows(pattern, role) {
        return Err(Failure::NotFound);
    }
    if !session.complete && !permission::leads_to_factor(pattern) {
        return see_other(place::FACTOR);
    }
    let staff = staff(&app, signed_in, session, role, client, request.headers()).await?;
    let mut rotated = None;
    if permission::is_dangerous(request.method(), pattern) && !staff.is_fresh {
        match fresh::ask(&app, &staff, client, request).await? {
            fresh::Asked::Answered(response) => return Ok(response),
            fresh::Asked::Proved(proved, cookie) => (request, rotated) = (proved, cookie),
        }
    }
    request.extensions_mut().insert(staff);
    let mut response = next.run(request).await.into_response();
    // The act may have given the session another token since: the last one counts.
    let prefix = format!("{}=", app.settings.session_cookie());
    let is_session = |cookie: &http::HeaderValue| cookie.as_bytes().starts_with(prefix.as_bytes());
    if !response.headers().get_all(SET_COOKIE).iter().any(is_session) {
        response.headers_mut().extend(rotated.map(|cookie| (SET_COOKIE, cookie)));
    }
    Ok(response)
}

async fn staff(
    app: &App,
    signed_in: &SignedIn,
    session: StaffSession,
    role: Role,
    client: ClientAddress,
    headers: &HeaderMap,
) -> Result<Staff, Failure> {
    let publication = app.publications.current().await?;
    Ok(Staff {
        member: signed_in.member.clone(),
        role,
        locale: publication.best(signed_in.member.languages.iter()),
        publication,
        session: signed_in.session.id,
        is_fresh: app.clock.now().duration_since(session.proved_at) < FRESH,
        is_complete: session.complete,
        network: app.accounts.network_mark(&client.network()),
        device: device_label(user_agent(headers)),
    })
}

fn to_sign_in(request: &Request) -> Result<Response, Failure> {
    let uri = request.uri();
    if is_for_programs(uri.path(), request.headers()) {
        // They go on with the page that they belong to.
        let page = uri.path().rsplit_once('/').map_or(uri.path(), |(page, _)| page);
        return Err(Failure::SignedOut(place::sign_in(page)));
    }
    // What was sent by a form can't be sent again by a redirect.
    let back = match *request.method() {
        Method::GET | Method::HEAD => uri.path_and_query().map_or(uri.path(), |path| path.as_str()),
        _ => uri.path(),
    };
    see_other(&place::sign_in(back))
}

impl FromRequestParts<App> for Staff {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Failure> {
        parts.extensions.get::<Self>().cloned().ok_or(Failure::NotFound)
    }
}
