//! `/admin/members/import`: members from a file. It is read and checked first and changes nothing;
//! then it is brought in, a piece at a time, and can be gone on with when the server was stopped.

mod parse;
mod run;

use std::collections::BTreeSet;

use accounts::{Import, ImportId, ImportState};
use axum::extract::{Multipart, Path, State};
use axum::response::Response;
use http::StatusCode;
use kernel::PlanKey;
use serde_json::json;

use self::parse::{Parsed, Wrong, parse};
use crate::admin::{Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::view::members::{ImportView, WrongView};

const PATH: &str = "/admin/members/import";
/// Largest file, in bytes: some thirty thousand members.
const LARGEST: usize = 4 * 1024 * 1024;
/// Largest request that is read to its end: whoever sends a file that is too large is told so, not cut
/// off.
pub(crate) const READ: usize = 4 * LARGEST;
/// Wrong lines that are told.
const MOST_WRONG: usize = 200;

/// `GET`: the form.
pub(crate) async fn ask(State(app): State<App>, staff: Staff) -> Result<Response, Failure> {
    page(&app, &staff, StatusCode::OK, ImportView::default())
}

/// `POST`: reads and checks a file.
pub(crate) async fn check(
    State(app): State<App>,
    staff: Staff,
    form: Option<Multipart>,
) -> Result<Response, Failure> {
    let refused = |problem| {
        let view = ImportView { problem: Some(problem), ..ImportView::default() };
        page(&app, &staff, StatusCode::UNPROCESSABLE_ENTITY, view)
    };
    let Some(mut form) = form else { return refused("file") };
    let mut file = None;
    while let Ok(Some(field)) = form.next_field().await {
        if field.name() == Some("file") {
            match field.bytes().await {
                Ok(bytes) if bytes.len() <= LARGEST => file = Some(bytes),
                _ => return refused("size"),
            }
        }
    }
    let Some(file) = file.filter(|file| !file.is_empty()) else { return refused("file") };
    let text = std::str::from_utf8(&file).ok().filter(|text| !text.contains('\0'));
    let Some(text) = text else { return refused("utf-8") };
    let parsed = read(&app, &staff, text).await?;
    let wrong = serde_json::to_string(&parsed.wrong).map_err(|_| Failure::BadRequest)?;
    let lines = i64::try_from(parsed.rows.len()).unwrap_or(i64::MAX);
    let import = app.accounts.keep_import(staff.member.id, text, lines, &wrong).await?;
    see_other(&format!("{PATH}/{import}"))
}

/// `GET …/{import}`: what is in the file, what is wrong with it, and how far it is.
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(import): Path<String>,
) -> Result<Response, Failure> {
    let import = find(&app, &import).await?;
    let wrong: Vec<Wrong> = serde_json::from_str(&import.wrong).unwrap_or_default();
    let state = match import.state {
        ImportState::Checked => "checked",
        ImportState::Running => "running",
        ImportState::Stopped => "stopped",
        ImportState::Done => "done",
    };
    let (known, plans) = match import.state {
        ImportState::Checked => run::foresee(&app, &read(&app, &staff, &import.text).await?.rows).await?,
        _ => (0, 0),
    };
    let view = ImportView {
        id: Some(import.id.to_string()),
        state: Some(state),
        lines: import.lines,
        known,
        plans,
        done: import.done,
        made: import.made,
        granted: import.granted,
        wrong_lines: i64::try_from(wrong.len()).unwrap_or(i64::MAX),
        wrong: wrong
            .into_iter()
            .take(MOST_WRONG)
            .map(|wrong| WrongView { line: wrong.line, problem: wrong.problem, what: wrong.what })
            .collect(),
        refresh: import.state == ImportState::Running,
        problem: None,
    };
    page(&app, &staff, StatusCode::OK, view)
}

/// `POST …/{import}/run`: brings it in, or goes on with it.
pub(crate) async fn start(
    State(app): State<App>,
    staff: Staff,
    Path(import): Path<String>,
) -> Result<Response, Failure> {
    let import = find(&app, &import).await?;
    if app.accounts.take_import(import.id).await? {
        let rows = read(&app, &staff, &import.text).await?.rows;
        let detail = json!({ "import": import.id.to_string(), "members": rows.len() });
        staff.record(&app, "members-imported", "members", &detail).await?;
        let zone = staff.publication.site.time_zone.clone();
        tokio::spawn(run::run(app.clone(), import.id, zone, rows, import.done));
    }
    see_other(&format!("{PATH}/{}", import.id))
}

async fn find(app: &App, import: &str) -> Result<Import, Failure> {
    let id: ImportId = import.parse().map_err(|_| Failure::NotFound)?;
    app.accounts.import(id).await?.ok_or(Failure::NotFound)
}

async fn read(app: &App, staff: &Staff, text: &str) -> Result<Parsed, Failure> {
    let plans: BTreeSet<PlanKey> = app.billing.plans().await?.into_iter().map(|plan| plan.key).collect();
    Ok(parse(text, &plans, &staff.publication.site.default_locale))
}

fn page(app: &App, staff: &Staff, status: StatusCode, view: ImportView) -> Result<Response, Failure> {
    let path = view.id.as_ref().map_or_else(|| PATH.to_owned(), |id| format!("{PATH}/{id}"));
    page_with(app, staff, status, &path, "title-admin-import", "admin/members-import.html", "import", view)
}
