//! What an imported publication sells: plans, and stories alone. Content knows no prices, and billing
//! no files of articles.

use anyhow::Result;
use content::import::Report;

use crate::wiring::System;

/// Takes over a `plans.toml`; pages that show a price are rendered anew.
pub(crate) async fn of_plans(system: &System, text: &str) -> Result<()> {
    if system.billing.import_plans(text).await?.reoffered {
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
