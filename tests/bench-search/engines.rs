//! The engines that are measured, each asked in its own way for the same thing.

use std::path::Path;
use std::sync::Arc;

use content::Document;
use kernel::access::{Held, Holding};
use kernel::{ArticleId, Locale, Reach, Standing};
use search::{Batch, Embedded, Indexer, Meili, MeiliAddress, Order, Query, Searcher};
use uuid::Uuid;

/// Documents handed over at a time.
const AT_A_TIME: usize = 500;

/// What is asked of an engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    /// The ten best documents that have the words.
    Words,
    /// The same, the last word being the beginning of one.
    Beginning,
    /// The documents from the thousandth on.
    Deep,
    /// The newest first, of this year, with all counts.
    Filtered,
    /// What goes on as this does.
    Suggestions,
}

/// One of ours, as a subscriber uses it.
#[derive(Clone)]
pub(crate) struct Ours {
    searcher: Arc<dyn Searcher>,
    indexer: Arc<dyn Indexer>,
    reach: Arc<Reach>,
}

impl Ours {
    /// The engine in the binary.
    pub(crate) async fn embedded(folder: &Path, documents: &[Document]) -> Self {
        let engine = Arc::new(Embedded::open(folder).expect("opens"));
        Self::build(engine.clone(), engine, documents).await
    }

    /// The one on a Meilisearch server, with the keys that a site would have.
    pub(crate) async fn on_meilisearch(url: &str, master: &str, documents: &[Document]) -> Self {
        let prefix = format!("bench-{}", std::process::id());
        let keys = search::provision(url, master, &prefix).await.expect("keys");
        let meili = |key: String| {
            let address = MeiliAddress { url: url.to_owned(), key, prefix: prefix.clone() };
            Arc::new(Meili::at(&address).expect("an engine"))
        };
        Self::build(meili(keys.search), meili(keys.index), documents).await
    }

    /// Builds an index, as `gazette reindex` does.
    async fn build(searcher: Arc<dyn Searcher>, indexer: Arc<dyn Indexer>, documents: &[Document]) -> Self {
        let mut building = indexer.rebuild(1).await.expect("begun");
        for some in documents.chunks(AT_A_TIME) {
            building.add(some.to_vec()).await.expect("added");
        }
        building.finish().await.expect("finished");
        let holding = Holding {
            what: Held::Plan("plan".parse().expect("a plan")),
            from: jiff::Timestamp::MIN,
            until: None,
        };
        let reach = Standing::Member(vec![holding]).reach(jiff::Timestamp::UNIX_EPOCH);
        Self { searcher, indexer, reach: Arc::new(reach) }
    }

    /// Publishes one more document, and says when it is found.
    pub(crate) async fn publish(&self, document: Document) {
        let word = document.title.clone();
        let locale = document.locale.clone();
        self.indexer
            .apply(Batch { after: None, put: vec![document], remove: vec![], up_to: 2 })
            .await
            .expect("applied");
        while self.ask(Ask::Words, &word, &locale).await.is_empty() {
            tokio::task::yield_now().await;
        }
    }

    /// The stories found.
    pub(crate) async fn stories(&self, text: &str, page: &Locale) -> Vec<ArticleId> {
        let query = Query::new(text, page.clone(), Reach::clone(&self.reach));
        let found = self.searcher.search(&query).await.expect("an answer");
        found.hits.iter().map(|hit| hit.article).collect()
    }

    pub(crate) async fn ask(&self, ask: Ask, text: &str, locale: &Locale) -> Vec<Uuid> {
        if ask == Ask::Suggestions {
            let found = self.searcher.suggest(text, locale, 6).await.expect("an answer");
            return found.stories.iter().map(|story| story.translation.as_uuid()).collect();
        }
        let mut query = Query::new(text, locale.clone(), Reach::clone(&self.reach));
        match ask {
            Ask::Deep => query.offset = 1_000,
            Ask::Filtered => {
                query.order = Order::Newest;
                query.filter.from = "2025-01-01T00:00:00Z".parse().ok();
            }
            _ => {}
        }
        let found = self.searcher.search(&query).await.expect("an answer");
        found.hits.iter().map(|hit| hit.translation.as_uuid()).collect()
    }
}
