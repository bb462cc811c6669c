//! `gazette meter`, `gazette gift-links` and `gazette institution`: reading without a plan.

use std::process::ExitCode;

use anyhow::{Context, Result};
use billing::courtesy::NewInstitution;
use kernel::Clock;

use crate::cli::{GiftLinks, Institution, Meter};
use crate::config::Config;
use crate::database;
use crate::wiring::System;

/// Sets what is named, and says what is in force.
pub(crate) async fn meter(config: &Config, what: Meter) -> Result<ExitCode> {
    let system = open(config).await?;
    let mut rules = system.billing.courtesy_rules().await?;
    rules.meter_visitors = what.visitors.unwrap_or(rules.meter_visitors);
    rules.meter_members = what.members.unwrap_or(rules.meter_members);
    system.billing.set_courtesy_rules(rules).await?;
    super::print(&format!(
        "free paid stories a month: {} for visitors, {} for members without a plan",
        rules.meter_visitors, rules.meter_members
    ));
    Ok(ExitCode::SUCCESS)
}

/// The same for gift links.
pub(crate) async fn gift_links(config: &Config, what: GiftLinks) -> Result<ExitCode> {
    let system = open(config).await?;
    let mut rules = system.billing.courtesy_rules().await?;
    rules.gift_links = what.per_month.unwrap_or(rules.gift_links);
    system.billing.set_courtesy_rules(rules).await?;
    super::print(&format!("gift links a month for each subscriber: {}", rules.gift_links));
    Ok(ExitCode::SUCCESS)
}

pub(crate) async fn institution(config: &Config, what: Institution) -> Result<ExitCode> {
    let system = open(config).await?;
    match what {
        Institution::Add { name, plan, network, until } => {
            let zone = system.content.site().await?.time_zone;
            let until = until
                .map(|day| zone.to_timestamp(day.at(0, 0, 0, 0)))
                .transpose()
                .context("--until is no day of the site's time zone")?;
            let new = NewInstitution { name: &name, plan: &plan, networks: &network, until };
            let id = system.billing.add_institution(new).await?;
            super::print(&format!("{id}  {name} has {plan}"));
        }
        Institution::List => list(&system).await?,
        Institution::End { id } => {
            system.billing.end_institution(id).await?;
            super::print(&format!("{id} has ended"));
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn list(system: &System) -> Result<()> {
    let now = system.clock.now();
    for institution in system.billing.institutions().await? {
        let networks: Vec<_> = institution.networks.iter().map(ToString::to_string).collect();
        let state = match institution.ends_at {
            Some(end) if end <= now => format!("ended {end}"),
            Some(end) => format!("until {end}"),
            None => "until it is ended".to_owned(),
        };
        super::print(&format!(
            "{}  {}  {}  {}  {state}",
            institution.id,
            institution.name,
            institution.plan,
            networks.join(" ")
        ));
    }
    Ok(())
}

async fn open(config: &Config) -> Result<System> {
    let database = database::open_migrated(config).await?;
    System::open(config, database)
}
