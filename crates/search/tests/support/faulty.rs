//! An engine that fails when it is told to.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use kernel::{Locale, OutboxSeq, TranslationId};
use search::{
    Batch, Embedded, Fingerprint, Health, Query, Rebuild, Results, SearchEngine, SearchError, Suggestions,
};

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
    engine: Embedded,
    faults: Arc<Mutex<Vec<Fault>>>,
    pub(crate) applied: Arc<AtomicUsize>,
    pub(crate) rebuilt: Arc<AtomicUsize>,
}

impl Faulty {
    pub(crate) fn new(engine: Embedded) -> Self {
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
impl SearchEngine for Faulty {
    async fn search(&self, query: &Query) -> Result<Results, SearchError> {
        self.engine.search(query).await
    }

    async fn suggest(&self, text: &str, locale: &Locale, limit: usize) -> Result<Suggestions, SearchError> {
        self.engine.suggest(text, locale, limit).await
    }

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

    async fn rebuild(&self) -> Result<Box<dyn Rebuild>, SearchError> {
        self.rebuilt.fetch_add(1, Ordering::SeqCst);
        self.engine.rebuild().await
    }

    async fn health(&self) -> Result<Health, SearchError> {
        self.engine.health().await
    }

    async fn fingerprints(&self) -> Result<BTreeMap<TranslationId, Fingerprint>, SearchError> {
        self.engine.fingerprints().await
    }
}
