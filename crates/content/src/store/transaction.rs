//! Transactions that write.

use sea_orm::{DatabaseTransaction, DbErr, SqliteTransactionMode, TransactionOptions, TransactionTrait};

use super::{Store, StoreError};

impl Store {
    /// Begins a transaction that will write. On SQLite it takes the write lock at once: one that
    /// reads first and then wants to write can find that another was faster, and fail.
    pub(crate) async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        self.db.begin_with_options(options).await
    }

    /// Commits, and wakes those who wait for changes.
    pub(crate) async fn commit(&self, transaction: DatabaseTransaction) -> Result<(), StoreError> {
        transaction.commit().await?;
        self.changed.send_modify(|count| *count += 1);
        Ok(())
    }
}
