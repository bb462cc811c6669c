//! `gazette staff`.

use std::process::ExitCode;

use accounts::Languages;
use anyhow::{Context, Result};

use crate::cli::Staff;
use crate::config::Config;
use crate::database;
use crate::wiring::System;

pub(crate) async fn run(config: &Config, what: Staff) -> Result<ExitCode> {
    let Staff::Add { email, role } = what;
    let role: accounts::Role =
        role.parse().context("--role is one of owner, admin, editor, author and translator")?;
    let database = database::open_migrated(config).await?;
    let system = System::open(config, database)?;
    let site = system.content.site().await?;
    let member = system.accounts.ensure_member(&email, "", &Languages::of(site.default_locale)).await?;
    system.accounts.set_role(member.id, Some(role), "command line").await?;
    super::print(&format!("{email} is {}", role.as_str()));
    Ok(ExitCode::SUCCESS)
}
