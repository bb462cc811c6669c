//! Deleting a story, and `/admin/stories/deleted`: those that can be brought back.

use axum::Form;
use axum::extract::State;
use axum::response::Response;
use content::{DELETED_KEPT_DAYS, StoreError};
use http::StatusCode;
use jiff::SignedDuration;
use kernel::ArticleId;
use serde_json::json;

use super::scope::brings_back;
use super::{Asked, PATH, Scope, closed, story_address};
use crate::admin::fields::Fields;
use crate::admin::{Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::view::build;
use crate::view::writing::{DeletedLine, DeletedView};

/// Stories shown.
const ROWS: u64 = 200;
const DELETED: &str = "/admin/stories/deleted";

/// `POST /admin/stories/{article}/delete`
pub(crate) async fn delete(
    State(app): State<App>,
    staff: Staff,
    Asked { story }: Asked,
) -> Result<Response, Failure> {
    if !Scope::of(&staff, &story).deletes() {
        return closed(&app, &staff, &story);
    }
    app.content.delete_story(story.article).await?;
    staff
        .record(&app, "story-deleted", &story.article.to_string(), &json!({ "key": story.draft.key }))
        .await?;
    see_other(&format!("{PATH}?done=deleted&deleted={}", story.article))
}

/// `GET /admin/stories/deleted`
pub(crate) async fn show(State(app): State<App>, staff: Staff) -> Result<Response, Failure> {
    page(&app, &staff, StatusCode::OK, None).await
}

/// `POST /admin/stories/deleted`: brings one back.
pub(crate) async fn bring_back(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let asked: Option<ArticleId> = fields.get("story").parse().ok();
    let deleted = app.content.deleted_stories(ROWS).await?;
    let story = deleted.into_iter().find(|story| Some(story.article) == asked);
    let Some(story) = story.filter(|story| brings_back(&staff, story.begun_by)) else {
        return page(&app, &staff, StatusCode::UNPROCESSABLE_ENTITY, Some("gone")).await;
    };
    match app.content.bring_back(story.article).await {
        Ok(()) => {}
        Err(StoreError::NoArticle(_)) => {
            return page(&app, &staff, StatusCode::UNPROCESSABLE_ENTITY, Some("gone")).await;
        }
        Err(error) => return Err(error.into()),
    }
    staff.record(&app, "story-brought-back", &story.article.to_string(), &json!({})).await?;
    see_other(&format!("{}?done=brought-back", story_address(story.article)))
}

async fn page(
    app: &App,
    staff: &Staff,
    status: StatusCode,
    problem: Option<&'static str>,
) -> Result<Response, Failure> {
    let deleted = app.content.deleted_stories(ROWS).await?;
    let kept = SignedDuration::from_hours(24 * DELETED_KEPT_DAYS);
    let line = |story: content::DeletedStory| DeletedLine {
        id: story.article.to_string(),
        at: build::rfc3339(story.deleted_at),
        until: build::rfc3339(story.deleted_at.saturating_add(kept).unwrap_or(story.deleted_at)),
        can_bring_back: brings_back(staff, story.begun_by),
        title: story.title,
    };
    let stories = deleted.into_iter().map(line).collect();
    let view = DeletedView { stories, days: DELETED_KEPT_DAYS, problem };
    let (title, template) = ("title-admin-stories-deleted", "admin/stories-deleted.html");
    page_with(app, staff, status, DELETED, title, template, "deleted", view)
}
