//! `/admin/translate/{article}/{locale}/machine`: asks for drafts of what the translation lacks.

use axum::extract::{Path, State};
use axum::response::Response;
use serde_json::json;

use super::{address, find};
use crate::admin::Staff;
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;

/// `POST`
pub(crate) async fn ask(
    State(app): State<App>,
    staff: Staff,
    Path((article, locale)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let (side, locale) = find(&app, &staff, &article, &locale).await?;
    if app.machine.is_some() {
        app.content.ask_machine(side.article, &locale).await?;
        let detail = json!({ "locale": locale, "source_version": side.source.version });
        staff.record(&app, "drafts-asked", &side.article.to_string(), &detail).await?;
    }
    see_other(&format!("{}#machine", address(side.article, &locale)))
}
