//! `gazette doctor`.

use std::process::ExitCode;

use anyhow::Result;

use crate::config::Config;
use crate::database;
use crate::wiring::System;

/// Compares database and index, and repairs the index if told to; exit code 1 if they differ in the
/// end.
pub(crate) async fn run(config: &Config, repair: bool) -> Result<ExitCode> {
    let database = database::open_migrated(config).await?;
    let system = System::open(config, database)?;
    let indexer = system.index_worker();
    let mut difference = indexer.compare().await?;
    super::print(&format!(
        "search index: {} missing, {} outdated, {} surplus",
        difference.missing.len(),
        difference.outdated.len(),
        difference.surplus.len()
    ));
    if repair && !difference.is_none() {
        indexer.reconcile().await?;
        difference = indexer.compare().await?;
        super::print("search index: repaired");
    }
    if difference.is_none() {
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!(
        "`gazette doctor --repair` writes what differs, `gazette reindex` builds the index anew; a running server also catches up by itself"
    );
    Ok(ExitCode::FAILURE)
}
