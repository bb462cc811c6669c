//! `gazette import`.

use std::process::ExitCode;

use anyhow::{Context, Result};
use content::import::{Importer, Mode, Progress, Report};
use indicatif::{ProgressBar, ProgressStyle};

use super::prices;
use crate::cli::Import;
use crate::config::Config;
use crate::database;
use crate::wiring::System;

/// Imports; exit code 1 if some files couldn't be read.
pub(crate) async fn run(config: &Config, what: Import) -> Result<ExitCode> {
    let Import::Markdown { dir, dry_run } = what;
    let database = database::open_migrated(config).await?;
    let system = System::open(config, database)?;
    let mode = if dry_run { Mode::DryRun } else { Mode::Write };
    if mode == Mode::Write {
        prices::of_plans(&system, &dir).await?;
    }
    let bar = ProgressBar::new(0);
    bar.set_style(ProgressStyle::with_template("{bar:40} {pos}/{len} articles, {eta} left")?);
    let progress = |progress: Progress| {
        bar.set_length(progress.total);
        bar.set_position(progress.done);
    };
    let importer = Importer::new(system.content.clone(), system.media.clone());
    let report = importer.run(&dir, mode, &progress).await.context("can't import")?;
    bar.finish_and_clear();
    if mode == Mode::Write {
        prices::of_stories(&system, &report).await?;
    }
    tell(&report, mode);
    Ok(if report.errors.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn tell(report: &Report, mode: Mode) {
    for error in &report.errors {
        eprintln!("{error}");
    }
    let would = if mode == Mode::DryRun { " (dry run: nothing was written)" } else { "" };
    super::print(&format!(
        "{} created, {} updated, {} unchanged, {} errors{would}",
        report.created,
        report.updated,
        report.unchanged,
        report.errors.len()
    ));
}
