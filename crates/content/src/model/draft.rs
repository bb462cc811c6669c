//! What is saved of a translation.

use jiff::Timestamp;
use kernel::{ArticleId, Locale, MemberId, Slug, TranslationId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::State;
use crate::markdown::Block;

/// The text of a translation, as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The last part of its address.
    pub slug: Slug,
    /// The title; may carry `*emphasis*`.
    pub title: String,
    /// One or two sentences under the title.
    pub standfirst: String,
    /// Markdown.
    pub body: String,
    /// For search results and previews.
    pub description: String,
    /// A shorter title for the same.
    pub seo_title: Option<String>,
    /// What the cover shows.
    pub cover_alt: String,
    /// The line under the cover.
    pub cover_caption: String,
    /// The source's version it was made from; `None` stands for the newest when this is saved.
    /// Means nothing in the source itself.
    pub made_from: Option<i64>,
}

/// What a save was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BasedOn {
    /// Nothing: it is the first.
    New,
    /// This version.
    Version(i64),
}

/// The outcome of a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The translation.
    pub translation: TranslationId,
    /// Its version now.
    pub version: i64,
    /// What the save did.
    pub changed: Changed,
}

/// What a save did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// It is the first of its kind.
    Created,
    /// It differs from the one before.
    Updated,
    /// It was there already, as it is; nothing was written.
    Nothing,
}

/// A revision, to read again or to go back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Its number, from 1.
    pub version: i64,
    /// When it was saved.
    pub created_at: Timestamp,
    /// Who saved it; none for imports.
    pub author: Option<MemberId>,
    /// What it said. The slug is the translation's present one: addresses aren't revised.
    pub draft: Draft,
    /// Its blocks, with their links to the source.
    pub blocks: Vec<Block>,
}

/// A revision in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevisionEntry {
    /// Its number, from 1.
    pub version: i64,
    /// When it was saved.
    pub created_at: Timestamp,
    /// Who saved it; none for imports.
    pub author: Option<MemberId>,
    /// Its title, as written.
    pub title: String,
    /// The source's version it was made from; none for the source itself.
    pub made_from: Option<i64>,
}

/// A text that came too late to be saved, kept so that nothing of it is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedSave {
    /// Its id.
    pub id: Uuid,
    /// What it was meant for.
    pub translation: TranslationId,
    /// The version it was made from; none if it was meant to be the first.
    pub based_on: Option<i64>,
    /// The version that was there instead.
    pub found: i64,
    /// The text.
    pub draft: Draft,
    /// Who wrote it.
    pub author: Option<MemberId>,
    /// When it came.
    pub created_at: Timestamp,
}

/// The dates that readers see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// When it was first published. `None` keeps the date it has, or takes the present moment.
    pub published_at: Option<Timestamp>,
    /// When it was brought up to date; `None` shows no such date.
    pub updated_at: Option<Timestamp>,
}

/// Where a translation stands, as its editors see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The story in this language.
    pub translation: TranslationId,
    /// The story.
    pub article: ArticleId,
    /// Its language.
    pub locale: Locale,
    /// The slug of its newest version.
    pub slug: String,
    /// Its state.
    pub state: State,
    /// Its newest version.
    pub version: i64,
    /// The version that readers see.
    pub live_version: Option<i64>,
    /// When it will be published.
    pub publish_at: Option<Timestamp>,
    /// When it was first published.
    pub published_at: Option<Timestamp>,
    /// When it was brought up to date.
    pub updated_at: Option<Timestamp>,
}
