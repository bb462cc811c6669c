//! `gazette search`.

use std::process::ExitCode;

use anyhow::Result;
use jiff::SignedDuration;
use kernel::{Clock, Locale};
use search::Searched;

use crate::cli::Search;
use crate::config::Config;
use crate::database;
use crate::wiring::System;

/// Rows of a list.
const ROWS: u64 = 50;

pub(crate) async fn run(config: &Config, what: Search) -> Result<ExitCode> {
    let database = database::open_migrated(config).await?;
    let system = System::open(config, database)?;
    match what {
        Search::Top { locale, days } => top(&system, &language(&system, locale).await?, days).await?,
        Search::Synonyms { locale } => synonyms(&system, &language(&system, locale).await?).await?,
        Search::Pins { locale } => pins(&system, &language(&system, locale).await?).await?,
    }
    Ok(ExitCode::SUCCESS)
}

async fn language(system: &System, locale: Option<Locale>) -> Result<Locale> {
    Ok(match locale {
        Some(locale) => locale,
        None => system.content.site().await?.default_locale,
    })
}

async fn top(system: &System, locale: &Locale, days: u16) -> Result<()> {
    let since = system.clock.now() - SignedDuration::from_hours(24 * (i64::from(days) - 1));
    let list = |searched: Vec<Searched>| {
        let lines = searched.iter().map(|searched| format!("{:>7}  {}", searched.searches, searched.query));
        lines.collect::<Vec<_>>().join("\n")
    };
    let top = system.curation.top(locale, since, ROWS).await?;
    let without = system.curation.without_result(locale, since, ROWS).await?;
    if top.is_empty() {
        super::print("nothing was asked often enough to be shown");
        return Ok(());
    }
    super::print(&format!("searched for most:\n{}", list(top)));
    if !without.is_empty() {
        super::print(&format!("never found:\n{}", list(without)));
    }
    Ok(())
}

async fn synonyms(system: &System, locale: &Locale) -> Result<()> {
    let synonyms = system.curation.synonyms(locale).await?;
    if synonyms.is_empty() {
        super::print("no word was taught");
    }
    for synonym in synonyms {
        super::print(&format!("{} = {}", synonym.word, synonym.means.join(", ")));
    }
    Ok(())
}

async fn pins(system: &System, locale: &Locale) -> Result<()> {
    let pins = system.curation.pins(locale).await?;
    if pins.is_empty() {
        super::print("no story is pinned");
    }
    for pinned in pins {
        super::print(&format!("{}:", pinned.query));
        for heading in system.content.headings(&pinned.stories, locale).await? {
            super::print(&format!("  {} (/{}/{})", heading.title, heading.locale, heading.slug));
        }
    }
    Ok(())
}
