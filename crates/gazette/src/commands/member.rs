//! `gazette member`.

use std::process::ExitCode;

use accounts::Languages;
use anyhow::{Context, Result, bail};
use billing::GrantId;
use jiff::civil::Date;
use kernel::{Clock, Email, MemberId, PlanKey};
use serde_json::json;

use crate::cli::Member;
use crate::config::Config;
use crate::database;
use crate::wiring::System;

/// Who does all this, in the audit trail.
const ACTOR: &str = "command line";

pub(crate) async fn run(config: &Config, what: Member) -> Result<ExitCode> {
    let database = database::open_migrated(config).await?;
    let system = System::open(config, database)?;
    match what {
        Member::Grant { email, plan, until, reason } => {
            grant(&system, &email, &plan, until, &reason).await?;
        }
        Member::Grants { email } => grants(&system, &email).await?,
        Member::Revoke { email, grant } => revoke(&system, &email, grant).await?,
    }
    Ok(ExitCode::SUCCESS)
}

async fn grant(
    system: &System,
    email: &Email,
    plan: &PlanKey,
    until: Option<Date>,
    reason: &str,
) -> Result<()> {
    let site = system.content.site().await?;
    let until = until
        .map(|day| site.time_zone.to_timestamp(day.at(0, 0, 0, 0)))
        .transpose()
        .context("--until is no day of the site's time zone")?;
    let member = system.accounts.ensure_member(email, "", &Languages::of(site.default_locale)).await?;
    let id = system.billing.grant(member.id, plan, system.clock.now(), until, reason).await?;
    // The reason may name people; it is with the grant, and goes with the member.
    let detail = json!({ "grant": id, "plan": plan, "until": until });
    system.accounts.record(ACTOR, "plan-granted", &member.id.to_string(), &detail).await?;
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

async fn revoke(system: &System, email: &Email, grant: Option<GrantId>) -> Result<()> {
    let member = find(system, email).await?;
    let ended = match grant {
        None => system.billing.revoke_all(member).await?,
        Some(id) => {
            let own = system.billing.grants(member).await?;
            if own.iter().all(|own| own.id != id) {
                bail!("{email} was given nothing with the id {id}");
            }
            system.billing.revoke(id).await?
        }
    };
    if ended.total() > 0 {
        let detail = json!({ "grant": grant, "ended": ended.ended, "cancelled": ended.cancelled });
        system.accounts.record(ACTOR, "plan-revoked", &member.to_string(), &detail).await?;
    }
    super::print(&format!("{email}: {ended} ended"));
    Ok(())
}

async fn find(system: &System, email: &Email) -> Result<MemberId> {
    match system.accounts.member_by_email(email).await? {
        Some(member) => Ok(member.id),
        None => bail!("there is no member {email}"),
    }
}
