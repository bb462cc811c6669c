//! Brings every change from the database into the search engine.
//!
//! The worker reads the outbox from where the engine has come, looks up how what changed is *now*,
//! and hands that over in batches. The engine moves its cursor only when what came before is
//! durable, so a worker killed at any moment goes on where the index is, and doing something twice
//! changes nothing.
//!
//! Where the outbox doesn't help (an index that is empty, made by other settings, behind what the
//! outbox still remembers, or ahead of a database that was restored), a new index is built from the
//! database and swapped in whole. Changes go on into the one in use meanwhile.
//!
//! The embedded engine is each node's own, so each node runs a worker of its own. Of an engine that
//! nodes share, one worker at a time is the keeper ([`lease`]).

mod build;
mod compare;
mod lease;
mod pages;
mod step;

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use content::store::Entry;
use content::{Document, Store, StoreError};
use kernel::OutboxSeq;
use tokio::sync::Mutex;
use tokio_util::sync::CancellationToken;
use tracing::Instrument;

pub use self::build::Progress;
pub use self::compare::Difference;
use self::lease::Work;
use self::step::{Concerned, Step};
use crate::engine::{Batch, Indexer, SearchError};

/// How long to sleep when nothing wakes us: other processes' changes don't.
const POLL: Duration = Duration::from_millis(500);
/// First pause after a failure; it doubles with each further one.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
/// Longest pause after a failure.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// Articles looked up at a time.
const ARTICLES: usize = 20;
/// Text handed to the engine at a time, in bytes; a single document may be more.
const BATCH_BYTES: usize = 4_000_000;

/// Keeps an engine's index up to date with a store.
pub struct Worker {
    store: Store,
    engine: Arc<dyn Indexer>,
    /// Who this is, among the workers of all nodes.
    owner: String,
    /// Held for a pass, so that two in one process don't do the same work.
    pass: Mutex<()>,
    /// Which leases are held in that pass.
    held: std::sync::Mutex<Vec<Work>>,
    /// The index is known not to be outdated.
    current: AtomicBool,
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
    /// Another worker is at it.
    #[error("another process is doing the same; it is done when that one is")]
    Taken,
    /// It was told to stop.
    #[error("indexing was stopped; it goes on where it was when it is started again")]
    Stopped,
}

impl WorkerError {
    /// Whether something doesn't answer: asking again costs it nothing, and the sooner it is asked,
    /// the sooner what was withdrawn meanwhile is gone.
    fn is_down(&self) -> bool {
        matches!(self, Self::Store(_) | Self::Engine(SearchError::Unreachable(_) | SearchError::Folder(_)))
    }
}

impl Worker {
    /// A worker; it does nothing until it is told to.
    #[must_use]
    pub fn new(store: Store, engine: Arc<dyn Indexer>) -> Self {
        let owner = format!("process {}", std::process::id());
        let (pass, held, current) = (Mutex::new(()), std::sync::Mutex::default(), AtomicBool::new(false));
        Self { store, engine, owner, pass, held, current }
    }

    /// The same under a name that no other worker of any node has. Needed where nodes share an
    /// engine.
    #[must_use]
    pub fn called(mut self, owner: String) -> Self {
        self.owner = owner;
        self
    }

    /// Keeps the index up to date until cancelled: at once after this process's changes, within
    /// half a second after others'. Failures are logged and tried again: every half second while
    /// something doesn't answer, ever more rarely if it does and refuses.
    pub async fn run(&self, cancel: CancellationToken) {
        let mut changed = self.store.watch();
        let mut failures = 0;
        loop {
            let pause = match self.pass(&cancel).instrument(tracing::info_span!("index")).await {
                Ok(_) => {
                    count("done");
                    if failures > 0 {
                        tracing::info!(failures, "the search index is up to date again");
                    }
                    failures = 0;
                    POLL
                }
                // Another one does it.
                Err(WorkerError::Taken) => POLL,
                Err(WorkerError::Stopped) => return,
                Err(error) => {
                    let pause = if error.is_down() { FIRST_PAUSE } else { backoff(failures) };
                    failures += 1;
                    count("failed");
                    // An hour of silence is a dozen lines, not thousands.
                    if failures == 1 || failures % 64 == 0 || pause == LONGEST_PAUSE {
                        tracing::error!(%error, failures, "the search index can't be brought up to date");
                    }
                    pause + self.jitter(failures, pause)
                }
            };
            // None wakes us when the store is gone, and then there is only the poll.
            let woken = async {
                if failures > 0 || changed.changed().await.is_err() {
                    std::future::pending::<()>().await;
                }
            };
            sleep(pause, woken, &cancel).await;
            if cancel.is_cancelled() {
                return;
            }
        }
    }

