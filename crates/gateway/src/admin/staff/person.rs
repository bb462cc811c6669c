//! `/admin/staff/{id}`: somebody's role, languages, second factor and sessions.

use accounts::{AccountError, Member, Role};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use kernel::{Locale, MemberId, SessionId};
use serde_json::json;

use super::people::known_language;
use super::work::{self, Work};
use crate::admin::fields::Fields;
use crate::admin::{Done, Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::framing::{text, text_with};
use crate::mails;
use crate::view::letter::LetterView;
use crate::view::staff::{PersonView, SessionView};

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let member = find(&app, &id).await?;
    let done = done.of(&["changed", "reset", "ended"]);
    page(&app, &staff, &member, StatusCode::OK, None, done, None).await
}

/// `POST`: another role, or other languages.
pub(crate) async fn change(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let member = find(&app, &id).await?;
    let problem = match work::asked(&staff, &fields) {
        Err(problem) => problem,
        Ok(Work { role, .. }) if !staff.role.may_set(member.role, Some(role)) => "above",
        Ok(Work { role, locales }) => {
            match app.accounts.set_work(member.id, Some(role), &locales, staff.actor()).await {
                Ok(()) => return see_other(&address(member.id, "changed")),
                Err(AccountError::LastOwner) => "last-owner",
                Err(error) => return Err(error.into()),
            }
        }
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    page(&app, &staff, &member, status, Some(&fields), None, Some(problem)).await
}

/// `POST …/remove`: they stay a member, and work here no more.
pub(crate) async fn remove(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let member = find(&app, &id).await?;
    let problem = if staff.role.may_set(member.role, None) {
        match app.accounts.set_work(member.id, None, &[], staff.actor()).await {
            Ok(()) => return see_other("/admin/staff?done=removed"),
            Err(AccountError::LastOwner) => "last-owner",
            Err(error) => return Err(error.into()),
        }
    } else {
        "above"
    };
    page(&app, &staff, &member, StatusCode::UNPROCESSABLE_ENTITY, None, None, Some(problem)).await
}

/// `POST …/reset-factor`: for one who has lost theirs, and is told by mail.
pub(crate) async fn reset_factor(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let member = find(&app, &id).await?;
    if member.id == staff.member.id {
        // One's own are changed where they are set up.
        let (status, problem) = (StatusCode::UNPROCESSABLE_ENTITY, Some("last-factor"));
        return page(&app, &staff, &member, status, None, None, problem).await;
    }
    app.accounts.reset_factors(member.id, staff.actor()).await?;
    let locale = known_language(&app, &staff, &member.email).await?;
    let words = [("site", mails::site_name(&staff.publication, &locale).into())];
    let subject = text_with(&app, &locale, "mail-factor-reset-subject", &words);
    let letter = LetterView {
        title: subject.clone(),
        paragraphs: vec![text_with(&app, &locale, "mail-factor-reset-text", &words)],
        closing: vec![text(&app, &locale, "mail-factor-reset-closing")],
        ..LetterView::default()
    };
    let to = member.email.clone();
    app.mail.send(mails::letter(&app, &staff.publication, &locale, to, subject, &letter)?).await?;
    see_other(&address(member.id, "reset"))
}

/// `POST …/sessions/{session}/end`
pub(crate) async fn end_session(
    State(app): State<App>,
    staff: Staff,
    Path((id, session)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let member = find(&app, &id).await?;
    let session: SessionId = session.parse().map_err(|_| Failure::NotFound)?;
    app.accounts.revoke_session(member.id, session).await?;
    app.readers.forget(session);
    let detail = json!({ "session": session });
    staff.record(&app, "session-ended", &member.id.to_string(), &detail).await?;
    see_other(&address(member.id, "ended"))
}

async fn find(app: &App, id: &str) -> Result<Member, Failure> {
    let id: MemberId = id.parse().map_err(|_| Failure::NotFound)?;
    app.accounts.member(id).await?.filter(|member| member.role.is_some()).ok_or(Failure::NotFound)
}

fn address(id: MemberId, done: &str) -> String {
    format!("/admin/staff/{id}?done={done}")
}

async fn page(
    app: &App,
    staff: &Staff,
    member: &Member,
    status: StatusCode,
    fields: Option<&Fields>,
    done: Option<&'static str>,
    problem: Option<&'static str>,
) -> Result<Response, Failure> {
    let factors = app.accounts.factors(member.id).await?;
    // Where others are signed in is the owners' to see, who can end it.
    let is_owner = staff.role == Role::Owner;
    let sessions = if is_owner { app.accounts.sessions(member.id).await? } else { Vec::new() };
    let role = member.role.map_or("", Role::as_str);
    let work = match fields {
        Some(fields) => work::view(staff, fields.get("role"), fields.all("locale")),
        None => work::view(staff, role, member.locales.iter().map(Locale::as_str)),
    };
    let view = PersonView {
        id: member.id.to_string(),
        email: member.email.to_string(),
        name: member.name.clone(),
        role,
        has_second: factors.second(),
        work,
        may_change: staff.role.may_set(member.role, None),
        is_owner,
        sessions: sessions.iter().map(|session| SessionView::of(session, staff.session)).collect(),
        done,
        problem,
    };
    let path = format!("/admin/staff/{}", member.id);
    page_with(app, staff, status, &path, "title-staff-people", "admin/staff-person.html", "person", view)
}
