//! `/admin/members`: everybody with an account, narrowed and a stretch at a time, and as a file.

mod export;
pub(crate) mod import;
mod wanted;

use axum::extract::{Query, State};
use axum::response::Response;
use http::StatusCode;
use url::form_urlencoded;

use self::wanted::Asked;
use super::{Done, Staff, page_with, plan_names};
use crate::app::App;
use crate::failure::Failure;
use crate::view::build;
use crate::view::desk::Choice;
use crate::view::members::{MemberLine, MembersView};

pub(crate) use export::download;

const PATH: &str = "/admin/members";
/// Members of a page.
const ROWS: usize = 50;

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let (wanted, problem) = match asked.wanted(&staff) {
        Ok(wanted) => (wanted, false),
        Err(others) => (others, true),
    };
    let after = asked.after();
    let limit = u64::try_from(ROWS + 1).unwrap_or(u64::MAX);
    let mut members = app.accounts.members_after(&wanted, after, limit).await?;
    let more = members.len() > ROWS;
    members.truncate(ROWS);
    let query = asked.query();
    let next = members.last().filter(|_| more).map(|last| {
        let after = form_urlencoded::Serializer::new(String::new())
            .append_pair("after", last.email.as_str())
            .finish();
        if query.is_empty() { format!("{PATH}?{after}") } else { format!("{PATH}?{query}&{after}") }
    });
    let ids: Vec<_> = members.iter().map(|member| member.id).collect();
    let held = app.accounts.plans_held(&ids).await?;
    let names = plan_names(&app, &staff.publication, &staff.locale).await?;
    let name = |key: &str| names.get(key).cloned().unwrap_or_else(|| key.to_owned());
    let lines = members.into_iter().map(|member| MemberLine {
        plans: held
            .get(&member.id)
            .map(|plans| plans.iter().map(|plan| name(plan.as_str())).collect())
            .unwrap_or_default(),
        id: member.id.to_string(),
        email: member.email.to_string(),
        name: member.name,
        since: build::rfc3339(member.created_at),
        role: member.role.map(accounts::Role::as_str),
        languages: member.languages.iter().map(ToString::to_string).collect(),
    });
    let mut plans: Vec<Choice> = names
        .iter()
        .map(|(key, name)| Choice { word: key.clone(), name: name.clone(), chosen: asked.plan == *key })
        .collect();
    plans.sort_by(|a, b| a.name.cmp(&b.name));
    let languages = staff.publication.site.locales.iter().map(|offered| Choice {
        word: offered.locale.to_string(),
        name: build::language(&offered.locale, &staff.locale, String::new()).name,
        chosen: asked.language == offered.locale.as_str(),
    });
    let view = MembersView {
        members: lines.collect(),
        email: asked.email.clone(),
        since: asked.since.clone(),
        languages: languages.collect(),
        plans,
        holds: wanted::HOLDS
            .iter()
            .map(|(word, _)| Choice {
                word: (*word).to_owned(),
                name: String::new(),
                chosen: asked.holds == *word,
            })
            .collect(),
        further: after.is_some(),
        next,
        query,
        problem,
        done: done.of(&["deleted"]),
    };
    let status = if problem { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page_with(&app, &staff, status, PATH, "title-admin-members", "admin/members.html", "members", view)
}
