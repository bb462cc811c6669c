//! An engine that fails when it is told to.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use kernel::{OutboxSeq, TranslationId};
use search::{Batch, Fingerprint, Indexer, Rebuild, SearchError};

use super::Both;

/// Where the next apply goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Nothing of the batch is committed.
    Before,
    /// All of it is committed, but the caller never hears of it.
    After,
}

#[derive(Clone)]
pub(crate) struct Faulty {
    engine: Both,
    faults: Arc<Mutex<Vec<Fault>>>,
    pub(crate) applied: Arc<AtomicUsize>,
    pub(crate) rebuilt: Arc<AtomicUsize>,
}

impl Faulty {
    pub(crate) fn new(engine: Both) -> Self {
        Self { engine, faults: Arc::default(), applied: Arc::default(), rebuilt: Arc::default() }
    }

    pub(crate) fn fail_next(&self, fault: Fault) {
        self.faults.lock().expect("no panic").push(fault);
    }

    fn next_fault(&self) -> Option<Fault> {
        self.faults.lock().expect("no panic").pop()
    }
}

fn down() -> SearchError {
    SearchError::Folder(std::io::Error::other("the engine is down, as the test told it"))
}

#[async_trait]
impl Indexer for Faulty {
    async fn apply(&self, batch: Batch) -> Result<(), SearchError> {
        self.applied.fetch_add(1, Ordering::SeqCst);
        match self.next_fault() {
            Some(Fault::Before) => Err(down()),
            Some(Fault::After) => self.engine.apply(batch).await.and(Err(down())),
            None => self.engine.apply(batch).await,
        }
    }

    async fn cursor(&self) -> Result<Option<OutboxSeq>, SearchError> {
        self.engine.cursor().await
    }

    async fn is_outdated(&self) -> Result<bool, SearchError> {
        self.engine.is_outdated().await
    }

    async fn rebuild(&self, up_to: OutboxSeq) -> Result<Box<dyn Rebuild>, SearchError> {
        self.rebuilt.fetch_add(1, Ordering::SeqCst);
        self.engine.rebuild(up_to).await
    }

    async fn fingerprints(&self) -> Result<BTreeMap<TranslationId, Fingerprint>, SearchError> {
        self.engine.fingerprints().await
    }

    fn is_shared(&self) -> bool {
        self.engine.is_shared()
    }
}
