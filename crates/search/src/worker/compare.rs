//! Whether the index agrees with the database, and putting right what doesn't.

use std::collections::BTreeMap;

use content::Document;
use kernel::{OutboxSeq, TranslationId};
use tokio_util::sync::CancellationToken;

use super::lease::Work;
use super::pages::Pages;
use super::{Worker, WorkerError};
use crate::engine::Batch;
use crate::fingerprint::Fingerprint;

/// How an index differs from the database.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// How many texts are published.
    pub published: u64,
    /// How many texts are in the index.
    pub indexed: u64,
    /// Published, but not in the index.
    pub missing: Vec<TranslationId>,
    /// In the index as it was before.
    pub outdated: Vec<TranslationId>,
    /// In the index, but not published.
    pub surplus: Vec<TranslationId>,
}

impl Difference {
    /// Whether there is none.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.missing.is_empty() && self.outdated.is_empty() && self.surplus.is_empty()
    }
}

impl Worker {
    /// Compares the index with the database. Reads all of both; what changes meanwhile may show up
    /// as a difference.
    pub async fn compare(&self) -> Result<Difference, WorkerError> {
        let mut indexed = self.engine.fingerprints().await?;
        let mut difference = Difference { indexed: indexed.len() as u64, ..Difference::default() };
        let mut pages = Pages::of(&self.store);
        while let Some(page) = pages.next().await? {
            difference.published += page.len() as u64;
            for document in &page {
                match indexed.remove(&document.translation) {
                    None => difference.missing.push(document.translation),
                    Some(found) if found == Fingerprint::of(document) => {}
                    Some(_) => difference.outdated.push(document.translation),
                }
            }
        }
        difference.surplus = indexed.into_keys().collect();
        Ok(difference)
    }

    /// Makes the index agree with the database. Reads all of both, but writes only what differs.
    pub async fn reconcile(&self) -> Result<(), WorkerError> {
        let _pass = self.pass.lock().await;
        // Read before the documents: what changes meanwhile is then brought in once more.
        let up_to = self.store.outbox_head().await?;
        self.in_turn(Work::Following, self.repair(up_to, &CancellationToken::new())).await
    }

    /// Makes the index agree with the database and moves its cursor, in the end, to `up_to`.
    /// Reads all, but writes only what differs.
    pub(super) async fn repair(
        &self,
        up_to: OutboxSeq,
        cancel: &CancellationToken,
    ) -> Result<(), WorkerError> {
        let after = self.engine.cursor().await?;
        let before = after.unwrap_or(0);
        let mut indexed = self.engine.fingerprints().await?;
        let mut pages = Pages::of(&self.store);
        while let Some(page) = pages.next().await? {
            let put = differing(&mut indexed, page);
            if !put.is_empty() {
                self.engine.apply(Batch { after, put, remove: Vec::new(), up_to: before }).await?;
            }
            if cancel.is_cancelled() {
                return Err(WorkerError::Stopped);
            }
        }
        let remove = indexed.into_keys().collect();
        self.engine.apply(Batch { after, put: Vec::new(), remove, up_to }).await?;
        Ok(())
    }
}

/// The documents that are not indexed as they are; takes all of them off the list.
fn differing(indexed: &mut BTreeMap<TranslationId, Fingerprint>, page: Vec<Document>) -> Vec<Document> {
    let differs =
        |document: &Document| indexed.remove(&document.translation) != Some(Fingerprint::of(document));
    page.into_iter().filter(differs).collect()
}
