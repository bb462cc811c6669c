//! What every search engine can do, and the words it is spoken to in.
//!
//! An engine keeps one document per published translation. It has two sides, and who has one has
//! not the other: a [`Searcher`] answers the site's [`Query`]s and can change nothing, an
//! [`Indexer`] is told of changes in [`Batch`]es by the [`Worker`](crate::Worker). An engine
//! remembers how far in the outbox it has come; it never claims to know a change before that change
//! is durable, so whatever happens to the process, it may be behind but not ahead.
//!
//! **What a reader may not read doesn't exist for them.** The other half of an article is matched,
//! counted, weighed and quoted only for readers whose [`Reach`] covers its access rule. For all
//! others the answer is the same, byte for byte, as if it had not been written.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use content::{Document, TermKind};
use jiff::Timestamp;
use kernel::{Access, ArticleId, Locale, OutboxSeq, Reach, TranslationId};
use serde::{Deserialize, Serialize};

use crate::fingerprint::Fingerprint;

/// Deepest hit that can be paged to; who looks further had better ask differently.
pub const DEEPEST: usize = 10_000;
/// Most hits in one answer.
pub const MOST: usize = 100;

/// The side of an engine that readers see.
#[async_trait]
pub trait Searcher: Send + Sync + 'static {
    /// The stories that answer a query. Takes any text; fails only if the engine can't answer at
    /// all, never because of what was typed.
    async fn search(&self, query: &Query) -> Result<Results, SearchError>;

    /// Stories whose titles, and sections, tags and authors whose names, go on as what was typed
    /// so far; at most `limit` of each. Open to everyone: it looks at nothing else.
    async fn suggest(&self, text: &str, locale: &Locale, limit: usize) -> Result<Suggestions, SearchError>;

    /// Size of the index.
    async fn health(&self) -> Result<Health, SearchError>;
}

/// The side of an engine that keeps its index.
#[async_trait]
pub trait Indexer: Send + Sync + 'static {
    /// Brings changes in. When it returns they are durable together with the cursor, and searches
    /// see them. Doing it twice changes nothing.
    async fn apply(&self, batch: Batch) -> Result<(), SearchError>;

    /// How far in the outbox the index has come; `None` if it has never been built.
    async fn cursor(&self) -> Result<Option<OutboxSeq>, SearchError>;

    /// Whether the index was made by other settings than this program's. It answers meanwhile, but
    /// is to be built anew.
    async fn is_outdated(&self) -> Result<bool, SearchError>;

    /// Begins a new index beside the one in use, which will hold all changes up to and including
    /// `up_to`; or goes on with one that was begun before and interrupted.
    async fn rebuild(&self, up_to: OutboxSeq) -> Result<Box<dyn Rebuild>, SearchError>;

    /// What is indexed of each translation. Reads the whole index: for `doctor` and tests.
    async fn fingerprints(&self) -> Result<BTreeMap<TranslationId, Fingerprint>, SearchError>;

    /// Whether nodes share the index, so that one of them at a time keeps it.
    fn is_shared(&self) -> bool;
}

/// Both sides of an engine.
pub trait SearchEngine: Searcher + Indexer {}

impl<T: Searcher + Indexer> SearchEngine for T {}

/// A new index under construction; searches go on in the old one. Dropped before it is finished,
/// it stays as far as it had come, and [`Indexer::rebuild`] goes on with it.
#[async_trait]
pub trait Rebuild: Send {
    /// How far it has come.
    fn reached(&self) -> Reached;

    /// Adds documents in the order of their translations' ids, each translation once.
    async fn add(&mut self, documents: Vec<Document>) -> Result<(), SearchError>;

    /// Swaps the new index in whole.
    async fn finish(self: Box<Self>) -> Result<(), SearchError>;
}

/// How far a new index has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reached {
    /// It holds all changes up to and including this one, in what it holds.
    pub up_to: OutboxSeq,
    /// The last translation added.
    pub last: Option<TranslationId>,
    /// How many were added.
    pub documents: u64,
}

/// What a reader asks.
#[derive(Clone, Debug)]
pub struct Query {
    /// As typed: words, all of which must be found; `"quoted phrases"`; `-excluded` words. The
    /// last word may be unfinished. Only the first words of an overlong query count.
    pub text: String,
    /// Language of the page; hits in it come first.
    pub locale: Locale,
    /// Other languages the reader reads, best first; their hits come next, then all others.
    pub known: Vec<Locale>,
    /// What the reader may read.
    pub reach: Reach,
    /// Hits to skip, up to [`DEEPEST`]; nothing is found beyond.
    pub offset: usize,
    /// Hits wanted, up to [`MOST`].
    pub limit: usize,
    /// Which of the stories found are wanted.
    pub filter: Filter,
    /// Which come first.
    pub order: Order,
    /// Words in the language of the page, each with what it finds too. See [`crate::Curation`].
    pub synonyms: Vec<(String, Vec<String>)>,
    /// Stories to put before all others, whether they match or not, if they are published. Only
    /// where the best come first: among the newest they have their place by date.
    pub pinned: Vec<ArticleId>,
    /// Whether words match of which the reader may not read the text.
    pub closed: ClosedWords,
    /// Texts that are taken for not there: they are no longer, or not for this reader, as they were
    /// when they were indexed.
    pub except: BTreeSet<TranslationId>,
}

