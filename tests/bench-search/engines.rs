//! The engines that are measured, each asked in its own way for the same thing.

use std::path::Path;
use std::sync::Arc;

use content::Document;
use kernel::access::{Held, Holding};
use kernel::{ArticleId, Locale, Reach, Standing};
use search::{Batch, Embedded, Indexer, Order, Query, Searcher};
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

/// Ours, as a subscriber uses it.
#[derive(Clone)]
pub(crate) struct Ours {
    engine: Embedded,
    reach: Arc<Reach>,
}

impl Ours {
    /// Builds an index, as `gazette reindex` does.
    pub(crate) async fn build(folder: &Path, documents: &[Document]) -> Self {
        let engine = Embedded::open(folder).expect("opens");
        let mut building = engine.rebuild(1).await.expect("begun");
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
        Self { engine, reach: Arc::new(reach) }
    }

    /// Publishes one more document, and says when it is found.
    pub(crate) async fn publish(&self, document: Document) {
        let word = document.title.clone();
        let locale = document.locale.clone();
        self.engine
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
        let found = self.engine.search(&query).await.expect("an answer");
        found.hits.iter().map(|hit| hit.article).collect()
    }

    pub(crate) async fn ask(&self, ask: Ask, text: &str, locale: &Locale) -> Vec<Uuid> {
        if ask == Ask::Suggestions {
            let found = self.engine.suggest(text, locale, 6).await.expect("an answer");
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
        let found = self.engine.search(&query).await.expect("an answer");
        found.hits.iter().map(|hit| hit.translation.as_uuid()).collect()
    }
}
