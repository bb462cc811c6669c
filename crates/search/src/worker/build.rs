//! A new index from the database.

use tokio_util::sync::CancellationToken;

use super::lease::Work;
use super::pages::Pages;
use super::step::{self, Step};
use super::{Worker, WorkerError};
use crate::engine::SearchError;

/// How far a building has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Translations in the new index.
    pub done: u64,
    /// Of them, those that an interrupted building had left.
    pub before: u64,
    /// Translations to be in it when it is finished; may change while it is built.
    pub total: u64,
}

impl Worker {
    /// Builds a new index from the database and swaps it in, or goes on with one that was
    /// interrupted; searches go on meanwhile, and changes go on into the index in use. Tells
    /// `progress` how far it is, and gives the number of translations in the end.
    ///
    /// Where nodes share the index, a running server follows the changes; it is not kept from it.
    pub async fn rebuild(
        &self,
        progress: &(dyn Fn(Progress) + Sync),
        cancel: &CancellationToken,
    ) -> Result<u64, WorkerError> {
        let _pass = self.pass.lock().await;
        self.build(progress, cancel).await
    }

    pub(super) async fn build_because(
        &self,
        reason: &str,
        cancel: &CancellationToken,
    ) -> Result<(), WorkerError> {
        tracing::info!(reason, "building the search index");
        let indexed = self.build(&|_| {}, cancel).await?;
        tracing::info!(indexed, "built the search index");
        Ok(())
    }

    async fn build(
        &self,
        progress: &(dyn Fn(Progress) + Sync),
        cancel: &CancellationToken,
    ) -> Result<u64, WorkerError> {
        self.alone(Work::Building, async {
            // Read before the documents: what changes meanwhile is then brought in once more.
            let up_to = self.store.outbox_head().await?;
            let mut building = self.engine.rebuild(up_to).await?;
            let begun = building.reached();
            let total = self.store.count_documents().await?;
            let mut pages = Pages::after(&self.store, begun.last);
            let mut done = begun.documents;
            while let Some(documents) = pages.next().await? {
                building.add(documents).await?;
                done = building.reached().documents;
                progress(Progress { done, before: begun.documents, total: total.max(done) });
                if cancel.is_cancelled() {
                    return Err(WorkerError::Stopped);
                }
                self.keep_the_one_in_use().await?;
            }
            self.in_turn(Work::Following, async { Ok(building.finish().await?) }).await?;
            Ok(done)
        })
        .await
    }

    /// Changes to texts reach the index in use also while a new one is built. Of those that any text
    /// may show it hears when that is done.
    async fn keep_the_one_in_use(&self) -> Result<(), WorkerError> {
        let cursor = self.engine.cursor().await?;
        let Some(before) = cursor else { return Ok(()) };
        let Step::Changes(changes) = step::next(&self.store, cursor).await? else { return Ok(()) };
        match self.alone(Work::Following, self.bring_in(before, changes)).await {
            // Another worker does it.
            Err(WorkerError::Taken | WorkerError::Engine(SearchError::Exchanged)) => Ok(()),
            done => done,
        }
    }
}
