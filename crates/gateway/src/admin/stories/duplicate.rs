//! `POST /admin/stories/{article}/duplicate`: a new story with the same facts and the same texts, none
//! of them published.

use axum::extract::State;
use axum::response::Response;
use content::{ArticleDraft, BasedOn, DeskText, Draft};
use serde_json::json;

use super::{Asked, story_address};
use crate::admin::Staff;
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;

/// `POST`
pub(crate) async fn duplicate(
    State(app): State<App>,
    staff: Staff,
    Asked { story }: Asked,
) -> Result<Response, Failure> {
    let by = Some(staff.member.id);
    let key = app.content.free_key(&story.draft.key).await?.ok_or(Failure::BadRequest)?;
    let article = app.content.begin_article(ArticleDraft { key, ..story.draft.clone() }, by).await?;
    let is_source = |text: &&DeskText| text.locale == story.draft.source;
    let (source, others): (Vec<_>, Vec<_>) = story.texts.iter().partition(is_source);
    // The source first: the others are made from it.
    for text in source.into_iter().chain(others) {
        let Some(revision) = app.content.revision(text.translation, text.version).await? else { continue };
        let slug = app.content.free_slug(None, &text.locale, &revision.draft.slug).await?;
        let slug = slug.ok_or(Failure::BadRequest)?;
        let draft = Draft { slug, made_from: None, ..revision.draft };
        app.content.save_translation(article, &text.locale, &draft, BasedOn::New, by).await?;
    }
    let detail = json!({ "from": story.article });
    staff.record(&app, "story-duplicated", &article.to_string(), &detail).await?;
    see_other(&format!("{}?done=duplicated", story_address(article)))
}
