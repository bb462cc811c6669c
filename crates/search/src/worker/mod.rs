//! Brings every change from the database into the search engine.
//!
//! The worker reads the outbox from where the engine has come, looks up how what changed is *now*,
//! and hands that over as one batch. The engine commits documents and cursor together, so a worker
//! killed at any moment goes on where the index is, and doing something twice changes nothing.
//!
//! Where the outbox doesn't help (an index that is empty, of another schema, behind what the outbox
//! still remembers, or ahead of a database that was restored), a new index is built from the
//! database and swapped in whole.
//!
//! The embedded engine is each node's own, so each node runs a worker of its own and none needs a
//! lease. For an engine that nodes share, one worker at a time holds the outbox's lease
//! ([`content::Store::lease`]) around each pass.

mod compare;
mod pages;
mod step;

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use content::{Store, StoreError};
use kernel::OutboxSeq;
use tokio::sync::Mutex;
use tokio_util::sync::CancellationToken;
use tracing::Instrument;

pub use self::compare::Difference;
use self::pages::Pages;
use self::step::Step;
use crate::engine::{SearchEngine, SearchError};

/// How long to sleep when nothing wakes us: other processes' changes don't.
const POLL: Duration = Duration::from_millis(500);
/// First pause after a failure; it doubles with each further one.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
/// Longest pause after a failure.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// Keeps an engine's index up to date with a store.
pub struct Worker {
    store: Store,
    engine: Arc<dyn SearchEngine>,
    /// Held for a pass, so that two in one process don't do the same work.
    pass: Mutex<()>,
}

/// Why the index could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum WorkerError {
    /// The content can't be read.
    #[error("can't read what is to be indexed: {0}")]
    Store(#[from] StoreError),
    /// The engine failed.
    #[error(transparent)]
    Engine(#[from] SearchError),
    /// It was told to stop.
    #[error("indexing was stopped; it goes on where it was when it is started again")]
    Stopped,
}

impl Worker {
    /// A worker; it does nothing until it is told to.
    #[must_use]
    pub fn new(store: Store, engine: Arc<dyn SearchEngine>) -> Self {
        Self { store, engine, pass: Mutex::new(()) }
    }

    /// Keeps the index up to date until cancelled: at once after this process's changes, within
    /// half a second after others'. Failures are logged and tried again, ever more rarely.
    pub async fn run(&self, cancel: CancellationToken) {
        let mut changed = self.store.watch();
        let mut pause = FIRST_PAUSE;
        loop {
            match self.pass(&cancel).instrument(tracing::info_span!("index")).await {
                Ok(_) => {
                    count("done");
                    pause = FIRST_PAUSE;
                    // None wakes us when it is gone, and then there is only the poll.
                    let woken = async {
                        if changed.changed().await.is_err() {
                            std::future::pending::<()>().await;
                        }
                    };
                    sleep(POLL, woken, &cancel).await;
                }
                Err(WorkerError::Stopped) => {}
                Err(error) => {
                    count("failed");
                    tracing::error!(%error, again_in = ?pause, "the search index can't be brought up to date");
                    sleep(pause, std::future::pending(), &cancel).await;
                    pause = (pause * 2).min(LONGEST_PAUSE);
                }
            }
            if cancel.is_cancelled() {
                return;
            }
        }
    }

    /// Brings the index up to date now, and says how far it has come then.
    pub async fn catch_up(&self) -> Result<OutboxSeq, WorkerError> {
        self.pass(&CancellationToken::new()).await
    }

    /// Builds a new index from the database and swaps it in; searches go on meanwhile. Tells
    /// `progress` how many translations are done, and gives their number in the end.
    pub async fn rebuild(&self, progress: &(dyn Fn(u64) + Sync)) -> Result<u64, WorkerError> {
        let _pass = self.pass.lock().await;
        self.build(progress, &CancellationToken::new()).await
    }

    async fn pass(&self, cancel: &CancellationToken) -> Result<OutboxSeq, WorkerError> {
        let _pass = self.pass.lock().await;
        loop {
            if cancel.is_cancelled() {
                return Err(WorkerError::Stopped);
            }
            let cursor = self.engine.cursor().await?;
            match step::next(&self.store, cursor).await? {
                Step::Nothing(cursor) => return Ok(cursor),
                Step::Changes(changes) => self.engine.apply(step::batch(&self.store, changes).await?).await?,
                Step::CompareAll(up_to) => self.repair(up_to, cancel).await?,
                Step::Build(reason) => {
                    tracing::info!(reason, "building the search index");
                    let indexed = self.build(&|_| {}, cancel).await?;
                    tracing::info!(indexed, "built the search index");
                }
            }
        }
    }

    async fn build(
        &self,
        progress: &(dyn Fn(u64) + Sync),
        cancel: &CancellationToken,
    ) -> Result<u64, WorkerError> {
        // Read before the documents: what changes meanwhile is then brought in once more.
        let up_to = self.store.outbox_head().await?;
        let mut building = self.engine.rebuild().await?;
        let mut indexed = 0;
        let mut pages = Pages::of(&self.store);
        while let Some(documents) = pages.next().await? {
            indexed += documents.len() as u64;
            building.add(documents).await?;
            progress(indexed);
            if cancel.is_cancelled() {
                return Err(WorkerError::Stopped);
            }
        }
        building.finish(up_to).await?;
        Ok(indexed)
    }
}

impl std::fmt::Debug for Worker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Worker").finish_non_exhaustive()
    }
}

fn count(outcome: &'static str) {
    metrics::counter!("gazette_jobs_total", "job" => "index", "outcome" => outcome).increment(1);
}

/// Sleeps until it is time, or woken, or cancelled.
async fn sleep(time: Duration, woken: impl Future<Output = ()>, cancel: &CancellationToken) {
    tokio::select! {
        () = tokio::time::sleep(time) => {}
        () = woken => {}
        () = cancel.cancelled() => {}
    }
}
