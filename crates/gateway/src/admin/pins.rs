//! `/admin/search/pins`: stories that come first for a query, by language.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use http::StatusCode;
use kernel::{ArticleId, Locale};
use search::{CurationError, Pinned};
use serde::Deserialize;
use serde_json::json;

use super::explain::named;
use super::fields::Fields;
use super::search::{chosen, locales, query};
use super::{Done, Staff, page_with};
use crate::address;
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::view::desk::{PinView, PinsView, QueryView};

const PATH: &str = "/admin/search/pins";

#[derive(Deserialize)]
pub(crate) struct Asked {
    locale: Option<String>,
    #[serde(default)]
    query: String,
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let done = done.of(&["saved"]);
    let typed = (asked.query.as_str(), "");
    page(&app, &staff, asked.locale.as_deref(), StatusCode::OK, typed, done, None).await
}

/// `POST`: pins another story to a query, after those that are pinned to it.
pub(crate) async fn add(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let locale = chosen(&staff, Some(fields.get("locale")));
    let (asked, story) = (fields.get("query"), fields.get("story"));
    let (named_locale, slug) = named(story);
    let problem = match app.content.story_named(named_locale.as_ref(), &slug).await? {
        None => "story",
        Some(article) => {
            let mut stories = app.curation.pinned(&locale, asked).await?;
            stories.retain(|pinned| *pinned != article);
            stories.push(article);
            match pin(&app, &staff, &locale, asked, &stories).await? {
                None => return see_other(&home(&locale)),
                Some(problem) => problem,
            }
        }
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    page(&app, &staff, Some(locale.as_str()), status, (asked, story), None, Some(problem)).await
}

/// `POST …/change`: moves a pinned story, or takes it away.
pub(crate) async fn change(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let locale = chosen(&staff, Some(fields.get("locale")));
    let asked = fields.get("query");
    let story: ArticleId = fields.get("story").parse().map_err(|_| Failure::NotFound)?;
    let mut stories = app.curation.pinned(&locale, asked).await?;
    let at = stories.iter().position(|pinned| *pinned == story).ok_or(Failure::NotFound)?;
    match fields.get("do") {
        "up" if at > 0 => stories.swap(at, at - 1),
        "down" if at + 1 < stories.len() => stories.swap(at, at + 1),
        "remove" => _ = stories.remove(at),
        _ => {}
    }
    pin(&app, &staff, &locale, asked, &stories).await?;
    see_other(&home(&locale))
}

/// Pins these and no others; says what is wrong with them.
async fn pin(
    app: &App,
    staff: &Staff,
    locale: &Locale,
    asked: &str,
    stories: &[ArticleId],
) -> Result<Option<&'static str>, Failure> {
    match app.curation.set_pins(locale, asked, stories).await {
        Ok(()) => {
            let detail = json!({ "locale": locale, "stories": stories });
            staff.record(app, "stories-pinned", asked, &detail).await?;
            Ok(None)
        }
        Err(CurationError::NoQuery(_)) => Ok(Some("query")),
        Err(CurationError::TooMany) => Ok(Some("many")),
        Err(error) => Err(error.into()),
    }
}

fn home(locale: &Locale) -> String {
    format!("{PATH}?{}&done=saved", query("locale", locale.as_str()))
}

async fn page(
    app: &App,
    staff: &Staff,
    locale: Option<&str>,
    status: StatusCode,
    (asked, story): (&str, &str),
    done: Option<&'static str>,
    problem: Option<&'static str>,
) -> Result<Response, Failure> {
    let locale = chosen(staff, locale);
    let pins = app.curation.pins(&locale).await?;
    let mut all: Vec<ArticleId> = pins.iter().flat_map(|pins| pins.stories.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    let headings = app.content.headings(&all, &locale).await?;
    let query_view = |pins: Pinned| QueryView {
        stories: pins
            .stories
            .iter()
            .map(|article| {
                let heading = headings.iter().find(|heading| heading.article == *article);
                PinView {
                    id: article.to_string(),
                    title: heading.map(|heading| heading.title.clone()),
                    href: heading.map(|heading| address::text(&heading.locale, &heading.slug)),
                    lang: heading.map(|heading| heading.locale.clone()),
                }
            })
            .collect(),
        query: pins.query,
    };
    let view = PinsView {
        locales: locales(staff, &locale),
        queries: pins.into_iter().map(query_view).collect(),
        locale,
        query: asked.to_owned(),
        story: story.to_owned(),
        done,
        problem,
    };
    page_with(app, staff, status, PATH, "title-admin-pins", "admin/pins.html", "pins", view)
}
