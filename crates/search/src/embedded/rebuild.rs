//! A new index beside the one in use.

use std::sync::Arc;

use async_trait::async_trait;
use content::Document;
use kernel::OutboxSeq;
use tantivy::IndexWriter;
use tokio::task::spawn_blocking;

use super::folder::Place;
use super::generation::{Generation, Payload};
use super::{Index, writing};
use crate::engine::{Reached, Rebuild, SearchError};

/// Memory for building, in bytes: more makes fewer, larger segments.
const MEMORY: usize = 60_000_000;
/// Threads that analyse texts.
const THREADS: usize = 2;
/// Documents between two commits: what an interrupted building loses at most.
const COMMIT_AFTER: u64 = 5_000;

/// An index under construction. Its segments are merged once, in the end. Dropped before anything of it was committed, it is removed.
pub(super) struct Building {
    index: Arc<Index>,
    reached: Reached,
    commit_after: u64,
    /// None after a failure: then there is nothing to go on with.
    parts: Option<Parts>,
}

struct Parts {
    // In the order in which they have to go: the place keeps the folder from being swept away.
    writer: IndexWriter,
    generation: Generation,
    place: Place,
    /// Documents of which the last commit knows.
    committed: u64,
}

impl Building {
    /// Goes on with an index that was not finished, if there is one that knows no more than
    /// `up_to`, or begins one.
    pub(super) fn begin(index: Arc<Index>, up_to: OutboxSeq) -> Result<Self, SearchError> {
        while let Some(place) = index.folder.unfinished()? {
            let generation = match Generation::open(&index.folder, place.name()) {
                Ok(generation) => generation,
                Err(error) => {
                    tracing::info!(%error, "an unfinished search index can't be gone on with");
                    place.discard();
                    continue;
                }
            };
            let view = generation.view();
            match view.reached.filter(|reached| !view.outdated && reached.up_to <= up_to) {
                Some(reached) => return Self::new(index, generation, place, reached),
                None => place.discard(),
            }
        }
        let place = index.folder.make()?;
        let generation = Generation::create(&index.folder, place.name())?;
        Self::new(index, generation, place, Reached { up_to, ..Reached::default() })
    }

    fn new(
        index: Arc<Index>,
        generation: Generation,
        place: Place,
        reached: Reached,
    ) -> Result<Self, SearchError> {
        let writer = writing::writer(&generation.index, THREADS, MEMORY)?;
        let parts = Parts { writer, generation, place, committed: reached.documents };
        Ok(Self { index, reached, commit_after: COMMIT_AFTER, parts: Some(parts) })
    }

    fn take(&mut self) -> Result<Parts, SearchError> {
        let failed = || std::io::Error::other("building has failed before; begin again");
        Ok(self.parts.take().ok_or_else(failed)?)
    }
}

#[async_trait]
impl Rebuild for Building {
    fn reached(&self) -> Reached {
        self.reached
    }

    async fn add(&mut self, documents: Vec<Document>) -> Result<(), SearchError> {
        let Some(last) = documents.last().map(|document| document.translation) else { return Ok(()) };
        let mut parts = self.take()?;
        self.reached.last = Some(last);
        self.reached.documents += documents.len() as u64;
        let (reached, commit_after) = (self.reached, self.commit_after);
        let work = move || -> Result<Parts, SearchError> {
            for document in &documents {
                writing::add(&parts.writer, &parts.generation.fields, document)?;
            }
            if reached.documents - parts.committed >= commit_after {
                writing::commit_with(&mut parts.writer, &Payload::building(reached))?;
                parts.committed = reached.documents;
            }
            Ok(parts)
        };
        self.parts = Some(spawn_blocking(work).await??);
        Ok(())
    }

    async fn finish(mut self: Box<Self>) -> Result<(), SearchError> {
        let (parts, up_to) = (self.take()?, self.reached.up_to);
        let index = Arc::clone(&self.index);
        spawn_blocking(move || parts.finish(&index, up_to)).await?
    }
}

impl Parts {
    fn finish(mut self, index: &Index, up_to: OutboxSeq) -> Result<(), SearchError> {
        writing::commit_with(&mut self.writer, &Payload::new(up_to))?;
        writing::merge_all(&self.generation.index, &mut self.writer)?;
        self.writer.wait_merging_threads()?;
        self.generation.reload()?;
        let _writing = index.writing();
        index.folder.point_at(self.place.name())?;
        self.place.finish()?;
        index.exchange(self.generation);
        index.folder.sweep();
        Ok(())
    }
}

impl Drop for Building {
    fn drop(&mut self) {
        if let Some(Parts { writer, generation, place, committed }) = self.parts.take()
            && committed == 0
        {
            drop((writer, generation));
            place.discard();
        }
    }
}

#[cfg(test)]
mod tests {
    use content::Document;
    use kernel::access::Access;
    use uuid::Uuid;

    use super::*;
    use crate::embedded::Embedded;

    fn document(number: u128) -> Document {
        Document {
            translation: Uuid::from_u128(number).into(),
            article: Uuid::from_u128(number).into(),
            version: 1,
            locale: "de".parse().expect("a locale"),
            title: format!("Geschichte {number}"),
            standfirst: String::new(),
            teaser: String::new(),
            remainder: String::new(),
            terms: Vec::new(),
            access: Access::Public,
            published_at: None,
        }
    }

    /// Eight segments of a size are what Tantivy merges by itself, at the last commit as likely as at
    /// any other.
    #[tokio::test]
    async fn however_many_segments_a_building_makes_it_is_finished() {
        for segments in 7..12 {
            let folder = tempfile::tempdir().expect("a folder");
            let index = Embedded::open(folder.path()).expect("opened").index().await.expect("an index");
            let mut building = Building::begin(Arc::clone(&index), 0).expect("begun");
            building.commit_after = 1;
            for number in 1..=segments {
                building.add(vec![document(number)]).await.expect("added");
            }
            Box::new(building).finish().await.expect("finished");
            assert_eq!(index.current().view().searcher.segment_readers().len(), 1, "{segments} segments");
        }
    }
}
