//! `POST /admin/stories/{article}/{locale}/autosave`: keeps what is typed, without making a revision.

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::response::{IntoResponse, Response};
use content::{Typed, markdown, slug};
use http::HeaderValue;
use http::header::CACHE_CONTROL;
use serde::{Deserialize, Serialize};

use super::editor::{head, newer};
use super::{AskedText, Scope, typed};
use crate::admin::Staff;
use crate::app::App;
use crate::failure::Failure;
use crate::view::build;
use crate::view::writing::NewerView;

/// What is sent: the version it was made from, and the text.
#[derive(Deserialize)]
pub(crate) struct Sent {
    version: i64,
    #[serde(flatten)]
    typed: Typed,
}

#[derive(Serialize)]
struct Kept {
    /// RFC 3339, UTC.
    saved_at: String,
    words: u32,
    minutes: u32,
    /// The slug it would be saved with; empty if it can have none.
    slug: String,
    /// Whether that is another story's.
    slug_taken: bool,
    /// If somebody has saved since.
    newer: Option<NewerView>,
}

/// `POST`
pub(crate) async fn keep(
    State(app): State<App>,
    staff: Staff,
    asked: AskedText,
    sent: Result<Json<Sent>, JsonRejection>,
) -> Result<Response, Failure> {
    let Json(Sent { version, typed: text }) = sent.map_err(|refused| match refused.status() {
        http::StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge,
        http::StatusCode::UNPROCESSABLE_ENTITY => Failure::Unprocessable,
        _ => Failure::BadRequest,
    })?;
    if !Scope::of(&staff, &asked.story).writes(&asked.locale) {
        return Err(Failure::Forbidden);
    }
    if typed::too_long(&text).is_some() {
        return Err(Failure::TooLarge);
    }
    let article = asked.story.article;
    let at = app.content.keep_working_copy(article, &asked.locale, staff.member.id, version, &text).await?;
    let (words, minutes) = markdown::length(&text.body, &asked.locale);
    let wanted = text.slug.parse().ok().or_else(|| slug::suggest(&text.title, &asked.locale));
    let free = match &wanted {
        Some(slug) => app.content.free_slug(Some(article), &asked.locale, slug).await?,
        None => None,
    };
    let newer = match asked.text().filter(|text| text.version > version) {
        Some(_) => match head(&app, &asked).await? {
            Some(head) => Some(newer(&app, &head).await?),
            None => None,
        },
        None => None,
    };
    let kept = Kept {
        saved_at: build::rfc3339(at),
        words,
        minutes,
        slug_taken: wanted.is_some() && free != wanted,
        slug: wanted.map(String::from).unwrap_or_default(),
        newer,
    };
    let mut answer = Json(kept).into_response();
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(answer)
}
