//! `/admin/stories`: the stories, and everything that is done with them before readers see them.
//!
//! | module | what it is |
//! |---|---|
//! | [`scope`] | who may do what with which story |
//! | [`list`], [`bulk`] | all stories, and what is done with several at once |
//! | [`begin`], [`facts`] | a new story; what holds for one in every language |
//! | [`editor`], [`typed`], [`autosave`] | the text in one language |
//! | [`preview`] | how readers would see it |
//! | [`publish`], [`launch`] | showing it to them, now or later, in one language or in several at once |
//! | [`revisions`] | what it said before |
//! | [`deleted`] | deleting, and bringing back |

pub(crate) mod autosave;
pub(crate) mod begin;
pub(crate) mod bulk;
pub(crate) mod deleted;
pub(crate) mod duplicate;
pub(crate) mod editor;
pub(crate) mod facts;
pub(crate) mod launch;
pub(crate) mod list;
mod own;
pub(crate) mod preview;
pub(crate) mod publish;
pub(crate) mod revisions;
mod scope;
mod typed;

use std::collections::HashMap;

use axum::extract::FromRequestParts;
use axum::extract::Path;
use axum::response::Response;
use content::{DeskText, Story, markdown};
use http::StatusCode;
use http::request::Parts;
use kernel::{ArticleId, Locale, MemberId};

use super::{Staff, page_with};
use crate::app::App;
use crate::extract::{Offered, offered};
use crate::failure::Failure;
use crate::view::build;
use crate::view::writing::{ClosedView, TextChip};

pub(crate) use scope::Scope;

/// Where the stories are.
pub(crate) const PATH: &str = "/admin/stories";

/// What holds for a story in every language.
fn story_address(article: ArticleId) -> String {
    format!("{PATH}/{article}")
}

/// A text of a story.
fn text_address(article: ArticleId, locale: &Locale) -> String {
    format!("{PATH}/{article}/{locale}")
}

/// The story of an address; not found if there is none, or it was deleted.
pub(crate) struct Asked {
    pub(crate) story: Story,
}

impl FromRequestParts<App> for Asked {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let Path(segments): Path<HashMap<String, String>> =
            Path::from_request_parts(parts, app).await.map_err(|_| Failure::NotFound)?;
        let article: ArticleId =
            segments.get("article").and_then(|id| id.parse().ok()).ok_or(Failure::NotFound)?;
        let story = app.content.story(article).await?.ok_or(Failure::NotFound)?;
        Ok(Self { story })
    }
}

/// The story and the language of an address. The language is one that the site offers, or one that the
/// story has all the same.
pub(crate) struct AskedText {
    pub(crate) story: Story,
    pub(crate) locale: Locale,
}

impl AskedText {
    /// The text, if there is one.
    fn text(&self) -> Option<&DeskText> {
        self.story.text(&self.locale)
    }

    /// Its address.
    fn address(&self) -> String {
        text_address(self.story.article, &self.locale)
    }
}

impl FromRequestParts<App> for AskedText {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let Asked { story } = Asked::from_request_parts(parts, app).await?;
        let Path(segments): Path<HashMap<String, String>> =
            Path::from_request_parts(parts, app).await.map_err(|_| Failure::NotFound)?;
        let tag = segments.get("locale").ok_or(Failure::NotFound)?;
        let own = story.texts.iter().find(|text| text.locale.as_str() == tag);
        let locale = if let Some(text) = own {
            text.locale.clone()
        } else {
            let Offered(locale, _) = offered(app, tag).await?;
            locale
        };
        Ok(Self { story, locale })
    }
}

/// Told to those who may look at a story, and not do this with it.
fn closed(app: &App, staff: &Staff, story: &Story) -> Result<Response, Failure> {
    let view = ClosedView { title: story.title(), href: story_address(story.article) };
    let (status, title) = (StatusCode::FORBIDDEN, "title-admin-story-closed");
    page_with(app, staff, status, PATH, title, "admin/story-closed.html", "closed", view)
}

/// How members of staff are called, by id.
async fn people(app: &App) -> Result<HashMap<MemberId, String>, Failure> {
    let staff = app.accounts.staff().await?.into_iter();
    Ok(staff
        .map(|member| {
            let name = if member.name.is_empty() { member.email.to_string() } else { member.name };
            (member.id, name)
        })
        .collect())
}

/// A text of a story as a mark in a row of languages: every language offered, and every other that
/// the story has.
fn chips(staff: &Staff, article: ArticleId, texts: &[DeskText]) -> Vec<TextChip> {
    let offered = staff.publication.site.locales.iter().map(|offered| &offered.locale);
    let others = texts.iter().map(|text| &text.locale);
    let mut locales: Vec<&Locale> = offered.collect();
    locales.extend(others.filter(|other| staff.publication.offered(other).is_none()));
    locales
        .into_iter()
        .map(|locale| {
            let text = texts.iter().find(|text| text.locale == *locale);
            TextChip {
                language: build::language(locale, &staff.locale, text_address(article, locale)),
                state: text.map(|text| text.state.as_str()),
                stale: text.is_some_and(|text| text.stale),
                ahead: text.is_some_and(|text| text.live_version.is_some_and(|live| live < text.version)),
                title: text.map(|text| markdown::title_plain(&text.title)),
                publish_at: text.and_then(|text| text.publish_at).map(build::rfc3339),
            }
        })
        .collect()
}
