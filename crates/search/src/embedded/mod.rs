//! The engine in the binary: a Tantivy index in a folder, one for each node.
//!
//! Keeping it:
//! - [`folder`] lays out the folder: numbered indexes and a pointer to the one in use;
//! - [`schema`] says what an index holds and how its terms are spelt, [`tokens`] spells them;
//! - [`generation`] is one open index and what is known of it at its last commit: [`columns`] of
//!   its documents and [`dictionaries`] of its words;
//! - [`writing`] turns documents into entries and commits them together with the cursor;
//! - [`rebuild`] makes a new index beside the one in use.
//!
//! Answering from it:
//! - [`matching`] turns a question into [`clause`]s, each with the [`ways`] in which it can be
//!   found, also with typing errors ([`likeness`]);
//! - [`held`] looks into the few texts that a reader holds singly;
//! - [`postings`] reads for each way the [`list`] of texts, and lists are put together;
//! - [`stories`] makes one hit of a story, [`counting`] what the hits have in common;
//! - [`reading`] puts the answer together, [`suggesting`] the shorter one while somebody types.
//!
//! Tantivy keeps the index; its queries and collectors are used for phrases only. Lists know that
//! a text is in one language and that words come in several forms, and so are several times as
//! fast.
//!
//! # Nothing leaks
//! The words of an article's other half are spelt with its access rule in front. A query names,
//! for each of its words, just the rules that the reader's reach covers, so postings of closed
//! texts are not filtered out but never looked up: they have no influence on matches, scores,
//! counts, corrections or the time an answer takes. Single articles that a reader holds are read
//! from the store, not from the postings. What analysis remembers of closed texts serves no query
//! ([`crate::analysis::Origin`]).
//!
//! # Memory
//! Writers live for one batch, 15 MB at most. What is searched is mapped from the files; the
//! operating system keeps of it what it has room for. Columns are in memory, some 40 bytes a text.

mod clause;
mod columns;
mod counting;
mod dictionaries;
mod folder;
mod generation;
mod held;
mod likeness;
mod list;
mod matching;
mod postings;
mod reading;
mod rebuild;
mod schema;
mod stories;
mod suggesting;
mod tokens;
mod ways;
mod writing;

use std::collections::BTreeMap;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use async_trait::async_trait;
use kernel::{Locale, OutboxSeq, TranslationId};
use tokio::sync::{Semaphore, oneshot};
use tokio::task::spawn_blocking;

use self::folder::Folder;
use self::generation::Generation;
use self::rebuild::Building;
use crate::engine::{
    Batch, Health, Indexer, MOST, Query, Rebuild, Results, SearchError, Searcher, Suggestions,
};
use crate::fingerprint::Fingerprint;

/// The embedded engine; cheap to clone.
#[derive(Clone)]
pub struct Embedded(Arc<Opening>);

/// An index that is opened when it is first needed, and tried again as long as that fails.
struct Opening {
    path: PathBuf,
    index: Mutex<Option<Arc<Index>>>,
}

/// The folder and the index in use.
struct Index {
    /// One search a core at a time: more wouldn't be faster, and each needs memory.
    searches: Semaphore,
    folder: Folder,
    current: RwLock<Arc<Generation>>,
    /// Held while the index in use is written or exchanged.
    writing: Mutex<()>,
}

impl Embedded {
    /// The engine over the index in a folder. Nothing is opened yet, so nothing can fail: a folder
    /// that can't be used makes searches fail until it can.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        Self(Arc::new(Opening { path: folder.to_owned(), index: Mutex::new(None) }))
    }

    /// Opens the index in a folder, or makes an empty one. An index that can't be read is replaced by
    /// an empty one, which the worker then builds; so is one with other fields than this program's.
    /// One that was made otherwise, but has the same fields, answers until the new one is built.
    ///
    /// Blocks on files: call it before serving.
    pub fn open(folder: &Path) -> Result<Self, SearchError> {
        let engine = Self::at(folder);
        engine.0.open()?;
        Ok(engine)
    }

    async fn index(&self) -> Result<Arc<Index>, SearchError> {
        if let Some(index) = &*self.0.lock() {
            return Ok(Arc::clone(index));
        }
        let opening = Arc::clone(&self.0);
        spawn_blocking(move || opening.open()).await?
    }

    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Index) -> Result<T, SearchError> + Send + 'static,
    ) -> Result<T, SearchError> {
        let index = self.index().await?;
        spawn_blocking(move || work(&index)).await?
    }
}

