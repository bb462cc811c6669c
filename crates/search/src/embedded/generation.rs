//! One open index, and what is known of it as of its last commit.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use kernel::OutboxSeq;
use serde::{Deserialize, Serialize};
use tantivy::directory::MmapDirectory;
use tantivy::{Index, IndexReader, IndexSettings, ReloadPolicy, Searcher};

use super::columns::Columns;
use super::dictionaries::Dictionaries;
use super::folder::Folder;
use super::held::Kept;
use super::schema::{self, Fields, SCHEMA};
use super::tokens::tokenizers;
use crate::engine::{Reached, SearchError};

/// Size of a block of stored text, in bytes: a hit is shown at the cost of decompressing one.
const BLOCK: usize = 4_096;
/// Decompressed blocks that are kept for each segment.
const BLOCKS_KEPT: usize = 32;

/// An index, open for reading.
pub(super) struct Generation {
    name: String,
    path: PathBuf,
    pub(super) index: Index,
    pub(super) fields: Fields,
    reader: IndexReader,
    view: RwLock<Arc<View>>,
}

/// An index as it was at one commit. Searches work on one view from beginning to end.
pub(super) struct View {
    pub(super) searcher: Searcher,
    pub(super) fields: Fields,
    pub(super) columns: Columns,
    pub(super) dictionaries: Dictionaries,
    /// How far in the outbox it has come.
    pub(super) cursor: Option<OutboxSeq>,
    /// Words of texts that somebody holds singly.
    pub(super) kept: Kept,
    /// It was begun by a program that indexes otherwise than this one.
    pub(super) outdated: bool,
    /// How far it had come, if it is not finished.
    pub(super) reached: Option<Reached>,
    commit: u64,
}

/// What is committed together with the documents.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Payload {
    schema: u32,
    cursor: OutboxSeq,
    /// Only in an index that is not finished.
    #[serde(default)]
    building: Option<Reached>,
}

impl Payload {
    /// Of an index that this program has begun.
    pub(super) fn new(cursor: OutboxSeq) -> Self {
        Self { schema: SCHEMA, cursor, building: None }
    }

    /// Of an index that is not finished.
    pub(super) fn building(reached: Reached) -> Self {
        Self { schema: SCHEMA, cursor: reached.up_to, building: Some(reached) }
    }
}

impl Generation {
    /// Makes an empty index in an empty folder.
    pub(super) fn create(folder: &Folder, name: &str) -> Result<Self, SearchError> {
        let path = folder.path(name);
        let (schema, fields) = schema::schema();
        let settings = IndexSettings { docstore_blocksize: BLOCK, ..IndexSettings::default() };
        let directory = MmapDirectory::open(&path).map_err(tantivy::TantivyError::from)?;
        let index = Index::create(directory, schema, settings)?;
        Self::new(name, path, index, fields)
    }

    /// Opens an index. One of another schema can be read if it has the same fields: its words may be
    /// cut otherwise, so it answers a little worse until it is built anew.
    pub(super) fn open(folder: &Folder, name: &str) -> Result<Self, SearchError> {
        let path = folder.path(name);
        let index = Index::open_in_dir(&path)?;
        let Some(fields) = schema::fields_of(&index.schema()) else {
            let other = "it has other fields than this program knows".to_owned();
            return Err(tantivy::TantivyError::SchemaError(other).into());
        };
        Self::new(name, path, index, fields)
    }

    fn new(name: &str, path: PathBuf, mut index: Index, fields: Fields) -> Result<Self, SearchError> {
        index.set_tokenizers(tokenizers());
        let builder = index.reader_builder().reload_policy(ReloadPolicy::Manual);
        let reader = builder.doc_store_cache_num_blocks(BLOCKS_KEPT).try_into()?;
        let view = RwLock::new(Arc::new(View::of(&index, &reader, fields)?));
        Ok(Self { name: name.to_owned(), path, index, fields, reader, view })
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// What to commit with changes up to `cursor`. An index that is outdated stays so.
    pub(super) fn payload(&self, cursor: OutboxSeq) -> Payload {
        let payload = Payload::new(cursor);
        if self.view().outdated { Payload { schema: 0, ..payload } } else { payload }
    }

    /// The index as of its last commit that this process knows of.
    pub(super) fn view(&self) -> Arc<View> {
        Arc::clone(&self.view.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes in the last commit.
    pub(super) fn reload(&self) -> Result<(), SearchError> {
        self.reader.reload()?;
        let view = Arc::new(View::of(&self.index, &self.reader, self.fields)?);
        *self.view.write().unwrap_or_else(PoisonError::into_inner) = view;
        Ok(())
    }

    /// Takes in the last commit if another process made it.
    pub(super) fn refresh(&self) -> Result<(), SearchError> {
        if self.index.load_metas()?.opstamp == self.view().commit { Ok(()) } else { self.reload() }
    }
}

impl View {
    fn of(index: &Index, reader: &IndexReader, fields: Fields) -> Result<Self, SearchError> {
        let metas = index.load_metas()?;
        let payload = metas.payload.as_deref().and_then(|json| serde_json::from_str::<Payload>(json).ok());
        let searcher = reader.searcher();
        Ok(Self {
            fields,
            columns: Columns::read(&searcher)?,
            dictionaries: Dictionaries::open(&searcher, &fields)?,
            cursor: payload.as_ref().map(|payload| payload.cursor),
            outdated: payload.as_ref().is_some_and(|payload| payload.schema != SCHEMA),
            reached: payload.and_then(|payload| payload.building),
            kept: Kept::default(),
            commit: metas.opstamp,
            searcher,
        })
    }
}
