//! `gazette reindex`.

use std::process::ExitCode;

use anyhow::{Context, Result};
use indicatif::{ProgressBar, ProgressStyle};
use search::Progress;

use crate::config::Config;
use crate::wiring::System;
use crate::{database, shutdown};

/// Builds a new index beside the old one and swaps it in. Interrupted, it goes on where it was when
/// it is called again.
pub(crate) async fn run(config: &Config) -> Result<ExitCode> {
    let cancel = shutdown::on_signal()?;
    let database = database::open_migrated(config).await?;
    let system = System::open(config, database)?;
    let bar = ProgressBar::new(0);
    bar.set_style(ProgressStyle::with_template("{bar:40} {pos}/{len} translations, {per_sec}, {eta} left")?);
    let progress = |progress: Progress| {
        if bar.position() < progress.before {
            bar.set_position(progress.before);
            // What was done before says nothing of how fast it goes now.
            bar.reset_eta();
        }
        bar.set_length(progress.total);
        bar.set_position(progress.done);
    };
    let built = system.index_worker()?.rebuild(&progress, &cancel).await;
    bar.finish_and_clear();
    let indexed = built.context("can't build the index")?;
    super::print(&format!("{indexed} translations indexed"));
    Ok(ExitCode::SUCCESS)
}
