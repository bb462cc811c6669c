//! `gazette billing`.

use std::process::ExitCode;

use anyhow::{Context, Result};
use indicatif::{ProgressBar, ProgressStyle};

use crate::cli::Billing;
use crate::config::Config;
use crate::database;
use crate::wiring::System;

pub(crate) async fn run(config: &Config, what: Billing) -> Result<ExitCode> {
    let database = database::open_migrated(config).await?;
    let system = System::open(config, database)?;
    match what {
        Billing::Reconcile => reconcile(&system).await?,
        Billing::GivenUp => given_up(&system).await?,
        Billing::Replay { task } => {
            system.billing.replay(&task).await?;
            system.billing.work_off().await?;
            given_up(&system).await?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn reconcile(system: &System) -> Result<()> {
    let bar = ProgressBar::new(0);
    bar.set_style(ProgressStyle::with_template("{bar:30} {pos} of {len} customers, {per_sec}, {eta} left")?);
    let reconciled = system
        .billing
        .reconcile(&|far| {
            bar.set_length(far.total);
            bar.set_position(far.done);
        })
        .await;
    bar.finish_and_clear();
    let reconciled = reconciled.context("can't compare with Stripe")?;
    super::print(&format!(
        "{} customers looked at, {} purchases repaired, {} failed",
        reconciled.customers, reconciled.repaired, reconciled.failed
    ));
    if reconciled.failed > 0 {
        super::print("what failed is tried again; `gazette billing given-up` lists what was given up");
    }
    Ok(())
}

async fn given_up(system: &System) -> Result<()> {
    let given_up = system.billing.given_up().await?;
    if given_up.is_empty() {
        super::print("no task was given up");
    }
    for task in given_up {
        super::print(&format!("{}  tried {} times: {}", task.task, task.attempts, task.error));
    }
    Ok(())
}
