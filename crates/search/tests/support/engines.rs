//! The engines on which the contract's tests run.
//!
//! The embedded one and Meilisearch, the latter always against a stand-in that knows the API, and
//! against a real server where one is named.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use async_trait::async_trait;
use kernel::{Locale, OutboxSeq, TranslationId};
use search::{
    Batch, Embedded, Fingerprint, Health, Indexer, Meili, MeiliAddress, Query, Rebuild, Results, SearchError,
    Searcher, Suggestions,
};

use super::fake::{Fake, MASTER};

/// Numbers the publications that one process makes on a server.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// Which engine a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum On {
    Embedded,
    /// Meilisearch's client, against the stand-in.
    Fake,
    /// The same, against the server in `GAZETTE_TEST_MEILI_URL`.
    Meilisearch,
}

/// The two sides of an engine; on a server, each with the key that it would have.
#[derive(Clone)]
pub(crate) struct Both {
    pub(crate) searcher: Arc<dyn Searcher>,
    pub(crate) indexer: Arc<dyn Indexer>,
}

/// Where an engine of a test keeps its index.
#[derive(Clone)]
pub(crate) enum Home {
    Folder(Arc<tempfile::TempDir>),
    Server { url: String, master: String, prefix: String, fake: Option<Fake> },
}

impl Home {
    /// None where a real server is asked for and none is named.
    pub(crate) async fn new(on: On) -> Option<Self> {
        match on {
            On::Embedded => Some(Self::Folder(Arc::new(tempfile::tempdir().expect("a folder")))),
            On::Fake => {
                let fake = Fake::start().await;
                let (url, master) = (fake.url.clone(), MASTER.to_owned());
                Some(Self::Server { url, master, prefix: "test".to_owned(), fake: Some(fake) })
            }
            On::Meilisearch => {
                let Ok(url) = std::env::var("GAZETTE_TEST_MEILI_URL") else {
                    eprintln!(
                        "SKIPPED on a real Meilisearch: GAZETTE_TEST_MEILI_URL and GAZETTE_TEST_MEILI_KEY name none"
                    );
                    return None;
                };
                let number = NEXT.fetch_add(1, Ordering::SeqCst);
                let prefix = format!("test-{}-{number}", std::process::id());
                let master = std::env::var("GAZETTE_TEST_MEILI_KEY").expect("the master key, beside the URL");
                Some(Self::Server { url, master, prefix, fake: None })
            }
        }
    }

    /// The engine there; each time as another process would open it.
    pub(crate) async fn open(&self) -> Both {
        match self {
            Self::Folder(folder) => {
                let engine = Arc::new(Embedded::open(folder.path()).expect("opens"));
                Both { searcher: engine.clone(), indexer: engine }
            }
            Self::Server { url, master, prefix, .. } => {
                let keys = search::provision(url, master, prefix).await.expect("keys");
                let meili = |key: String| {
                    let address = MeiliAddress { url: url.clone(), key, prefix: prefix.clone() };
                    Arc::new(Meili::at(&address).expect("an engine").always_fresh())
                };
                Both { searcher: meili(keys.search), indexer: meili(keys.index) }
            }
        }
    }

    pub(crate) fn fake(&self) -> Option<&Fake> {
        match self {
            Self::Server { fake, .. } => fake.as_ref(),
            Self::Folder(_) => None,
        }
    }
}

#[async_trait]
impl Searcher for Both {
    async fn search(&self, query: &Query) -> Result<Results, SearchError> {
        self.searcher.search(query).await
    }

    async fn suggest(&self, text: &str, locale: &Locale, limit: usize) -> Result<Suggestions, SearchError> {
        self.searcher.suggest(text, locale, limit).await
    }

    async fn health(&self) -> Result<Health, SearchError> {
        self.searcher.health().await
    }
}

#[async_trait]
impl Indexer for Both {
    async fn apply(&self, batch: Batch) -> Result<(), SearchError> {
        self.indexer.apply(batch).await
    }

    async fn cursor(&self) -> Result<Option<OutboxSeq>, SearchError> {
        self.indexer.cursor().await
    }

    async fn is_outdated(&self) -> Result<bool, SearchError> {
        self.indexer.is_outdated().await
    }

    async fn rebuild(&self, up_to: OutboxSeq) -> Result<Box<dyn Rebuild>, SearchError> {
        self.indexer.rebuild(up_to).await
    }

    async fn fingerprints(&self) -> Result<BTreeMap<TranslationId, Fingerprint>, SearchError> {
        self.indexer.fingerprints().await
    }

    fn is_shared(&self) -> bool {
        self.indexer.is_shared()
    }
}

/// Runs each test on all engines, in modules `embedded`, `fake` and `meilisearch`.
macro_rules! on_engines {
    ($($(#[$meta:meta])* async fn $name:ident($on:ident: On) $body:block)+) => {
        $($(#[$meta])* async fn $name($on: On) $body)+
        mod embedded {
            $(#[tokio::test] async fn $name() { super::$name(super::On::Embedded).await; })+
        }
        mod fake {
            $(#[tokio::test] async fn $name() { super::$name(super::On::Fake).await; })+
        }
        mod meilisearch {
            $(#[tokio::test] async fn $name() { super::$name(super::On::Meilisearch).await; })+
        }
    };
}
pub(crate) use on_engines;

/// The same, and on both databases.
macro_rules! on_engines_and_databases {
    ($($(#[$meta:meta])* async fn $name:ident($db:ident: TestDb, $on:ident: On) $body:block)+) => {
        $($(#[$meta])* async fn $name($db: TestDb, $on: On) $body)+
        mod embedded {
            test_db::both! { $(async fn $name(db: TestDb) { crate::$name(db, crate::On::Embedded).await; })+ }
        }
        mod fake {
            test_db::both! { $(async fn $name(db: TestDb) { crate::$name(db, crate::On::Fake).await; })+ }
        }
        mod meilisearch {
            test_db::both! { $(async fn $name(db: TestDb) { crate::$name(db, crate::On::Meilisearch).await; })+ }
        }
    };
}
pub(crate) use on_engines_and_databases;
