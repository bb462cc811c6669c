//! Documents become entries, and are committed together with the cursor.

use std::time::Duration;

use content::Document;
use kernel::TranslationId;
use tantivy::directory::error::LockError;
use tantivy::indexer::{LogMergePolicy, NoMergePolicy};
use tantivy::{Index, IndexWriter, TantivyDocument, TantivyError, Term};

use super::generation::{Generation, Payload};
use super::schema::{Fields, Prefix, label};
use crate::engine::{Batch, SearchError};
use crate::fingerprint::Fingerprint;

/// Memory for a batch in bytes; the least that the engine takes.
const BATCH_MEMORY: usize = 15_000_000;
/// Segments with more texts than this are not merged any more, so that merging, which the next
/// batch has to wait for, stays a matter of a second.
const LARGEST_MERGED: usize = 4_000;
/// Share of a segment's texts that may be outdated before it is written anew.
const MOST_OUTDATED: f32 = 0.3;

/// How long to wait for another process (an import beside the server) that is writing.
const PATIENCE: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(20);

/// A writer that merges no segments by itself. Waits a little while another process has one.
pub(super) fn writer(index: &Index, threads: usize, memory: usize) -> Result<IndexWriter, SearchError> {
    let mut waited = Duration::ZERO;
    let writer = loop {
        match index.writer_with_num_threads(threads, memory) {
            Err(TantivyError::LockFailure(LockError::LockBusy, _)) if waited < PATIENCE => {
                std::thread::sleep(PAUSE);
                waited += PAUSE;
            }
            writer => break writer?,
        }
    };
    writer.set_merge_policy(Box::new(NoMergePolicy));
    Ok(writer)
}

/// How the segments of an index in use are merged.
fn merging() -> LogMergePolicy {
    let mut policy = LogMergePolicy::default();
    policy.set_max_docs_before_merge(LARGEST_MERGED);
    policy.set_del_docs_ratio_before_merge(MOST_OUTDATED);
    policy
}

/// Brings a batch into the index; searches see it when this returns.
pub(super) fn commit(generation: &Generation, batch: &Batch) -> Result<IndexWriter, SearchError> {
    let mut writer = writer(&generation.index, 1, BATCH_MEMORY)?;
    writer.set_merge_policy(Box::new(merging()));
    // Now that nobody else writes: what is committed is what counts.
    generation.refresh()?;
    if batch.after.is_some() && batch.after != generation.view().cursor {
        return Err(SearchError::Exchanged);
    }
    for translation in &batch.remove {
        writer.delete_term(identity(&generation.fields, *translation));
    }
    for document in &batch.put {
        writer.delete_term(identity(&generation.fields, document.translation));
        add(&writer, &generation.fields, document)?;
    }
    commit_with(&mut writer, &generation.payload(batch.up_to))?;
    generation.reload()?;
    Ok(writer)
}

/// Lets merges that a commit has started come to their end.
pub(super) fn merge(generation: &Generation, writer: IndexWriter) {
    let merged = writer.wait_merging_threads().map_err(SearchError::from).and_then(|()| generation.reload());
    if let Err(error) = merged {
        tracing::warn!(%error, "segments of the search index were not merged; it is complete, but slower");
    }
}

/// Makes one segment of all: a word is then looked up once. For an index that nobody waits for, and
/// a writer that hasn't merged by itself: such a merge would take segments away under this one.
pub(super) fn merge_all(index: &Index, writer: &mut IndexWriter) -> Result<(), SearchError> {
    let segments = index.searchable_segment_ids()?;
    if segments.len() > 1 {
        writer.merge(&segments).wait()?;
    }
    Ok(())
}

/// Makes all that was written durable, together with how far that is.
pub(super) fn commit_with(writer: &mut IndexWriter, payload: &Payload) -> Result<(), SearchError> {
    let payload = serde_json::to_string(payload).map_err(std::io::Error::other)?;
    let mut prepared = writer.prepare_commit()?;
    prepared.set_payload(&payload);
    prepared.commit()?;
    Ok(())
}

/// Adds a document that is not in the index.
pub(super) fn add(writer: &IndexWriter, fields: &Fields, document: &Document) -> Result<(), SearchError> {
    writer.add_document(entry(fields, document))?;
    Ok(())
}

fn identity(fields: &Fields, translation: TranslationId) -> Term {
    Term::from_field_bytes(fields.translation, translation.as_uuid().as_bytes())
}

fn entry(fields: &Fields, document: &Document) -> TantivyDocument {
    let (high, low) = document.article.as_uuid().as_u64_pair();
    let published = document.published_at.map_or(0, jiff::Timestamp::as_millisecond);
    let mut entry = TantivyDocument::new();
    entry.add_bytes(fields.translation, document.translation.as_uuid().as_bytes());
    entry.add_u64(fields.article_high, high);
    entry.add_u64(fields.article_low, low);
    entry.add_text(fields.locale, document.locale.as_str());
    entry.add_text(fields.access, document.access.to_string());
    entry.add_i64(fields.published, published);
    if let Some(version) = fields.version {
        entry.add_i64(version, document.version);
    }
    entry.add_u64(fields.fingerprint, Fingerprint::of(document).into());
    for term in &document.terms {
        entry.add_text(fields.labels, label(term));
    }
    let open = Prefix::open(&document.locale);
    let names = document.terms.iter().map(|term| term.name.as_str());
    let texts = [&document.title, &document.standfirst, &document.teaser];
    for text in texts.into_iter().map(String::as_str).chain(names) {
        let value = open.with_text(text);
        entry.add_text(fields.open, &value);
        entry.add_text(fields.open_stems, value);
    }
    entry.add_text(fields.title, open.with_text(&document.title));
    let closed = Prefix::closed(&document.access, &document.locale).with_text(&document.remainder);
    entry.add_text(fields.closed, &closed);
    entry.add_text(fields.closed_stems, closed);
    entry.add_text(fields.title_text, &document.title);
    entry.add_text(fields.standfirst_text, &document.standfirst);
    entry.add_text(fields.teaser_text, &document.teaser);
    entry.add_text(fields.remainder_text, &document.remainder);
    entry
}
