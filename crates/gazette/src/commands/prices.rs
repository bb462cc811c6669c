//! What an imported publication sells: plans, and stories alone. Content knows no prices, and billing
//! no files of articles.

use std::path::Path;

use anyhow::{Context, Result};
use content::import::Report;

use crate::wiring::System;

/// Takes over a folder's `plans.toml`, if it has one; pages that show a price are rendered anew.
pub(crate) async fn of_plans(system: &System, dir: &Path) -> Result<()> {
    let file = dir.join("plans.toml");
    if !file.is_file() {
        return Ok(());
    }
    let text = std::fs::read_to_string(&file).with_context(|| format!("can't read {}", file.display()))?;
    let saved = system.billing.import_plans(&text).await.with_context(|| file.display().to_string())?;
    if saved.reoffered {
        system.content.announce(&[]).await?;
    }
    Ok(())
}

/// Takes over what articles said of their prices when they were imported.
pub(crate) async fn of_stories(system: &System, report: &Report) -> Result<()> {
    let changed = system.billing.import_story_prices(&report.prices).await?;
    if !changed.is_empty() {
        system.content.announce(&changed).await?;
    }
    Ok(())
}
