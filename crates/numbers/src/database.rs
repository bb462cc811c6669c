//! Transactions that write.

use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};

/// Begins a transaction that will write; on SQLite it takes the write lock at once. Only tasks that
/// nobody drops may wait for it.
pub(crate) async fn begin(database: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    let sqlite_transaction_mode = Some(SqliteTransactionMode::Immediate);
    let options = TransactionOptions { sqlite_transaction_mode, ..TransactionOptions::default() };
    database.begin_with_options(options).await
}
