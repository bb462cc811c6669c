//! A writing transaction.

use std::sync::Arc;

use jiff::Timestamp;
use kernel::OutboxSeq;
use sea_orm::{DatabaseTransaction, DbErr};
use tokio::sync::watch;

use super::outbox::{self, Change};
use super::{Store, StoreError};

/// A transaction that writes, and the changes it will tell of. Dropped without
/// [`commit`](Self::commit), nothing of it has happened.
pub(crate) struct Writing {
    tx: DatabaseTransaction,
    changes: Vec<Change>,
    head: Arc<watch::Sender<OutboxSeq>>,
    /// The moment of everything written in it.
    pub(crate) now: Timestamp,
}

impl Store {
    /// Begins to write.
    pub(crate) async fn begin(&self) -> Result<Writing, DbErr> {
        let tx = transaction::begin(&self.db).await?;
        Ok(Writing { tx, changes: Vec::new(), head: Arc::clone(&self.head), now: self.clock.now() })
    }
}

impl Writing {
    /// The connection to write with.
    pub(crate) fn db(&self) -> &DatabaseTransaction {
        &self.tx
    }

    /// The moment of everything written, as the database keeps it.
    pub(crate) fn millis(&self) -> i64 {
        self.now.as_millisecond()
    }

    /// Notes a change for those who follow the outbox.
    pub(crate) fn tell(&mut self, change: Change) {
        self.changes.push(change);
    }

    /// Makes it durable. The outbox is written last, so that its lock, for which every writer
    /// waits, is held for as short as possible.
    pub(crate) async fn commit(self) -> Result<(), StoreError> {
        let seq = outbox::append(&self.tx, self.now, &self.changes).await?;
        self.tx.commit().await?;
        if let Some(seq) = seq {
            outbox::wake(&self.head, seq);
        }
        Ok(())
    }
}
