//! `/admin/declarations`: contracts ended without signing in, those first that nobody could apply.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::{Staff, page};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::view::admin::{DeclarationView, DeclarationsView};
use crate::view::build;

const PATH: &str = "/admin/declarations";
/// Rows of the list.
const ROWS: u64 = 200;

#[derive(Deserialize)]
pub(crate) struct Asked {
    done: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Which {
    #[serde(default)]
    declaration: String,
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let declarations = app.billing.declarations(ROWS).await?.into_iter().map(|state| {
        let declaration = state.declared.declaration;
        DeclarationView {
            id: state.declared.id.to_string(),
            kind: declaration.kind.as_str(),
            name: declaration.name,
            email: declaration.email.to_string(),
            contract: declaration.contract,
            cause: declaration.cause,
            ends_on: declaration.ends_on.map(|date| date.to_string()),
            received_at: build::rfc3339(state.declared.at),
            state: state.state,
            ended: state.ended,
            open: state.open,
        }
    });
    let view = DeclarationsView {
        declarations: declarations.collect(),
        settled: asked.done.as_deref() == Some("settled"),
    };
    page(&app, &staff, PATH, "title-admin-declarations", "admin/declarations.html", "list", view)
}

/// `POST …/settle`: somebody has dealt with it.
pub(crate) async fn settle(
    State(app): State<App>,
    staff: Staff,
    Form(which): Form<Which>,
) -> Result<Response, Failure> {
    let id = which.declaration.parse().map_err(|_| Failure::BadRequest)?;
    if app.billing.settle_declaration(id).await? {
        let detail = serde_json::json!({});
        staff.record(&app, "declaration-settled", &id.to_string(), &detail).await?;
    }
    see_other(&format!("{PATH}?done=settled"))
}