/// What becomes of words in the half of a text that the reader may not read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClosedWords {
    /// They don't exist.
    #[default]
    Hidden,
    /// They match; what is shown of the text is what everyone may see. Then a search tells whether
    /// a word is in a text: for publishers who want that.
    Match,
}

impl Query {
    /// A query for the first hits, with no filter.
    #[must_use]
    pub fn new(text: impl Into<String>, locale: Locale, reach: Reach) -> Self {
        Self {
            text: text.into(),
            locale,
            known: Vec::new(),
            reach,
            offset: 0,
            limit: 10,
            filter: Filter::default(),
            order: Order::default(),
            synonyms: Vec::new(),
            pinned: Vec::new(),
            closed: ClosedWords::default(),
            except: BTreeSet::new(),
        }
    }
}

/// Which stories are wanted; what is not set doesn't matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only texts in this language.
    pub language: Option<Locale>,
    /// Only those that have all of these sections, tags and authors, by the editors' keys.
    pub labels: Vec<(TermKind, String)>,
    /// Only those under this access rule.
    pub access: Option<Access>,
    /// Only what was published at this time or later.
    pub from: Option<Timestamp>,
    /// Only what was published before this time.
    pub until: Option<Timestamp>,
}

/// Which hits come first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Those that match best in the language the reader prefers; a little better if they are new.
    #[default]
    Relevance,
    /// Those that were published last.
    Newest,
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// How many stories match, in whatever language.
    pub total: u64,
    /// Those asked for, best first.
    pub hits: Vec<Hit>,
    /// What the stories found have in common.
    pub counts: Counts,
    /// What was probably meant, where nothing has the words as they were typed and typing errors
    /// were forgiven.
    pub instead: Option<String>,
    /// What was perhaps meant, where few have the words as they were typed and many have others
    /// that are like them.
    pub perhaps: Option<String>,
    /// How far in the outbox the index had come that was asked; `None` if the engine can't say.
    pub up_to: Option<OutboxSeq>,
}

/// How many of the stories found would be left by a filter; most first, none that would leave
/// nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By language in which they match; a story may match in several.
    pub languages: Vec<(Locale, u64)>,
    /// By section, tag and author.
    pub labels: Vec<Label>,
    /// By access rule.
    pub access: Vec<(Access, u64)>,
}

/// A section, tag or author of stories found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Which of these it is.
    pub kind: TermKind,
    /// The editors' key.
    pub key: String,
    /// Its name in the reader's language, or in any if it has none there.
    pub name: String,
    /// How many stories have it.
    pub stories: u64,
}

/// What somebody may be about to type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// Stories, best first.
    pub stories: Vec<SuggestedStory>,
    /// Sections, tags and authors, those with most stories first.
    pub labels: Vec<Label>,
}

/// A story whose title goes on as what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestedStory {
    /// The text.
    pub translation: TranslationId,
    /// Its language.
    pub locale: Locale,
    /// Its title.
    pub title: String,
}

/// A story that matches, in the language that suits the reader best of those that match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The story.
    pub article: ArticleId,
    /// The text that matches.
    pub translation: TranslationId,
    /// Its language.
    pub locale: Locale,
    /// The version that was indexed.
    pub version: i64,
    /// The access rule under which it was indexed. If this or the version is another now, neither
    /// the match nor the snippet may be for this reader any more.
    pub access: Access,
    /// A passage the reader may read, if possible with the words sought.
    pub snippet: Vec<Fragment>,
}

/// A stretch of plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// The text; not escaped for anything.
    pub text: String,
    /// It is what was sought.
    pub marked: bool,
}

/// Changes that belong together.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The cursor that the index has, if that matters: another may have been swapped in since it was
    /// asked for, and then nothing is done ([`SearchError::Exchanged`]).
    pub after: Option<OutboxSeq>,
    /// Documents to add or to put in place of what is there of the same translation.
    pub put: Vec<Document>,
    /// Translations that are no longer published.
    pub remove: Vec<TranslationId>,
    /// With these changes the index has all up to and including this one.
    pub up_to: OutboxSeq,
}

/// The state of an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Health {
    /// Translations indexed.
    pub documents: u64,
    /// Space taken on disk, in bytes, where the engine tells.
    pub bytes: Option<u64>,
}

/// Why an engine couldn't do as it was told.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// There is no index to search yet.
    #[error("the search index is being built; try again in a moment")]
    Building,
    /// Another index was swapped in; ask it how far it has come.
    #[error("another search index was swapped in meanwhile")]
    Exchanged,
    /// The engine doesn't answer. It may be starting, or gone.
    #[error("the search engine can't be reached: {0}")]
    Unreachable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The engine doesn't accept the key.
    #[error("the search engine refuses the key: {0}; `gazette search provision` makes the keys anew")]
    Refused(String),
    /// The index can't be read or written.
    #[error("the search index failed: {0}; if this persists, `gazette reindex` builds a new one")]
    Failed(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The folder of the index can't be read or written.
    #[error(
        "can't use the search index in its folder: {0}; check that it can be written and that the disk isn't full"
    )]
    Folder(#[from] std::io::Error),
    /// The work was given up, because the process is shutting down or because of a bug.
    #[error("the search was interrupted: {0}")]
    Interrupted(#[from] tokio::task::JoinError),
}

impl From<tantivy::TantivyError> for SearchError {
    fn from(error: tantivy::TantivyError) -> Self {
        Self::Failed(Box::new(error))
    }
}
