//! `gazette doctor`.

use std::process::ExitCode;

use anyhow::{Context, Result};
use kernel::TranslationId;

use crate::config::Config;
use crate::database;
use crate::wiring::System;

/// Most ids that are named of each kind.
const NAMED: usize = 20;

/// Compares database and index, and repairs the index if told to; asks what the site's key can do.
/// Exit code 1 if something is wrong in the end. A server may run beside it.
pub(crate) async fn run(config: &Config, repair: bool) -> Result<ExitCode> {
    let database = database::open_migrated(config).await?;
    let system = System::open(config, database)?;
    let mut well = index(&system, repair).await?;
    if let Some(site) = &system.engine.meili {
        let can = site.beyond_search().await.context("can't ask what the site's key can do")?;
        if can.is_empty() {
            super::print("search key: can search, and nothing else");
        } else {
            super::print(&format!("search key: can also {}", can.join(", ")));
            eprintln!(
                "the site must not hold such a key; `gazette search provision` makes one that can only search"
            );
            well = false;
        }
    }
    Ok(if well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn index(system: &System, repair: bool) -> Result<bool> {
    let worker = system.index_worker()?;
    let mut difference = worker.compare().await?;
    super::print(&format!(
        "search index: {} texts published, {} indexed; {} missing, {} outdated, {} surplus",
        difference.published,
        difference.indexed,
        difference.missing.len(),
        difference.outdated.len(),
        difference.surplus.len()
    ));
    name("missing", &difference.missing);
    name("outdated", &difference.outdated);
    name("surplus", &difference.surplus);
    if repair && !difference.is_none() {
        worker.reconcile().await?;
        difference = worker.compare().await?;
        super::print("search index: repaired");
    }
    if !difference.is_none() {
        eprintln!(
            "`gazette doctor --repair` writes what differs, `gazette reindex` builds the index anew; a running server brings what has just changed in by itself"
        );
    }
    Ok(difference.is_none())
}

fn name(what: &str, texts: &[TranslationId]) {
    for text in texts.iter().take(NAMED) {
        super::print(&format!("  {what}: {text}"));
    }
    if texts.len() > NAMED {
        super::print(&format!("  {what}: and {} more", texts.len() - NAMED));
    }
}
