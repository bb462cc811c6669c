//! `gazette search`.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
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
    match what {
        Search::Top { locale, days } => {
            let system = open(config).await?;
            top(&system, &language(&system, locale).await?, days).await?;
        }
        Search::Synonyms { locale } => {
            let system = open(config).await?;
            synonyms(&system, &language(&system, locale).await?).await?;
        }
        Search::Pins { locale } => {
            let system = open(config).await?;
            pins(&system, &language(&system, locale).await?).await?;
        }
        Search::Provision { master_key } => provision(config, &master_key).await?,
    }
    Ok(ExitCode::SUCCESS)
}

async fn open(config: &Config) -> Result<System> {
    System::open(config, database::open_migrated(config).await?)
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

/// Makes Meilisearch's keys, and prints them as configuration.
async fn provision(config: &Config, master_key: &str) -> Result<()> {
    if master_key.is_empty() {
        bail!("the master key is empty; give it with --master-key or in MEILI_MASTER_KEY");
    }
    let url = config.search.url.as_ref().context("search.url is not set: where is Meilisearch?")?;
    let keys = search::provision(url.as_str(), master_key, &config.search.prefix)
        .await
        .context("can't make the keys")?;
    super::print(&format!(
        "[search]\nengine = \"meilisearch\"\nurl = \"{url}\"\nprefix = \"{}\"\nsearch_key = \"{}\"\nindex_key = \"{}\"   # not on `--role web` nodes",
        config.search.prefix, keys.search, keys.index
    ));
    Ok(())
}
