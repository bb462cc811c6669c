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
use crate::engine::SearchError;

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
    commit: u64,
}

/// What is committed together with the documents.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Payload {
    pub(super) schema: u32,
    pub(super) cursor: OutboxSeq,
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

    /// Opens an index.
    pub(super) fn open(folder: &Folder, name: &str) -> Result<Self, SearchError> {
        let path = folder.path(name);
        let index = Index::open_in_dir(&path)?;
        let (schema, fields) = schema::schema();
        if index.schema() != schema {
            let other = "its fields are not those of this schema number".to_owned();
            return Err(tantivy::TantivyError::SchemaError(other).into());
        }
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
            cursor: payload.filter(|payload| payload.schema == SCHEMA).map(|payload| payload.cursor),
            kept: Kept::default(),
            commit: metas.opstamp,
            searcher,
        })
    }
}
