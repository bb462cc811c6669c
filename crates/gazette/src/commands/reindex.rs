//! `gazette reindex`.

use std::process::ExitCode;

use anyhow::{Context, Result};
use indicatif::{ProgressBar, ProgressStyle};

use crate::config::Config;
use crate::database;
use crate::wiring::System;

/// Builds a new index beside the old one and swaps it in.
pub(crate) async fn run(config: &Config) -> Result<ExitCode> {
    let database = database::open_migrated(config).await?;
    let system = System::open(config, database)?;
    let bar = ProgressBar::new(0);
    bar.set_style(ProgressStyle::with_template("{bar:40} {pos} translations, {per_sec}")?);
    let indexed =
        system.indexer().rebuild(&|done| bar.set_position(done)).await.context("can't build the index")?;
    bar.finish_and_clear();
    super::print(&format!("{indexed} translations indexed"));
    Ok(ExitCode::SUCCESS)
}
