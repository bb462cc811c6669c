//! `/admin/stories/{article}/{locale}/revisions`: what a text said before, what differs between any two
//! versions, and the way back.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use content::{BasedOn, markdown};
use serde::Deserialize;
use serde_json::json;

use super::editor::differences;
use super::typed::of_revision;
use super::{AskedText, Scope, closed, people};
use crate::admin::fields::Fields;
use crate::admin::{Staff, page};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::view::build;
use crate::view::writing::{RevisionLine, RevisionsView};

/// Which two versions are compared.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Compared {
    from: Option<i64>,
    to: Option<i64>,
}

/// `GET`: the newest two, if none are named.
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    asked: AskedText,
    Query(compared): Query<Compared>,
) -> Result<Response, Failure> {
    let Some(text) = asked.text() else { return Err(Failure::NotFound) };
    let entries = app.content.revisions(text.translation).await?;
    let to = compared.to.unwrap_or(text.version);
    let from = compared.from.unwrap_or((to - 1).max(1));
    let there = |version: i64| entries.iter().any(|entry| entry.version == version);
    if !there(from) || !there(to) {
        return Err(Failure::NotFound);
    }
    let mut texts = Vec::with_capacity(2);
    for version in [from, to] {
        let revision = app.content.revision(text.translation, version).await?;
        texts.push(of_revision(&revision.ok_or(Failure::NotFound)?));
    }
    let people = people(&app).await?;
    let path = asked.address();
    let view = RevisionsView {
        story_title: markdown::title_plain(&text.title),
        lang: asked.locale.clone(),
        language: build::language(&asked.locale, &staff.locale, path.clone()),
        revisions: entries
            .into_iter()
            .map(|entry| RevisionLine {
                version: entry.version,
                at: build::rfc3339(entry.created_at),
                by: entry.author.and_then(|by| people.get(&by).cloned()),
                title: entry.title,
                live: text.live_version == Some(entry.version),
            })
            .collect(),
        from,
        to,
        newest: text.version,
        fields: texts.windows(2).flat_map(|pair| differences(&pair[0], &pair[1])).collect(),
        can_write: Scope::of(&staff, &asked.story).writes(&asked.locale),
        path: path.clone(),
    };
    let template = "admin/story-revisions.html";
    page(&app, &staff, &path, "title-admin-story-revisions", template, "revisions", view)
}

/// `POST`: what an old version said becomes the newest version.
pub(crate) async fn restore(
    State(app): State<App>,
    staff: Staff,
    asked: AskedText,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    if !Scope::of(&staff, &asked.story).writes(&asked.locale) {
        return closed(&app, &staff, &asked.story);
    }
    let Some(text) = asked.text() else { return Err(Failure::NotFound) };
    let version: i64 = fields.get("version").parse().map_err(|_| Failure::BadRequest)?;
    let revision = app.content.revision(text.translation, version).await?.ok_or(Failure::BadRequest)?;
    let (article, by) = (asked.story.article, staff.member.id);
    // What was typed and not saved would hide it.
    app.content.drop_working_copy(article, &asked.locale, by).await?;
    let based_on = BasedOn::Version(text.version);
    let saved =
        app.content.save_translation(article, &asked.locale, &revision.draft, based_on, Some(by)).await?;
    let detail = json!({ "restored": version, "before": text.version, "after": saved.version });
    staff.record(&app, "text-restored", &text.translation.to_string(), &detail).await?;
    see_other(&format!("{}?done=restored", asked.address()))
}
