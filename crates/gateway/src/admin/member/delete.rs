//! `POST …/delete`: deletes an account and all that is known of its member (GDPR, article 17). Only
//! with their address typed in.

use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use serde_json::json;

use super::find;
use super::page::{Said, page};
use crate::account::delete::erase;
use crate::admin::Staff;
use crate::admin::fields::Fields;
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;

pub(crate) async fn delete(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let member = find(&app, &id).await?;
    let problem = if member.role.is_some() {
        Some("member-is-staff")
    } else if fields.get("confirm").to_lowercase() != member.email.as_str() {
        Some("delete-confirm")
    } else {
        None
    };
    if problem.is_some() {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(&app, &staff, &id, Said { status, fields, problem, ..Said::default() }).await;
    }
    erase(&app, &member).await?;
    staff.record(&app, "member-deleted", &id, &json!({})).await?;
    see_other("/admin/members?done=deleted")
}
