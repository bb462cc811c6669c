//! What readers see.

use jiff::Timestamp;
use kernel::{Access, ArticleId, Locale, TranslationId};

use super::{Kind, TermLink};
use crate::markdown::{BlockId, Staleness};
use crate::media::Focus;

/// A published text as far as everyone may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The story.
    pub article: ArticleId,
    /// The story in this language.
    pub translation: TranslationId,
    /// The version that is live.
    pub version: i64,
    /// Story or page.
    pub kind: Kind,
    /// For whom all of it is.
    pub access: Access,
    /// Its language.
    pub locale: Locale,
    /// The language the story was written in.
    pub source_locale: Locale,
    /// The last part of its address.
    pub slug: String,
    /// The title as text.
    pub title: String,
    /// The title with its emphasis, as HTML.
    pub title_html: String,
    /// Under the title.
    pub standfirst: String,
    /// For search results and previews.
    pub description: String,
    /// A shorter title for the same.
    pub seo_title: Option<String>,
    /// When it was first published; pages have none.
    pub published_at: Option<Timestamp>,
    /// When it was brought up to date.
    pub updated_at: Option<Timestamp>,
    /// Minutes of reading, both halves.
    pub minutes: u32,
    /// Words, both halves.
    pub words: u32,
    /// The visible half.
    pub teaser_html: String,
    /// Its words.
    pub teaser_text: String,
    /// Whether there is another half.
    pub has_remainder: bool,
    /// The picture over it.
    pub cover: Option<Cover>,
    /// Its section.
    pub section: Option<TermLink>,
    /// Its tags.
    pub tags: Vec<TermLink>,
    /// Its authors.
    pub authors: Vec<TermLink>,
    /// Every published translation of the story, this one included, in the site's order.
    pub editions: Vec<Edition>,
    /// What changed in the source since this was translated, if anything did.
    pub staleness: Option<Stale>,
}

/// A picture over a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// Its address.
    pub hash: String,
    /// Width of the original in pixels.
    pub width: u32,
    /// Height of the original in pixels.
    pub height: u32,
    /// What it shows, in the text's language.
    pub alt: String,
    /// The line under it, in the text's language.
    pub caption: String,
    /// Who made it.
    pub credit: String,
    /// What stays in view where it is cut.
    pub focus: Focus,
}

/// A story in one language, by name and address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The story in that language.
    pub translation: TranslationId,
    /// The language.
    pub locale: Locale,
    /// The last part of its address.
    pub slug: String,
    /// The title as text.
    pub title: String,
    /// When it was first published; pages have none.
    pub published_at: Option<Timestamp>,
    /// When it was brought up to date.
    pub updated_at: Option<Timestamp>,
}

/// The source has moved on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// The source as it is published now.
    pub source: Edition,
    /// Blocks of the source that read differently now.
    pub changed: Vec<BlockId>,
    /// Blocks of the source that are new.
    pub added: Vec<BlockId>,
    /// How many blocks are gone.
    pub removed: usize,
    /// Those among the changed and the new that stand in the source's visible half.
    pub visible: Vec<BlockId>,
}

impl Stale {
    /// `teaser` is the source's visible half, as HTML.
    pub(crate) fn new(source: Edition, difference: Staleness, teaser: &str) -> Self {
        let Staleness { changed, added, removed } = difference;
        let stands = |block: &&BlockId| teaser.contains(&format!("id=\"{block}\""));
        let visible = changed.iter().chain(&added).filter(stands).cloned().collect();
        Self { source, changed, added, removed, visible }
    }
}

/// A text in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The story.
    pub article: ArticleId,
    /// The story in this language.
    pub translation: TranslationId,
    /// The version that is live.
    pub version: i64,
    /// Its language.
    pub locale: Locale,
    /// The last part of its address.
    pub slug: String,
    /// The title as text.
    pub title: String,
    /// The title with its emphasis, as HTML.
    pub title_html: String,
    /// Under the title.
    pub standfirst: String,
    /// For whom all of it is.
    pub access: Access,
    /// When it was first published; pages have none.
    pub published_at: Option<Timestamp>,
    /// When it was brought up to date.
    pub updated_at: Option<Timestamp>,
    /// Minutes of reading.
    pub minutes: u32,
    /// The picture over it.
    pub cover: Option<Cover>,
    /// Its section.
    pub section: Option<TermLink>,
    /// Its authors.
    pub authors: Vec<TermLink>,
}

/// A page of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The texts of this page.
    pub cards: Vec<Card>,
    /// Texts in the whole list.
    pub total: u64,
}

/// The stories before and after one, by date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// The next newer.
    pub newer: Option<Card>,
    /// The next older.
    pub older: Option<Card>,
}

/// A text's addresses in all its languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The story.
    pub article: ArticleId,
    /// Story or page.
    pub kind: Kind,
    /// When the newest of its translations was published or brought up to date.
    pub changed_at: Timestamp,
    /// Language and slug of each published translation.
    pub editions: Vec<(Locale, String)>,
}

/// A published text as the search index takes it, both halves. Not for readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The story in this language.
    pub translation: TranslationId,
    /// The story.
    pub article: ArticleId,
    /// The version that is live.
    pub version: i64,
    /// Its language.
    pub locale: Locale,
    /// The title as text.
    pub title: String,
    /// Under the title.
    pub standfirst: String,
    /// Words of the visible half, a line a block.
    pub teaser: String,
    /// Words of the other half, a line a block; empty if there is none.
    pub remainder: String,
    /// Its section, tags and authors, named in its language where they have a name there.
    pub terms: Vec<TermLink>,
    /// For whom all of it is.
    pub access: Access,
    /// When it was first published; pages have none.
    pub published_at: Option<Timestamp>,
}

/// What a story is called, for those who ask about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The story.
    pub article: ArticleId,
    /// The language of the title.
    pub locale: Locale,
    /// The last part of its address in that language.
    pub slug: String,
    /// Its title in that language.
    pub title: String,
    /// When the first of its published texts was published.
    pub first_published_at: Timestamp,
}
