//! `gazette staff`.

use std::process::ExitCode;

use accounts::Languages;
use anyhow::{Context, Result, bail};

use crate::cli::Staff;
use crate::config::Config;
use crate::database;
use crate::wiring::System;

pub(crate) async fn run(config: &Config, what: Staff) -> Result<ExitCode> {
    let Staff::Add { email, role, locale } = what;
    let role: accounts::Role =
        role.parse().context("--role is one of owner, admin, editor, author and translator")?;
    let database = database::open_migrated(config).await?;
    let system = System::open(config, database)?;
    let site = system.content.site().await?;
    let member = system.accounts.ensure_member(&email, "", &Languages::of(site.default_locale)).await?;
    if !locale.is_empty() && !role.has_locales() {
        bail!("--locale is for authors and translators; all others work in all languages");
    }
    if let Some(unknown) = locale.iter().find(|tag| !site.locales.iter().any(|own| own.locale == **tag)) {
        bail!("the publication isn't in {unknown}; expected one of its languages");
    }
    system.accounts.set_work(member.id, Some(role), &locale, "command line").await?;
    super::print(&format!("{email} is {}", role.as_str()));
    Ok(ExitCode::SUCCESS)
}
