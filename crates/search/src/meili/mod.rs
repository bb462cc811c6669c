//! The engine that nodes share: a Meilisearch server.
//!
//! - [`server`] talks to it through `meilisearch-sdk`, waits for its tasks and names its failures;
//! - [`names`] says how our indexes are called, [`settings`] how they are set;
//! - [`story`] turns the texts of a story into documents, [`tokens`] spells their words;
//! - [`keeping`] brings changes in, [`rebuild`] makes new indexes beside those in use;
//! - [`catalogue`] is what is known of all that is indexed, [`places`] where a reader may look;
//! - [`asking`] turns a question into queries, [`answering`] what comes back into an answer;
//! - [`keys`] makes the two keys, and proves that the site's can do nothing but search.
//!
//! # One analysis
//! The server is given words that are cut, folded and stemmed already, by the same
//! [`analysis`](crate::analysis) as the embedded engine's, so that both find the same. What it adds
//! is finding them: beginnings, words with typing errors, phrases, order and counts.
//!
//! # One story, one hit
//! A document is a story in all its languages, with fields of their own for each (`title_de`). Each
//! language is asked by itself, in its own fields; the server puts the answers together, and since
//! a story is one document, it is one hit, and totals and counts are exact.
//!
//! # Nothing leaks
//! A server answers from all words it has: typing errors and beginnings are looked up among the
//! words of an index, whatever the filter. So texts are in several indexes: the visible halves of
//! all stories in one, and for each access rule another with the whole texts of the stories under
//! it. A story is looked for in exactly one of them: in that of its rule if the reader's reach
//! covers the rule, in the visible one if not (ADR 24). What a reader may not read is in no index
//! that is asked for them.

mod alike;
mod answering;
mod asking;
mod catalogue;
mod keeping;
mod keys;
mod names;
mod places;
mod rebuild;
mod server;
mod settings;
mod story;
mod tokens;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::RwLock;

use self::catalogue::Known;
pub use self::keys::{Keys, provision};
use self::names::Names;
use self::server::Server;
use crate::engine::SearchError;

/// How long what is known of all that is indexed is believed.
const FRESH: Duration = Duration::from_secs(1);

/// A Meilisearch server as an engine; cheap to clone. What it may do is a matter of its key: the
/// site's can only search.
#[derive(Clone)]
pub struct Meili(Arc<Remote>);

struct Remote {
    server: Server,
    names: Names,
    /// For how long `known` is believed.
    fresh: Duration,
    known: RwLock<Option<Known>>,
}

/// Where a Meilisearch server is, and how to speak to it.
#[derive(Clone, PartialEq, Eq)]
pub struct MeiliAddress {
    /// Such as `http://127.0.0.1:7700`.
    pub url: String,
    /// One of the keys that [`provision`] makes.
    pub key: String,
    /// What the names of all its indexes begin with: lower-case letters, digits and hyphens.
    pub prefix: String,
}

impl std::fmt::Debug for MeiliAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MeiliAddress")
            .field("url", &self.url)
            .field("prefix", &self.prefix)
            .finish_non_exhaustive()
    }
}

impl Meili {
    /// The engine at this address. Nothing is asked yet, so a server that is down is no failure.
    pub fn at(address: &MeiliAddress) -> Result<Self, SearchError> {
        let server = Server::at(&address.url, &address.key)?;
        let names = Names::new(&address.prefix)?;
        Ok(Self(Arc::new(Remote { server, names, fresh: FRESH, known: RwLock::default() })))
    }

    /// The same, but what is known of all that is indexed is asked for anew each time: what was just
    /// brought in is found even if it is the first of its language.
    #[must_use]
    pub fn always_fresh(self) -> Self {
        let Remote { server, names, .. } = &*self.0;
        let (server, names) = (server.clone(), names.clone());
        Self(Arc::new(Remote { server, names, fresh: Duration::ZERO, known: RwLock::default() }))
    }
}

impl std::fmt::Debug for Meili {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Meili").field("names", &self.0.names).finish_non_exhaustive()
    }
}
