//! Stories as those see them who write them.

use jiff::Timestamp;
use kernel::{Access, ArticleId, Entitled, Locale, MemberId, TranslationId};
use serde::{Deserialize, Serialize};

use super::{ArticleDraft, Kind, Reading, State, TermLink};
use crate::markdown::{Half, title_plain};

/// Which stories the newsroom's list shows. What is left at its default narrows nothing. State,
/// staleness and words are those of one text: of that in `locale`, if it is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeskFilter {
    /// Stories or static pages.
    pub kind: Option<Kind>,
    /// Stands in a title or a slug.
    pub words: String,
    /// Where a text stands.
    pub state: Option<State>,
    /// The language of a text.
    pub locale: Option<Locale>,
    /// Whether a text was left behind by its source.
    pub stale: bool,
    /// The key of the section.
    pub section: Option<String>,
    /// The key of an author.
    pub author: Option<String>,
    /// The kind of rule.
    pub access: Option<AccessKind>,
    /// Who began it.
    pub begun_by: Option<MemberId>,
}

/// A rule without the plans that it may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccessKind {
    /// For everyone.
    Public,
    /// For everyone who is signed in.
    Members,
    /// For everyone with a plan.
    Paid,
    /// For those with one of some plans.
    Plans,
}

/// A place in the newsroom's list: after this story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeskCursor {
    /// When the last story before it was touched.
    pub touched_at: Timestamp,
    /// That story.
    pub article: ArticleId,
}

/// A page of the newsroom's list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeskPage {
    /// Those last touched first.
    pub stories: Vec<DeskStory>,
    /// How many there are on all pages.
    pub total: u64,
    /// Where the next page begins; none on the last.
    pub next: Option<DeskCursor>,
}

/// A story in the newsroom's list.
#[derive(Clone, Debug, PartialEq)]
pub struct DeskStory {
    /// The story.
    pub article: ArticleId,
    /// The editors' name for it.
    pub key: String,
    /// Story or page.
    pub kind: Kind,
    /// For whom all of it is.
    pub access: Access,
    /// The language it was written in.
    pub source: Locale,
    /// Who began it; none for imports.
    pub begun_by: Option<MemberId>,
    /// The newest change of it or of one of its texts.
    pub touched_at: Timestamp,
    /// Its section.
    pub section: Option<TermLink>,
    /// Its authors.
    pub authors: Vec<TermLink>,
    /// Its texts, by language.
    pub texts: Vec<DeskText>,
}

/// A text, as its newest version has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskText {
    /// The story in this language.
    pub translation: TranslationId,
    /// Its language.
    pub locale: Locale,
    /// The slug.
    pub slug: String,
    /// The title, as written.
    pub title: String,
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
    /// When it was brought up to date, as readers are told.
    pub updated_at: Option<Timestamp>,
    /// Its newest change.
    pub changed_at: Timestamp,
    /// Whether paragraphs of the source have changed since it was made from them.
    pub stale: bool,
}

/// A story with what holds for it in every language, and where its texts stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// The story.
    pub article: ArticleId,
    /// As editors set it.
    pub draft: ArticleDraft,
    /// The version of that.
    pub version: i64,
    /// Who began it; none for imports.
    pub begun_by: Option<MemberId>,
    /// Its texts, by language.
    pub texts: Vec<DeskText>,
    /// The languages it waits for, to be published in all of them at once; empty if it doesn't.
    pub launch: Vec<Waiting>,
}

impl Story {
    /// Its text in a language.
    #[must_use]
    pub fn text(&self, locale: &Locale) -> Option<&DeskText> {
        self.texts.iter().find(|text| text.locale == *locale)
    }

    /// What it is called, without emphasis: by its source, else by any text, else by its key.
    #[must_use]
    pub fn title(&self) -> String {
        let own = self.text(&self.draft.source).or(self.texts.first());
        own.map_or_else(|| self.draft.key.clone(), |text| title_plain(&text.title))
    }
}

/// A language that a launch waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The language.
    pub locale: Locale,
    /// Since when its text is ready; none if it isn't.
    pub ready_at: Option<Timestamp>,
}

/// What saying that a text is ready has led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Launched {
    /// These languages aren't ready.
    Waits(Vec<Locale>),
    /// These texts are published.
    Published(Vec<TranslationId>),
}

/// A deleted story that can be brought back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeletedStory {
    /// The story.
    pub article: ArticleId,
    /// What it is called.
    pub title: String,
    /// Who began it.
    pub begun_by: Option<MemberId>,
    /// When it was deleted.
    pub deleted_at: Timestamp,
}

/// A text as it is typed: not all of it may be fit to be saved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// The title.
    pub title: String,
    /// The standfirst.
    pub standfirst: String,
    /// The slug, or what shall become one.
    pub slug: String,
    /// Markdown.
    pub body: String,
    /// For search results and previews.
    pub description: String,
    /// A shorter title for the same.
    pub seo_title: String,
    /// What the cover shows.
    pub cover_alt: String,
    /// The line under the cover.
    pub cover_caption: String,
}

/// What somebody is writing and hasn't saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkingCopy {
    /// The version it was made from; 0 if it is the first.
    pub based_on: i64,
    /// The text.
    pub typed: Typed,
    /// When it was kept.
    pub saved_at: Timestamp,
}

/// A text as readers would see it, if it were published now.
#[derive(Clone, Debug)]
pub struct Preview {
    /// As far as everyone may see it.
    pub reading: Reading,
    pub(crate) remainder: Option<Half>,
}

impl Preview {
    /// The other half, for somebody who is entitled to the whole of the story.
    #[must_use]
    pub fn remainder(&self, proof: &Entitled) -> Option<&Half> {
        self.remainder.as_ref().filter(|_| proof.article() == self.reading.article)
    }
}
