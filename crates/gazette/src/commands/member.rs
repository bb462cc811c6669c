//! `gazette member`.

use std::process::ExitCode;

use accounts::Languages;
use anyhow::{Context, Result, bail};
use jiff::civil::Date;
use kernel::{Clock, Email, MemberId, PlanKey};

use crate::cli::Member;
use crate::config::Config;
use crate::database;
use crate::wiring::System;

pub(crate) async fn run(config: &Config, what: Member) -> Result<ExitCode> {
    let database = database::open_migrated(config).await?;
    let system = System::open(config, database)?;
    match what {
        Member::Grant { email, plan, until } => grant(&system, &email, &plan, until).await?,
        Member::Grants { email } => grants(&system, &email).await?,
        Member::Revoke { email } => revoke(&system, &email).await?,
    }
    Ok(ExitCode::SUCCESS)
}

async fn grant(system: &System, email: &Email, plan: &PlanKey, until: Option<Date>) -> Result<()> {
    let site = system.content.site().await?;
    let until = until
        .map(|day| site.time_zone.to_timestamp(day.at(0, 0, 0, 0)))
        .transpose()
        .context("--until is no day of the site's time zone")?;
    let member = system.accounts.ensure_member(email, "", &Languages::of(site.default_locale)).await?;
    system.billing.grant(member.id, plan, system.clock.now(), until, "command line").await?;
    let end = until.map_or_else(|| "for good".to_owned(), |until| format!("until {until}"));
    super::print(&format!("{email} has {plan} {end}"));
    Ok(())
}

async fn grants(system: &System, email: &Email) -> Result<()> {
    let member = find(system, email).await?;
    for grant in system.billing.grants(member).await? {
        let end = grant.ends_at.map_or_else(|| "for good".to_owned(), |end| end.to_string());
        super::print(&format!(
            "{}  {}  from {}  until {end}  ({})",
            grant.id, grant.plan, grant.starts_at, grant.reason
        ));
    }
    Ok(())
}

async fn revoke(system: &System, email: &Email) -> Result<()> {
    let member = find(system, email).await?;
    let ended = system.billing.revoke_all(member).await?;
    super::print(&format!("{email}: {ended} ended"));
    Ok(())
}

async fn find(system: &System, email: &Email) -> Result<MemberId> {
    match system.accounts.member_by_email(email).await? {
        Some(member) => Ok(member.id),
        None => bail!("there is no member {email}"),
    }
}
