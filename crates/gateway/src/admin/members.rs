//! `/admin/members`: everybody with an account, found by address.

use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;
use url::form_urlencoded;

use super::paging;
use super::{Staff, page};
use crate::app::App;
use crate::extract::PageNumber;
use crate::failure::Failure;
use crate::view::build;
use crate::view::desk::{MemberLine, MembersView};

const PATH: &str = "/admin/members";

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    email: String,
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
    PageNumber(number): PageNumber,
) -> Result<Response, Failure> {
    let stretch = paging::stretch(number);
    let mut members = app.accounts.find_members(&asked.email, stretch.offset, stretch.limit).await?;
    let more = paging::more(&mut members);
    let members = members.into_iter().map(|member| MemberLine {
        id: member.id.to_string(),
        email: member.email.to_string(),
        name: member.name,
        since: build::rfc3339(member.created_at),
        role: member.role.map(accounts::Role::as_str),
    });
    let address = |number: u64| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("email", &asked.email).append_pair("page", &number.to_string());
        format!("{PATH}?{}", query.finish())
    };
    let view = MembersView {
        members: members.collect(),
        pager: paging::pager(number, more, address),
        email: asked.email.clone(),
    };
    page(&app, &staff, PATH, "title-admin-members", "admin/members.html", "members", view)
}
