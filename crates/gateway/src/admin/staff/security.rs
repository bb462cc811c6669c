//! `/admin/security`: one's own name, password, second factors and sessions.

use accounts::{AccountError, Password, WeakPassword};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use http::header::SET_COOKIE;
use kernel::SessionId;
use serde::Deserialize;
use serde_json::json;

use super::{place, rotated};
use crate::admin::{Done, Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::publication::Publication;
use crate::view::build;
use crate::view::staff::{PasskeyView, SecurityView, SessionView};

const DONE: &[&str] = &[
    "name",
    "password",
    "totp",
    "totp-removed",
    "passkey",
    "passkey-first",
    "passkey-removed",
    "recovered",
    "ended",
];

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    page(&app, &staff, StatusCode::OK, done.of(DONE), None, None).await
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct NameForm {
    name: String,
}

/// `POST …/name`
pub(crate) async fn rename(
    State(app): State<App>,
    staff: Staff,
    Form(form): Form<NameForm>,
) -> Result<Response, Failure> {
    match app.accounts.rename(staff.member.id, &form.name).await {
        Ok(()) => {
            app.readers.forget(staff.session);
            // Names are personal data: the trail says that it was changed, not what it was.
            staff.record(&app, "name-set", &staff.member.id.to_string(), &json!({})).await?;
            done("name")
        }
        Err(AccountError::Name) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            page(&app, &staff, status, None, Some("name"), Some(form.name)).await
        }
        Err(error) => Err(error.into()),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct PasswordForm {
    password: String,
}

/// `POST …/password`: all other staff sessions end.
pub(crate) async fn change_password(
    State(app): State<App>,
    staff: Staff,
    Form(form): Form<PasswordForm>,
) -> Result<Response, Failure> {
    let names = names(&staff.publication);
    match Password::new(&form.password, &staff.member.email, names) {
        Ok(password) => {
            let (member, kept) = (staff.member.id, Some(staff.session));
            app.accounts.set_password(member, &password, kept, staff.actor()).await?;
            let mut response = done("password")?;
            let cookie = rotated(&app, &staff).await?;
            response.headers_mut().extend(cookie.map(|cookie| (SET_COOKIE, cookie)));
            Ok(response)
        }
        Err(weak) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            page(&app, &staff, status, None, Some(weakness(weak)), None).await
        }
    }
}

/// `POST …/sessions/{session}/end`
pub(crate) async fn end_session(
    State(app): State<App>,
    staff: Staff,
    Path(session): Path<String>,
) -> Result<Response, Failure> {
    let session: SessionId = session.parse().map_err(|_| Failure::NotFound)?;
    app.accounts.revoke_session(staff.member.id, session).await?;
    app.readers.forget(session);
    let detail = json!({ "session": session });
    staff.record(&app, "session-ended", &staff.member.id.to_string(), &detail).await?;
    done("ended")
}

/// `POST …/sessions/end-others`
pub(crate) async fn end_others(State(app): State<App>, staff: Staff) -> Result<Response, Failure> {
    let ended = app.accounts.revoke_other_sessions(staff.member.id, staff.session).await?;
    for session in &ended {
        app.readers.forget(*session);
    }
    let detail = json!({ "sessions": ended });
    staff.record(&app, "sessions-ended", &staff.member.id.to_string(), &detail).await?;
    done("ended")
}

/// The names by which a publication is known, in all its languages.
pub(crate) fn names(publication: &Publication) -> impl Iterator<Item = &str> {
    publication.site.locales.iter().map(|own| own.name.as_str())
}

/// The second half of a key `staff-problem-…`.
pub(crate) fn weakness(weak: WeakPassword) -> &'static str {
    match weak {
        WeakPassword::Short => "short",
        WeakPassword::Long => "long",
        WeakPassword::Known => "known",
        WeakPassword::Common => "common",
    }
}

pub(super) fn done(word: &str) -> Result<Response, Failure> {
    see_other(&format!("{}?done={word}", place::SECURITY))
}

pub(super) async fn page(
    app: &App,
    staff: &Staff,
    status: StatusCode,
    done: Option<&'static str>,
    problem: Option<&'static str>,
    name: Option<String>,
) -> Result<Response, Failure> {
    let member = &staff.member;
    let factors = staff.factors(app).await?;
    let sessions = app.accounts.sessions(member.id).await?;
    let view = SecurityView {
        email: member.email.to_string(),
        name: name.unwrap_or_else(|| member.name.clone()),
        role: staff.role.as_str(),
        has_second: factors.second(),
        asks_second: app.accounts.asks_second_factor_of(staff.role),
        password: factors.password,
        totp: factors.totp,
        can_passkeys: app.passkeys.is_some(),
        passkeys: factors.passkeys.into_iter().map(PasskeyView::from).collect(),
        codes_left: app.accounts.recovery_codes_left(member.id).await?,
        sessions: sessions.iter().map(|session| SessionView::of(session, staff.session)).collect(),
        done,
        problem,
    };
    let (title, template) = ("title-staff-security", "admin/staff-security.html");
    page_with(app, staff, status, place::SECURITY, title, template, "security", view)
}

impl From<accounts::OwnPasskey> for PasskeyView {
    fn from(own: accounts::OwnPasskey) -> Self {
        Self {
            id: own.id.to_string(),
            name: own.name,
            since: build::rfc3339(own.created_at),
            used_at: own.used_at.map(build::rfc3339),
        }
    }
}

impl SessionView {
    pub(super) fn of(session: &accounts::Session, current: SessionId) -> Self {
        Self {
            id: session.id.to_string(),
            device: session.device.clone(),
            seen_at: build::rfc3339(session.last_seen_at),
            staff: session.staff,
            current: session.id == current,
        }
    }
}
