//! The search engine that is configured.

use std::sync::Arc;

use anyhow::{Context, Result};
use search::{Embedded, Indexer, Meili, MeiliAddress, Searcher};

use crate::config::{Config, Engine as Kind};

/// Its two sides; who only serves readers needs no key for the other.
pub(crate) struct Engine {
    pub(crate) searcher: Arc<dyn Searcher>,
    pub(crate) indexer: Option<Arc<dyn Indexer>>,
    /// Of the site, if it is a server's.
    pub(crate) meili: Option<Meili>,
}

impl Engine {
    /// The engine as configured. Nothing is opened or asked yet: whatever is wrong with it, all
    /// else works.
    pub(crate) fn of(config: &Config) -> Result<Self> {
        let search = &config.search;
        match search.engine {
            Kind::Embedded => {
                let engine = Arc::new(Embedded::at(&config.data_dir.join("index")));
                Ok(Self { searcher: engine.clone(), indexer: Some(engine), meili: None })
            }
            Kind::Meilisearch => {
                let meili = |key: &str| -> Result<Meili> {
                    let url = search.url.as_ref().context("search.url is not set: where is Meilisearch?")?;
                    let (url, key, prefix) = (url.to_string(), key.to_owned(), search.prefix.clone());
                    Meili::at(&MeiliAddress { url, key, prefix })
                        .context("search can't be used as configured")
                };
                let search_key = search.search_key.as_deref();
                let site = meili(
                    search_key
                        .context("search.search_key is not set; `gazette search provision` makes the keys")?,
                )?;
                let indexer = search.index_key.as_deref().map(meili).transpose()?;
                Ok(Self {
                    searcher: Arc::new(site.clone()),
                    indexer: indexer.map(|indexer| Arc::new(indexer) as Arc<dyn Indexer>),
                    meili: Some(site),
                })
            }
        }
    }
}
