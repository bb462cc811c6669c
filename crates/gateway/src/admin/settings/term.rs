//! `/admin/settings/terms/{kind}/{key}`: one section, tag or author; merging and deleting it.

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use content::{StoreError, Term};
use http::StatusCode;
use serde_json::json;

use super::terms::{at, fields_of, kind_of, name_in, read, told};
use super::{Wrong, mark};
use crate::admin::fields::Fields;
use crate::admin::{Done, Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::view::desk::Choice;
use crate::view::settings::TermView;

/// The kind and the key of an address.
type Asked = Path<(String, String)>;

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    asked: Asked,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let term = find(&app, asked).await?;
    page(&app, &staff, &term, None, done.of(&["saved"]), None).await
}

/// `POST`: its names and addresses. Those that it gives up lead to the new ones.
pub(crate) async fn save(
    State(app): State<App>,
    staff: Staff,
    asked: Asked,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let term = find(&app, asked).await?;
    let wrong = match read(&staff, term.kind, &term.key, term.position, &term.names, &fields) {
        _ if fields.get("seen") != mark(&term) => Wrong::late(),
        Err(wrong) => wrong,
        Ok(draft) => match app.content.revise_term(Some(&term), &draft).await {
            Ok(()) => {
                let detail = json!({ "before": told(&term.names), "after": told(&draft.names) });
                staff.record(&app, "term-changed", &subject(&term), &detail).await?;
                app.publications.forget();
                return see_other(&format!("{}/{}?done=saved", at(term.kind), term.key));
            }
            Err(StoreError::SettingsChanged) => Wrong::late(),
            Err(StoreError::NotUnique(_)) => Wrong::new("slug-taken", ""),
            Err(error) => return Err(error.into()),
        },
    };
    page(&app, &staff, &term, Some(&fields), None, Some(wrong)).await
}

/// `POST …/merge`: its stories get another term, and its addresses lead there.
pub(crate) async fn merge(
    State(app): State<App>,
    staff: Staff,
    asked: Asked,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let term = find(&app, asked).await?;
    let into = app.content.term(term.kind, fields.get("into")).await?.filter(|into| into.id != term.id);
    let wrong = match into {
        None => Wrong::new("into", "into"),
        _ if fields.get("seen") != mark(&term) => Wrong::late(),
        Some(into) => match app.content.merge_terms(&term, &into).await {
            Ok(stories) => {
                let detail = json!({ "before": told(&term.names), "into": into.key, "stories": stories });
                staff.record(&app, "term-merged", &subject(&term), &detail).await?;
                app.publications.forget();
                return see_other(&format!("{}?done=merged", at(term.kind)));
            }
            Err(StoreError::SettingsChanged) => Wrong::late(),
            Err(error) => return Err(error.into()),
        },
    };
    page(&app, &staff, &term, None, None, Some(wrong)).await
}

/// `POST …/delete`: only if no story has it.
pub(crate) async fn delete(State(app): State<App>, staff: Staff, asked: Asked) -> Result<Response, Failure> {
    let term = find(&app, asked).await?;
    match app.content.delete_term(term.id).await {
        Ok(()) => {}
        Err(StoreError::TermUsed) => {
            return page(&app, &staff, &term, None, None, Some(Wrong::new("term-used", ""))).await;
        }
        Err(error) => return Err(error.into()),
    }
    staff.record(&app, "term-deleted", &subject(&term), &json!({ "before": told(&term.names) })).await?;
    app.publications.forget();
    see_other(&format!("{}?done=deleted", at(term.kind)))
}

async fn find(app: &App, Path((kind, key)): Asked) -> Result<Term, Failure> {
    app.content.term(kind_of(&kind)?, &key).await?.ok_or(Failure::NotFound)
}

/// How the audit trail names it.
fn subject(term: &Term) -> String {
    format!("{}:{}", term.kind.as_str(), term.key)
}

async fn page(
    app: &App,
    staff: &Staff,
    term: &Term,
    typed: Option<&Fields>,
    done: Option<&'static str>,
    wrong: Option<Wrong>,
) -> Result<Response, Failure> {
    let others = app.content.terms(term.kind).await?;
    let others = others.iter().filter(|other| other.id != term.id).map(|other| Choice {
        word: other.key.clone(),
        name: name_in(other, &staff.locale),
        chosen: false,
    });
    let status = wrong.as_ref().map_or(StatusCode::OK, Wrong::status);
    let href = format!("{}/{}", at(term.kind), term.key);
    let view = TermView {
        kind: term.kind.as_str(),
        all_href: at(term.kind),
        seen: mark(term),
        name: name_in(term, &staff.locale),
        key: term.key.clone(),
        names: fields_of(staff, &term.names, typed),
        others: others.collect(),
        stories: app.content.term_counts().await?.get(&term.id).copied().unwrap_or(0),
        href: href.clone(),
        done,
        wrong: wrong.map(Into::into),
    };
    page_with(app, staff, status, &href, "title-admin-terms", "admin/settings-term.html", "settings", view)
}
