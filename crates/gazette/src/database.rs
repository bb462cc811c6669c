//! Opening the database, SQLite or PostgreSQL.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use migrations::{Migrator, MigratorTrait};
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement};

use crate::config::Config;

/// Opens it; SQLite's file is made if there is none.
pub(crate) async fn open(config: &Config) -> Result<DatabaseConnection> {
    std::fs::create_dir_all(&config.data_dir)
        .with_context(|| format!("can't make the data folder {}", config.data_dir.display()))?;
    connect(config, config.database_url()).await
}

/// Opens it and brings its schema up to date.
pub(crate) async fn open_migrated(config: &Config) -> Result<DatabaseConnection> {
    let database = open(config).await?;
    migrate(&database).await?;
    Ok(database)
}

/// Opens it without making or changing anything; `None` if there is none, or nothing in it.
pub(crate) async fn open_as_it_is(config: &Config) -> Result<Option<DatabaseConnection>> {
    if config.database_url.is_none() && !config.database_file().is_file() {
        return Ok(None);
    }
    let database = connect(config, config.database_url().replace("mode=rwc", "mode=rw")).await?;
    let backend = database.get_database_backend();
    // The migrator's own way of asking makes its table.
    let applied = Statement::from_string(backend, "SELECT count(*) AS applied FROM seaql_migrations");
    let Ok(Some(row)) = database.query_one_raw(applied).await else { return Ok(None) };
    let applied: i64 = row.try_get("", "applied")?;
    if usize::try_from(applied).unwrap_or(0) < Migrator::migrations().len() {
        bail!("the database's schema is of an earlier version; run `gazette migrate` first");
    }
    Ok(Some(database))
}

/// An empty database in a folder that will be thrown away.
pub(crate) async fn open_scratch(folder: &Path) -> Result<DatabaseConnection> {
    let config = Config { data_dir: folder.to_owned(), database_url: None, ..Config::default() };
    open_migrated(&config).await
}

async fn connect(config: &Config, url: String) -> Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(url);
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

async fn migrate(database: &DatabaseConnection) -> Result<()> {
    Migrator::up(database, None).await.context("can't bring the database's schema up to date")
}
