//! All documents of a store, a page at a time.

use content::{Document, Store, StoreError};
use kernel::TranslationId;

/// Documents read at a time.
const PAGE: u64 = 200;

/// Walks through all that is published, in the order of ids. What is published or withdrawn
/// meanwhile may be met or missed; the outbox knows of it.
#[derive(Debug)]
pub(super) struct Pages<'a> {
    store: &'a Store,
    last: Option<TranslationId>,
}

impl<'a> Pages<'a> {
    pub(super) fn of(store: &'a Store) -> Self {
        Self::after(store, None)
    }

    /// Those that come after this one.
    pub(super) fn after(store: &'a Store, last: Option<TranslationId>) -> Self {
        Self { store, last }
    }

    /// The next page, never an empty one.
    pub(super) async fn next(&mut self) -> Result<Option<Vec<Document>>, StoreError> {
        let page = self.store.documents(self.last, PAGE).await?;
        let Some(document) = page.last() else { return Ok(None) };
        self.last = Some(document.translation);
        Ok(Some(page))
    }
}
