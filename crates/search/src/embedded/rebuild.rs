//! A new index beside the one in use.

use std::sync::Arc;

use async_trait::async_trait;
use content::Document;
use kernel::OutboxSeq;
use tantivy::IndexWriter;
use tokio::task::spawn_blocking;

use super::folder::Place;
use super::generation::Generation;
use super::{Index, writing};
use crate::engine::{Rebuild, SearchError};

/// Memory for building, in bytes: more makes fewer, larger segments.
const MEMORY: usize = 60_000_000;
/// Threads that analyse texts.
const THREADS: usize = 2;

/// An index under construction. If it is dropped before it is finished, its folder is removed.
pub(super) struct Building {
    index: Arc<Index>,
    /// None after a failure: then there is nothing to go on with.
    parts: Option<Parts>,
}

struct Parts {
    // In the order in which they have to go: the place keeps the folder from being swept away.
    writer: IndexWriter,
    generation: Generation,
    place: Place,
}

impl Building {
    pub(super) fn begin(index: Arc<Index>) -> Result<Self, SearchError> {
        let place = index.folder.make()?;
        let generation = Generation::create(&index.folder, place.name())?;
        let writer = writing::writer(&generation.index, THREADS, MEMORY)?;
        Ok(Self { index, parts: Some(Parts { writer, generation, place }) })
    }

    fn take(&mut self) -> Result<Parts, SearchError> {
        let failed = || std::io::Error::other("building has failed before; begin again");
        Ok(self.parts.take().ok_or_else(failed)?)
    }
}

#[async_trait]
impl Rebuild for Building {
    async fn add(&mut self, documents: Vec<Document>) -> Result<(), SearchError> {
        let parts = self.take()?;
        let work = move || -> Result<Parts, SearchError> {
            for document in &documents {
                writing::add(&parts.writer, &parts.generation.fields, document)?;
            }
            Ok(parts)
        };
        self.parts = Some(spawn_blocking(work).await??);
        Ok(())
    }

    async fn finish(mut self: Box<Self>, up_to: OutboxSeq) -> Result<(), SearchError> {
        let parts = self.take()?;
        let index = Arc::clone(&self.index);
        spawn_blocking(move || parts.finish(&index, up_to)).await?
    }
}

impl Parts {
    fn finish(mut self, index: &Index, up_to: OutboxSeq) -> Result<(), SearchError> {
        writing::commit_with_cursor(&mut self.writer, up_to)?;
        writing::merge_all(&self.generation.index, &mut self.writer)?;
        self.writer.wait_merging_threads()?;
        self.generation.reload()?;
        let _writing = index.writing();
        index.folder.point_at(self.place.name())?;
        index.exchange(self.generation);
        index.folder.sweep();
        Ok(())
    }
}

impl Drop for Building {
    fn drop(&mut self) {
        if let Some(parts) = self.parts.take() {
            drop(parts);
            self.index.folder.sweep();
        }
    }
}
