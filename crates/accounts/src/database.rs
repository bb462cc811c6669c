//! Transactions that write, and times as the database keeps them.

use jiff::{SignedDuration, Timestamp};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, Statement};

pub(crate) use transaction::begin;

/// Makes others who count the same wait until this transaction ends, so that two at the same moment
/// can't pass a limit together. SQLite has one writer anyway.
pub(crate) async fn lock(transaction: &DatabaseTransaction, mut locks: Vec<i64>) -> Result<(), DbErr> {
    if transaction.get_database_backend() != DbBackend::Postgres {
        return Ok(());
    }
    // In the same order everywhere, or two could wait for each other.
    locks.sort_unstable();
    for lock in locks {
        let sql = "SELECT pg_advisory_xact_lock($1)";
        transaction
            .execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, sql, [lock.into()]))
            .await?;
    }
    Ok(())
}

/// The moment `by` after `now` (before it, if negative) in milliseconds after 1970.
pub(crate) fn millis_after(now: Timestamp, by: SignedDuration) -> i64 {
    now.saturating_add(by).unwrap_or(now).as_millisecond()
}