impl Opening {
    fn lock(&self) -> MutexGuard<'_, Option<Arc<Index>>> {
        // It holds all of an index or none.
        self.index.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn open(&self) -> Result<Arc<Index>, SearchError> {
        let mut opened = self.lock();
        if let Some(index) = &*opened {
            return Ok(Arc::clone(index));
        }
        let index = Arc::new(Index::open(&self.path)?);
        *opened = Some(Arc::clone(&index));
        Ok(index)
    }
}

impl std::fmt::Debug for Embedded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Embedded").field("folder", &self.0.path).finish_non_exhaustive()
    }
}

impl Index {
    fn open(path: &Path) -> Result<Self, SearchError> {
        let folder = Folder::open(path)?;
        let current = match folder.current()?.map(|name| Generation::open(&folder, &name)) {
            Some(Ok(generation)) => generation,
            found => {
                if let Some(Err(error)) = found {
                    tracing::warn!(%error, "the search index can't be read and is built anew");
                }
                let place = folder.make()?;
                let generation = Generation::create(&folder, place.name())?;
                folder.point_at(place.name())?;
                place.finish()?;
                generation
            }
        };
        folder.sweep();
        Ok(Self {
            searches: Semaphore::new(std::thread::available_parallelism().map_or(1, NonZero::get)),
            folder,
            current: RwLock::new(Arc::new(current)),
            writing: Mutex::new(()),
        })
    }

    /// The index in use, as another process (`gazette reindex`) may have exchanged it.
    fn current(&self) -> Arc<Generation> {
        let loaded = Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner));
        match self.folder.current() {
            Ok(Some(name)) if name != loaded.name() => match Generation::open(&self.folder, &name) {
                Ok(generation) => self.exchange(generation),
                Err(error) => {
                    tracing::warn!(%error, "the new search index can't be opened; the old one stays in use");
                    loaded
                }
            },
            _ => loaded,
        }
    }

    fn exchange(&self, generation: Generation) -> Arc<Generation> {
        let generation = Arc::new(generation);
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        current.clone_from(&generation);
        generation
    }

    fn writing(&self) -> MutexGuard<'_, ()> {
        // The lock guards no data that a panic could leave half changed.
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Searcher for Embedded {
    async fn search(&self, query: &Query) -> Result<Results, SearchError> {
        let (index, query) = (self.index().await?, query.clone());
        // The semaphore is never closed.
        let _turn = index.searches.acquire().await;
        self.blocking(move |index| reading::search(&index.current().view(), &query)).await
    }

    async fn suggest(&self, text: &str, locale: &Locale, limit: usize) -> Result<Suggestions, SearchError> {
        let (index, text, locale) = (self.index().await?, text.to_owned(), locale.clone());
        let _turn = index.searches.acquire().await;
        self.blocking(move |index| {
            suggesting::suggest(&index.current().view(), &text, &locale, limit.min(MOST))
        })
        .await
    }

    async fn health(&self) -> Result<Health, SearchError> {
        self.blocking(|index| {
            let generation = index.current();
            let documents = generation.view().searcher.num_docs();
            Ok(Health { documents, bytes: Some(folder::size(generation.path())?) })
        })
        .await
    }
}

#[async_trait]
impl Indexer for Embedded {
    async fn apply(&self, batch: Batch) -> Result<(), SearchError> {
        let index = self.index().await?;
        let (committed, answer) = oneshot::channel();
        let work = spawn_blocking(move || {
            let _writing = index.writing();
            let generation = index.current();
            match writing::commit(&generation, &batch) {
                Ok(writer) => {
                    // Whoever waits need not wait for segments to be merged.
                    let _ = committed.send(Ok(()));
                    writing::merge(&generation, writer);
                }
                Err(error) => {
                    let _ = committed.send(Err(error));
                }
            }
        });
        match answer.await {
            Ok(outcome) => outcome,
            // Nothing was sent: the work has panicked or was never begun.
            Err(_) => work.await.map_err(SearchError::from),
        }
    }

    async fn cursor(&self) -> Result<Option<OutboxSeq>, SearchError> {
        self.blocking(|index| {
            let generation = index.current();
            generation.refresh()?;
            Ok(generation.view().cursor)
        })
        .await
    }

    async fn is_outdated(&self) -> Result<bool, SearchError> {
        self.blocking(|index| Ok(index.current().view().outdated)).await
    }

    async fn rebuild(&self, up_to: OutboxSeq) -> Result<Box<dyn Rebuild>, SearchError> {
        let index = self.index().await?;
        let building = spawn_blocking(move || Building::begin(index, up_to)).await??;
        Ok(Box::new(building))
    }

    async fn fingerprints(&self) -> Result<BTreeMap<TranslationId, Fingerprint>, SearchError> {
        self.blocking(|index| reading::fingerprints(&index.current().view())).await
    }

    /// Each node has a folder of its own.
    fn is_shared(&self) -> bool {
        false
    }
}