    /// Brings the index up to date now, and says how far it has come then.
    pub async fn catch_up(&self) -> Result<OutboxSeq, WorkerError> {
        self.pass(&CancellationToken::new()).await
    }

    async fn pass(&self, cancel: &CancellationToken) -> Result<OutboxSeq, WorkerError> {
        let _pass = self.pass.lock().await;
        let cursor = self.engine.cursor().await?;
        // Most passes find nothing to do, and then nobody need be kept from doing it too.
        if let (Step::Nothing(cursor), false) = (step::next(&self.store, cursor).await?, self.must_check()) {
            return Ok(cursor);
        }
        self.alone(Work::Following, Box::pin(self.follow(cancel))).await
    }

    /// Does all there is to do.
    async fn follow(&self, cancel: &CancellationToken) -> Result<OutboxSeq, WorkerError> {
        loop {
            if cancel.is_cancelled() {
                return Err(WorkerError::Stopped);
            }
            let cursor = self.engine.cursor().await?;
            let done = match step::next(&self.store, cursor).await? {
                Step::Nothing(cursor) => {
                    if !self.must_check() {
                        return Ok(cursor);
                    }
                    self.build_if_outdated(cancel).await.map(|()| self.current.store(true, Ordering::SeqCst))
                }
                Step::Changes(changes) => self.bring_in(cursor.unwrap_or(0), changes).await,
                Step::CompareAll(up_to) => self.repair(up_to, cancel).await,
                Step::Build(reason) => self.build_because(reason, cancel).await,
            };
            match done {
                // It has another cursor now.
                Err(WorkerError::Engine(SearchError::Exchanged)) => {}
                done => done?,
            }
        }
    }

    fn must_check(&self) -> bool {
        !self.current.load(Ordering::SeqCst)
    }

    async fn build_if_outdated(&self, cancel: &CancellationToken) -> Result<(), WorkerError> {
        if self.engine.is_outdated().await? {
            self.build_because("it was made by other settings", cancel).await?;
        }
        Ok(())
    }

    /// Brings in what the changes concern, as it is now. The cursor moves with the last batch.
    async fn bring_in(&self, before: OutboxSeq, changes: Vec<Entry>) -> Result<(), WorkerError> {
        let up_to = changes.last().map_or(before, |last| last.seq);
        let Concerned { articles, mut gone } = Concerned::by(changes);
        let articles: Vec<_> = articles.into_iter().collect();
        let mut put: Vec<Document> = Vec::new();
        let mut bytes = 0;
        for articles in articles.chunks(ARTICLES) {
            for document in self.store.documents_of(articles).await? {
                gone.remove(&document.translation);
                bytes += size(&document);
                put.push(document);
                if bytes >= BATCH_BYTES {
                    let put = std::mem::take(&mut put);
                    self.engine
                        .apply(Batch { after: Some(before), put, remove: vec![], up_to: before })
                        .await?;
                    bytes = 0;
                }
            }
        }
        let remove = gone.into_iter().collect();
        Ok(self.engine.apply(Batch { after: Some(before), put, remove, up_to }).await?)
    }

    /// Part of a pause, another for each worker and each time, so that not all come back at once.
    fn jitter(&self, failures: u32, pause: Duration) -> Duration {
        let hash = kernel::hash::hash_parts([self.owner.as_bytes(), &failures.to_be_bytes()]);
        let share = hash.get(..2).and_then(|digits| u32::from_str_radix(digits, 16).ok()).unwrap_or(0);
        pause * share / 1_024
    }
}

impl std::fmt::Debug for Worker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Worker").finish_non_exhaustive()
    }
}

/// The pause after this many failures before this one.
fn backoff(failures: u32) -> Duration {
    (FIRST_PAUSE * 2u32.saturating_pow(failures.min(10))).min(LONGEST_PAUSE)
}

/// Bytes of a document's texts.
fn size(document: &Document) -> usize {
    document.title.len() + document.standfirst.len() + document.teaser.len() + document.remainder.len()
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
