//! `POST …/sessions/…`: signing a member out, on one of their browsers or everywhere.

use accounts::Member;
use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use kernel::SessionId;
use serde_json::json;

use super::page::{Said, page};
use super::{address, find, may_act_on};
use crate::admin::Staff;
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;

/// `…/{session}/end`
pub(crate) async fn end(
    State(app): State<App>,
    staff: Staff,
    Path((id, session)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let member = find(&app, &id).await?;
    let session: SessionId = session.parse().map_err(|_| Failure::NotFound)?;
    let sessions = app.accounts.sessions(member.id).await?;
    let own = sessions.into_iter().map(|own| own.id).filter(|own| *own == session);
    sign_out(&app, &staff, &member, own.collect()).await
}

/// `…/end`
pub(crate) async fn end_all(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let member = find(&app, &id).await?;
    let sessions = app.accounts.sessions(member.id).await?;
    sign_out(&app, &staff, &member, sessions.into_iter().map(|own| own.id).collect()).await
}

async fn sign_out(
    app: &App,
    staff: &Staff,
    member: &Member,
    sessions: Vec<SessionId>,
) -> Result<Response, Failure> {
    let id = member.id.to_string();
    if !may_act_on(staff, member) {
        let said = Said { status: StatusCode::CONFLICT, problem: Some("member-is-staff"), ..Said::default() };
        return page(app, staff, &id, said).await;
    }
    for session in &sessions {
        app.accounts.revoke_session(member.id, *session).await?;
        app.readers.forget(*session);
    }
    if !sessions.is_empty() {
        staff.record(app, "sessions-ended", &id, &json!({ "sessions": sessions })).await?;
    }
    see_other(&address(member.id, "signed-out"))
}
