//! `gazette doctor`.

use std::process::ExitCode;

use anyhow::Result;

use crate::config::Config;
use crate::database;
use crate::wiring::System;

/// Compares database and index; exit code 1 if they differ.
pub(crate) async fn run(config: &Config) -> Result<ExitCode> {
    let database = database::open_migrated(config).await?;
    let system = System::open(config, database)?;
    let difference = system.indexer().compare().await?;
    super::print(&format!(
        "search index: {} missing, {} outdated, {} surplus",
        difference.missing.len(),
        difference.outdated.len(),
        difference.surplus.len()
    ));
    if difference.is_none() {
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("`gazette reindex` builds the index anew; a running server also catches up by itself");
    Ok(ExitCode::FAILURE)
}
