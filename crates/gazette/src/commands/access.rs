//! `gazette access`.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use content::Heading;
use gateway::explain::{recorded, words};
use kernel::Clock;

use crate::cli::Access;
use crate::config::Config;
use crate::database;
use crate::wiring::System;

pub(crate) async fn run(config: &Config, what: Access) -> Result<ExitCode> {
    let Access::Explain { email, slug, at } = what;
    let database = database::open_migrated(config).await?;
    let system = System::open(config, database)?;
    let at = at.unwrap_or_else(|| system.clock.now());
    let site = system.content.site().await?;
    let story = story(&system, &slug).await?;
    let member = system.accounts.member_by_email(&email).await?;
    let member = member.with_context(|| format!("nobody has the address {email}"))?;
    let recorded = recorded(&system.content, &system.accounts, &system.billing, &member, &story, at).await?;
    let plans = system.billing.plans().await?;
    let told = words::in_english(&recorded, &story.title, email.as_str(), &site.time_zone, &plans)?;
    super::print(&told.lines().join("\n"));
    Ok(ExitCode::SUCCESS)
}

/// The story with this slug in any language, called what it is in English or its own language.
async fn story(system: &System, slug: &str) -> Result<Heading> {
    let Some(article) = system.content.story_named(None, slug).await? else {
        bail!("no published story has the slug {slug}, in any language")
    };
    let heading = system.content.headings(&[article], &"en".parse()?).await?.pop();
    heading.context("the story was withdrawn a moment ago")
}
