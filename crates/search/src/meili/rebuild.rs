//! New indexes beside those in use.
//!
//! They are built under names of their own, with all that is known of them, and then all change
//! names with those in use in one task: a search sees all of the old or all of the new.

use std::collections::BTreeSet;
use std::time::Duration;

use async_trait::async_trait;
use content::Document;
use kernel::OutboxSeq;
use meilisearch_sdk::client::SwapIndexes;

use super::keeping::{Keeper, State};
use super::server::soon;
use super::settings::version;
use crate::engine::{Reached, Rebuild, SearchError};

/// Documents sent at once, and their text in bytes: the server is fastest with many.
const DOCUMENTS: usize = 1_000;
const BYTES: usize = 8_000_000;

/// How long a swap may take; others' tasks may come before it.
const PATIENCE: Duration = Duration::from_mins(10);
/// First and longest pause before looking whether it is done.
const FIRST_PAUSE: Duration = Duration::from_millis(10);
const LONGEST_PAUSE: Duration = Duration::from_millis(500);

/// Indexes under construction.
pub(super) struct Building {
    /// Of those in use.
    used: Keeper,
    /// Of the new ones.
    new: Keeper,
    state: State,
    /// How far it will be when all that waits is written.
    reached: Reached,
    waiting: Vec<Document>,
    bytes: usize,
}

impl Building {
    /// Goes on with indexes that were not finished, if they were begun by these settings and know no
    /// more than `up_to`, or begins them.
    pub(super) async fn begin(used: Keeper, up_to: OutboxSeq) -> Result<Self, SearchError> {
        let new = Keeper { names: used.names.next(), ..used.clone() };
        let unfinished = new.state().await?.filter(|state| state.version == version());
        let goes_on = unfinished.and_then(|state| Some((state.building?, state)));
        let goes_on = goes_on.filter(|(reached, _)| reached.up_to <= up_to);
        let (reached, state) = if let Some(goes_on) = goes_on {
            goes_on
        } else {
            new.clear().await?;
            let reached = Reached { up_to, ..Reached::default() };
            let mut state = new.begin().await?;
            state.building = Some(reached);
            new.write(&state).await?;
            (reached, state)
        };
        Ok(Self { used, new, state, reached, waiting: Vec::new(), bytes: 0 })
    }

    async fn write(&mut self) -> Result<(), SearchError> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        self.new.bring_in(&self.waiting, &[], &mut self.state).await?;
        self.state.building = Some(self.reached);
        self.new.write(&self.state).await?;
        (self.waiting, self.bytes) = (Vec::new(), 0);
        Ok(())
    }

    /// Waits until the new index is the one in use. The task itself is seen only by keys for all
    /// indexes of a server, so what it does is looked for.
    async fn swapped(&self) -> Result<(), SearchError> {
        let waiting = async {
            let mut pause = FIRST_PAUSE;
            while self.used.state().await?.as_ref() != Some(&self.state) {
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
            Ok(())
        };
        tokio::time::timeout(PATIENCE, waiting).await.map_err(|late| SearchError::Failed(Box::new(late)))?
    }
}

#[async_trait]
impl Rebuild for Building {
    fn reached(&self) -> Reached {
        self.reached
    }

    async fn add(&mut self, documents: Vec<Document>) -> Result<(), SearchError> {
        for document in documents {
            self.reached.last = Some(document.translation);
            self.reached.documents += 1;
            self.bytes += document.teaser.len() + document.remainder.len();
            self.waiting.push(document);
            if self.waiting.len() >= DOCUMENTS || self.bytes >= BYTES {
                self.write().await?;
            }
        }
        Ok(())
    }

    async fn finish(mut self: Box<Self>) -> Result<(), SearchError> {
        self.write().await?;
        // Names are exchanged in pairs, so each index needs one of the other kind.
        let used = self.used.state().await?;
        let old = used.as_ref().map(|used| used.rules.clone()).unwrap_or_default();
        self.state.generation = used.map_or(0, |used| used.generation) + 1;
        let rules: BTreeSet<String> = self.state.rules.union(&old).cloned().collect();
        let (mut pairs, mut counterparts) = (Vec::new(), Vec::new());
        for rule in rules.iter().filter_map(|rule| rule.parse().ok()) {
            counterparts.push((self.used.names.full(&rule), self.new.names.full(&rule)));
        }
        counterparts.push((self.used.names.open(), self.new.names.open()));
        for (used, new) in counterparts {
            for index in [&used, &new] {
                self.new.ensure(index).await?;
            }
            // One that has just been made must know the fields that it may be asked for.
            self.new.set(&new, &self.state).await?;
            pairs.push((used, new));
        }
        self.used.ensure(&self.used.names.meta()).await?;
        pairs.push((self.used.names.meta(), self.new.names.meta()));
        self.state.rules = rules;
        (self.state.building, self.state.cursor) = (None, Some(self.reached.up_to));
        self.new.write(&self.state).await?;
        let swaps: Vec<SwapIndexes> =
            pairs.into_iter().map(|indexes| SwapIndexes { indexes, rename: None }).collect();
        soon(self.new.server.sdk.swap_indexes(&swaps)).await?;
        self.swapped().await?;
        self.new.clear().await
    }
}

impl Keeper {
    /// Removes all indexes of these names.
    async fn clear(&self) -> Result<(), SearchError> {
        for name in self.server.indexes().await?.iter().filter(|name| self.names.has(name)) {
            self.server.run(self.server.sdk.delete_index(name)).await?;
        }
        Ok(())
    }
}
