//! `/admin/translate/{article}/{locale}/assign`: who is to translate a story, and until when.

use accounts::{Member, Role};
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use content::Assignment;
use http::StatusCode;
use kernel::{Locale, MemberId};
use serde_json::json;

use super::show::{Told, page};
use super::{address, find};
use crate::admin::Staff;
use crate::admin::fields::Fields;
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;

/// `POST`
pub(crate) async fn save(
    State(app): State<App>,
    staff: Staff,
    Path((article, locale)): Path<(String, String)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let (side, locale) = find(&app, &staff, &article, &locale).await?;
    let before = app.content.assignment(side.article, &locale).await?;
    let assignee = match fields.get("assignee") {
        "" => Ok(None),
        id => {
            let able = able(&app, &staff, &locale, before).await?;
            let chosen = id.parse::<MemberId>().ok().filter(|id| able.iter().any(|member| member.id == *id));
            chosen.map(Some).ok_or("assignee")
        }
    };
    let due = match fields.get("due") {
        "" => Ok(None),
        date => date.parse().map(Some).map_err(|_| "due"),
    };
    let problem = match (assignee, due) {
        (Ok(assignee), Ok(due)) => {
            let after = Assignment { assignee, due };
            app.content.assign(side.article, &locale, after).await?;
            let told = |it: Assignment| json!({ "assignee": it.assignee, "due": it.due });
            let detail = json!({ "locale": locale, "before": told(before), "after": told(after) });
            staff.record(&app, "translation-assigned", &side.article.to_string(), &detail).await?;
            return see_other(&format!("{}?done=assigned", address(side.article, &locale)));
        }
        (Err(problem), _) | (_, Err(problem)) => problem,
    };
    let told = Told { problem: Some(problem), ..Told::load(&app, &staff, &side, &locale).await? };
    page(&app, &staff, &side, &locale, StatusCode::UNPROCESSABLE_ENTITY, &told)
}

/// Whom this member of staff may assign: editors anybody who works in the language, the others
/// themselves. Who has it already is among them.
pub(super) async fn able(
    app: &App,
    staff: &Staff,
    locale: &Locale,
    now: Assignment,
) -> Result<Vec<Member>, Failure> {
    let leads = matches!(staff.role, Role::Owner | Role::Admin | Role::Editor);
    let mut all = app.accounts.staff().await?;
    all.retain(|member| {
        let may = leads || member.id == staff.member.id || Some(member.id) == now.assignee;
        may && member.works_in(locale)
    });
    Ok(all)
}
