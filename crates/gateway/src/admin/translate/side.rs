//! `/admin/translate/{article}/{locale}`: source and translation side by side.

use std::collections::BTreeSet;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use content::side::RowKey;
use content::{SaveError, StoreError};
use http::StatusCode;
use kernel::hash::content_hash;
use serde_json::json;

use super::form::{Act, Typed};
use super::show::{Told, page};
use super::{address, find, place};
use crate::admin::fields::Fields;
use crate::admin::{Done, Staff};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;

/// Largest form of a translation, in bytes: a long story in a script of three bytes a letter.
pub(crate) const FORM_LIMIT: usize = 2 * 1024 * 1024;

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Path((article, locale)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    // Before the texts: what it says was made stands in them.
    let (id, target) = place(&staff, &article, &locale)?;
    let job = app.content.machine_job(id, &target).await?;
    let (side, locale) = find(&app, &staff, &article, &locale).await?;
    let done = done.of(&["saved", "same", "current", "review", "back", "imported", "signed", "assigned"]);
    let told = Told { done, job, ..Told::load(&app, &staff, &side, &locale).await? };
    page(&app, &staff, &side, &locale, StatusCode::OK, &told)
}

/// `POST`: saves it as a new revision, and says what is up to date or waits for somebody's yes.
pub(crate) async fn save(
    State(app): State<App>,
    staff: Staff,
    Path((article, locale)): Path<(String, String)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let (side, locale) = find(&app, &staff, &article, &locale).await?;
    let Some(typed) = Typed::read(&fields) else {
        let told = Told { problem: Some("form"), ..Told::default() };
        return page(&app, &staff, &side, &locale, StatusCode::UNPROCESSABLE_ENTITY, &told);
    };
    let problem = match typed.draft() {
        Err(problem) => problem,
        Ok(draft) => {
            let author = Some(staff.member.id);
            let saved = app.content.save_side(side.article, &locale, &draft, typed.based_on(), author).await;
            match saved {
                Ok(saved) => {
                    let before = side.version();
                    if before != Some(saved.version) {
                        let detail = json!({
                            "locale": locale, "before": { "version": before }, "after": { "version": saved.version },
                        });
                        staff.record(&app, "translation-saved", &side.article.to_string(), &detail).await?;
                    }
                    return then(&app, &staff, &side, &locale, &typed, before == Some(saved.version)).await;
                }
                Err(SaveError::Stale { .. }) => {
                    // What is there now, with what was typed beside it: saving again is deliberate.
                    let (theirs, _) = find(&app, &staff, &article, locale.as_str()).await?;
                    let told = Told {
                        problem: Some("stale"),
                        typed: Some(typed),
                        is_overtaken: true,
                        ..Told::default()
                    };
                    return page(&app, &staff, &theirs, &locale, StatusCode::CONFLICT, &told);
                }
                Err(SaveError::Store(StoreError::SlugTaken { .. })) => "taken",
                Err(SaveError::NoSourceVersion(_)) => "form",
                Err(SaveError::Store(error)) => return Err(error.into()),
            }
        }
    };
    let told = Told { problem: Some(problem), typed: Some(typed), ..Told::default() };
    page(&app, &staff, &side, &locale, StatusCode::UNPROCESSABLE_ENTITY, &told)
}

/// What else was to be done, and back to the page.
async fn then(
    app: &App,
    staff: &Staff,
    side: &content::SideBySide,
    locale: &kernel::Locale,
    typed: &Typed,
    same: bool,
) -> Result<Response, Failure> {
    let (done, at) = match &typed.act {
        Act::Save if same => ("same", String::new()),
        Act::Save => ("saved", String::new()),
        Act::AllCurrent => ("current", String::new()),
        Act::Current(row) => ("current", format!("#{}", row.word())),
        act @ (Act::Sign(_) | Act::SignAll) => {
            let row = if let Act::Sign(row) = act { Some(row) } else { None };
            sign(app, staff, side.article, locale, row).await?;
            ("signed", row.map(|row| format!("#{}", row.word())).unwrap_or_default())
        }
        act @ (Act::Review | Act::Back) => {
            let waits = *act == Act::Review;
            app.content.set_in_review(side.article, locale, waits).await?;
            let (action, done) =
                if waits { ("review-asked", "review") } else { ("review-taken-back", "back") };
            staff.record(app, action, &side.article.to_string(), &json!({ "locale": locale })).await?;
            (done, String::new())
        }
    };
    see_other(&format!("{}?done={done}{at}", address(side.article, locale)))
}

/// Signs off what a machine made, of one row or of all; what stands there now, not what was shown.
async fn sign(
    app: &App,
    staff: &Staff,
    article: kernel::ArticleId,
    locale: &kernel::Locale,
    row: Option<&RowKey>,
) -> Result<(), Failure> {
    let Some(side) = app.content.side_by_side(article, locale).await? else { return Err(Failure::NotFound) };
    let hashes: BTreeSet<String> = match row {
        None => side.machine.clone(),
        Some(key) => {
            let own = side.rows.iter().filter(|row| row.key == *key && side.is_machine_row(row));
            own.filter_map(|row| Some(content_hash(row.target.as_ref()?.as_bytes()))).collect()
        }
    };
    app.content.sign_off(article, locale, &hashes).await?;
    let detail = json!({ "locale": locale, "version": side.version(), "texts": hashes.len() });
    staff.record(app, "drafts-signed-off", &article.to_string(), &detail).await
}
