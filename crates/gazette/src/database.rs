//! Opening the database, SQLite or PostgreSQL.

use std::time::Duration;

use anyhow::{Context, Result};
use migrations::{Migrator, MigratorTrait};
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, Database, DatabaseConnection};

use crate::config::Config;

/// Opens it; SQLite's file is made if there is none.
pub(crate) async fn open(config: &Config) -> Result<DatabaseConnection> {
    std::fs::create_dir_all(&config.data_dir)
        .with_context(|| format!("can't make the data folder {}", config.data_dir.display()))?;
    let mut options = ConnectOptions::new(config.database_url());
    options.max_connections(config.database_connections).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            // What was acknowledged survives a power cut.
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(30))
            // For each connection, in KiB: the operating system keeps the rest of the file.
            .pragma("cache_size", "-2000")
    });
    Database::connect(options).await.context("can't open the database")
}

/// Opens it and brings its schema up to date.
pub(crate) async fn open_migrated(config: &Config) -> Result<DatabaseConnection> {
    let database = open(config).await?;
    Migrator::up(&database, None).await.context("can't bring the database's schema up to date")?;
    Ok(database)
}
