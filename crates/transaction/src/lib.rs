//! Transactions that write, on SQLite and PostgreSQL.

use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};

/// Begins a transaction that will write. Dropped without a commit, nothing of it has happened.
///
/// On SQLite it takes the write lock at once: one that reads first and wants to write later can be
/// refused (`SQLITE_BUSY`) without having waited.
///
/// It is begun in a task of its own, so that whoever waits for it can be dropped, as a request is
/// whose client hangs up. sqlx 0.9 gives a PostgreSQL connection whose `BEGIN` nobody waited for
/// back to the pool inside the transaction, and what is written over it next is never committed.
pub async fn begin(database: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    let sqlite_transaction_mode = Some(SqliteTransactionMode::Immediate);
    let options = TransactionOptions { sqlite_transaction_mode, ..TransactionOptions::default() };
    let database = database.clone();
    let begun = tokio::spawn(async move { database.begin_with_options(options).await });
    begun.await.map_err(|stopped| DbErr::Custom(stopped.to_string()))?
}
