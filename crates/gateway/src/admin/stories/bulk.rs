//! `POST /admin/stories/bulk`: one thing done with several stories, each by itself; what became of
//! each is told above the list.

use axum::Form;
use axum::extract::State;
use axum::response::Response;
use content::{ArticleDraft, BasedOn, Dates, DeskText, State as TextState, StoreError, Story};
use http::StatusCode;
use kernel::{Access, ArticleId};
use serde_json::json;

use super::list::{Asked, Told, page};
use super::publish::issues;
use super::{Scope, story_address};
use crate::admin::Staff;
use crate::admin::fields::Fields;
use crate::app::App;
use crate::failure::Failure;
use crate::view::writing::ResultView;

/// Stories worked on at once.
const MOST: usize = 100;

/// `POST`
pub(crate) async fn act(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let chosen: Vec<ArticleId> = fields.all("story").filter_map(|id| id.parse().ok()).take(MOST).collect();
    let refused = |problem| Told {
        status: StatusCode::UNPROCESSABLE_ENTITY,
        problem: Some(problem),
        ..Told::default()
    };
    let asked = Asked::default();
    if chosen.is_empty() {
        return page(&app, &staff, &asked, refused("none-chosen")).await;
    }
    let Some(deed) = Deed::of(&fields) else {
        return page(&app, &staff, &asked, refused("no-deed")).await;
    };
    let mut results = Vec::with_capacity(chosen.len());
    for article in chosen {
        let Some(story) = app.content.story(article).await? else { continue };
        let word = done(&app, &staff, &story, &deed).await?;
        results.push(ResultView {
            title: story.title(),
            href: story_address(article),
            word,
            good: matches!(word, "done" | "nothing"),
        });
    }
    page(&app, &staff, &asked, Told { results, ..Told::default() }).await
}

/// What is done.
enum Deed {
    Publish,
    Withdraw,
    Delete,
    Section(String),
    Tag(String),
    Access(Access),
}

impl Deed {
    fn of(fields: &Fields) -> Option<Self> {
        let named = |name: &str| Some(fields.get(name).to_owned()).filter(|key| !key.is_empty());
        match fields.get("act") {
            "publish" => Some(Self::Publish),
            "withdraw" => Some(Self::Withdraw),
            "delete" => Some(Self::Delete),
            "section" => named("section").map(Self::Section),
            "tag" => named("tag").map(Self::Tag),
            "access" => fields.get("access").parse().ok().map(Self::Access),
            _ => None,
        }
    }
}

/// Does it with one story; gives the second half of a key `bulk-result-…`.
async fn done(app: &App, staff: &Staff, story: &Story, deed: &Deed) -> Result<&'static str, Failure> {
    let draft = story.draft.clone();
    match deed {
        Deed::Publish => publish(app, staff, story).await,
        Deed::Withdraw => withdraw(app, staff, story).await,
        Deed::Delete if !Scope::of(staff, story).deletes() => Ok("refused"),
        Deed::Delete => match app.content.delete_story(story.article).await {
            Ok(()) => {
                staff.record(app, "story-deleted", &story.article.to_string(), &json!({})).await?;
                Ok("done")
            }
            Err(StoreError::NoArticle(_)) => Ok("nothing"),
            Err(error) => Err(error.into()),
        },
        Deed::Section(key) => {
            revise(app, staff, story, ArticleDraft { section: Some(key.clone()), ..draft }).await
        }
        Deed::Tag(key) => {
            let mut tags = draft.tags.clone();
            if !tags.contains(key) {
                tags.push(key.clone());
            }
            revise(app, staff, story, ArticleDraft { tags, ..draft }).await
        }
        Deed::Access(access) => {
            revise(app, staff, story, ArticleDraft { access: access.clone(), ..draft }).await
        }
    }
}

async fn revise(
    app: &App,
    staff: &Staff,
    story: &Story,
    draft: ArticleDraft,
) -> Result<&'static str, Failure> {
    if draft == story.draft {
        return Ok("nothing");
    }
    let detail = super::facts::difference(&story.draft, &draft);
    match app.content.revise_article(draft, BasedOn::Version(story.version)).await {
        Ok(_) => {
            staff.record(app, "story-changed", &story.article.to_string(), &detail).await?;
            Ok("done")
        }
        Err(StoreError::ArticleChanged { .. } | StoreError::Deleted(_)) => Ok("overtaken"),
        Err(StoreError::NoTerm { .. }) => Ok("refused"),
        Err(error) => Err(error.into()),
    }
}

/// Publishes every text that readers don't see in its newest version, and nothing if one has errors.
async fn publish(app: &App, staff: &Staff, story: &Story) -> Result<&'static str, Failure> {
    let ahead = |text: &&DeskText| text.live_version != Some(text.version);
    let due: Vec<&DeskText> = story.texts.iter().filter(ahead).collect();
    if due.is_empty() {
        return Ok("nothing");
    }
    for text in &due {
        let found = issues(app, staff, story.article, text).await?;
        if found.iter().any(|issue| issue.problem.is_error()) {
            return Ok("errors");
        }
        if app.content.is_machine_made(text.translation).await? {
            return Ok("machine");
        }
    }
    for text in due {
        let dates = Dates { published_at: None, updated_at: text.updated_at };
        match app.content.publish(text.translation, dates).await {
            // A draft was asked for in between.
            Err(StoreError::MachineMade(_)) => return Ok("machine"),
            published => published?,
        }
        let detail = json!({ "before": text.live_version, "after": text.version });
        staff.record(app, "text-published", &text.translation.to_string(), &detail).await?;
    }
    Ok("done")
}

/// Takes every text back that readers see, or would see by itself.
async fn withdraw(app: &App, staff: &Staff, story: &Story) -> Result<&'static str, Failure> {
    let up = |text: &&DeskText| matches!(text.state, TextState::Published | TextState::Scheduled);
    let mut word = "nothing";
    for text in story.texts.iter().filter(up) {
        app.content.withdraw(text.translation).await?;
        let detail = json!({ "before": text.state.as_str() });
        staff.record(app, "text-withdrawn", &text.translation.to_string(), &detail).await?;
        word = "done";
    }
    Ok(word)
}
