//! `gazette import`.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use billing::{BillingError, PlanFileError};
use content::Store;
use content::import::{Importer, Mode, Progress, Report};
use content::media::MediaStore;
use indicatif::{ProgressBar, ProgressStyle};
use kernel::SystemClock;

use crate::cli::Import;
use crate::config::Config;
use crate::database;
use crate::wiring::System;

/// Imports; exit code 1 if some files couldn't be used.
pub(crate) async fn run(config: &Config, what: Import) -> Result<ExitCode> {
    let Import::Markdown { dir, dry_run } = what;
    let (plans, report) = if dry_run { rehearse(config, &dir).await? } else { import(config, &dir).await? };
    let errors = plans.iter().map(ToString::to_string);
    let errors: Vec<String> = errors.chain(report.errors.iter().map(ToString::to_string)).collect();
    for error in &errors {
        eprintln!("{error}");
    }
    let would = if dry_run { " (dry run: nothing was written)" } else { "" };
    super::print(&format!(
        "{} created, {} updated, {} unchanged, {} errors{would}",
        report.created,
        report.updated,
        report.unchanged,
        errors.len()
    ));
    Ok(if errors.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The plans first, because articles name them; what is wrong with those doesn't hold up the rest.
async fn import(config: &Config, dir: &Path) -> Result<(Option<PlansError>, Report)> {
    let database = database::open_migrated(config).await?;
    let system = System::open(config, database)?;
    let wrong = match plans_file(dir)? {
        None => None,
        Some(text) => match system.billing.import_plans(&text).await {
            Ok(_) => None,
            Err(BillingError::PlanFile(error)) => Some(PlansError::of(dir, &error)),
            Err(error) => return Err(error.into()),
        },
    };
    let importer = Importer::new(system.content.clone(), system.media.clone());
    Ok((wrong, go_through(&importer, dir, Mode::Write).await?))
}

/// The same without a trace: no database, folder or table is made.
async fn rehearse(config: &Config, dir: &Path) -> Result<(Option<PlansError>, Report)> {
    let scratch = tempfile::tempdir().context("can't make a temporary folder")?;
    let wrong = plans_file(dir)?
        .and_then(|text| billing::check_plans(&text).err())
        .map(|error| PlansError::of(dir, &error));
    let database = match database::open_as_it_is(config).await? {
        Some(database) => database,
        // What isn't there yet is like what was just made.
        None => database::open_scratch(scratch.path()).await?,
    };
    let media = MediaStore::open(scratch.path()).context("can't use the temporary folder")?;
    let importer = Importer::new(Store::new(database, std::sync::Arc::new(SystemClock)), media);
    Ok((wrong, go_through(&importer, dir, Mode::DryRun).await?))
}

async fn go_through(importer: &Importer, dir: &Path, mode: Mode) -> Result<Report> {
    let bar = ProgressBar::new(0);
    bar.set_style(ProgressStyle::with_template("{bar:40} {pos}/{len} articles, {eta} left")?);
    let progress = |progress: Progress| {
        bar.set_length(progress.total);
        bar.set_position(progress.done);
    };
    let report = importer.run(dir, mode, &progress).await.context("can't import")?;
    bar.finish_and_clear();
    Ok(report)
}

fn plans_file(dir: &Path) -> Result<Option<String>> {
    let file = dir.join("plans.toml");
    if !file.is_file() {
        return Ok(None);
    }
    std::fs::read_to_string(&file).map(Some).with_context(|| format!("can't read {}", file.display()))
}

/// What is wrong in `plans.toml`, told as of any other file.
struct PlansError(String);

impl PlansError {
    fn of(dir: &Path, error: &PlanFileError) -> Self {
        Self(format!("{}:{}: {}", dir.join("plans.toml").display(), error.line, error.problem))
    }
}

impl std::fmt::Display for PlansError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
