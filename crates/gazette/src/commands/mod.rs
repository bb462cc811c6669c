//! One module a command.

use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::cli::{Cli, Command};
use crate::config::Config;
use crate::logs;

mod access;
mod billing;
mod courtesy;
mod demo;
mod doctor;
mod import;
mod leakcheck;
mod member;
mod prices;
mod reindex;
mod search;
mod serve;
mod staff;

/// Runs the command; the exit code says whether all went well.
pub(crate) fn run(cli: Cli) -> Result<ExitCode> {
    let config = Config::load(&cli.overrides)?;
    if let Command::Config = cli.command {
        print(&toml::to_string_pretty(&config.masked())?);
        return Ok(ExitCode::SUCCESS);
    }
    logs::start(&config.log)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.context("can't start the runtime")?.block_on(async {
        match cli.command {
            Command::Serve { role } => serve::run(&config, role).await,
            Command::Demo => Box::pin(demo::run(config, &cli.overrides)).await,
            Command::Migrate => {
                crate::database::open_migrated(&config).await?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Import(what) => import::run(&config, what).await,
            Command::Member(what) => member::run(&config, what).await,
            Command::Access(what) => access::run(&config, what).await,
            Command::Billing(what) => billing::run(&config, what).await,
            Command::Meter(what) => courtesy::meter(&config, what).await,
            Command::GiftLinks(what) => courtesy::gift_links(&config, what).await,
            Command::Institution(what) => courtesy::institution(&config, what).await,
            Command::Search(what) => search::run(&config, what).await,
            Command::Staff(what) => staff::run(&config, what).await,
            Command::Reindex => reindex::run(&config).await,
            Command::Doctor { repair } => doctor::run(&config, repair).await,
            Command::Leakcheck { url, canaries, scratch_database } => {
                Box::pin(leakcheck::run(config, url, canaries, scratch_database)).await
            }
            Command::Config => Ok(ExitCode::SUCCESS),
        }
    })
}

/// What a command answers goes to standard output; everything else to standard error.
#[expect(clippy::print_stdout, reason = "the one place that answers the person at the terminal")]
pub(crate) fn print(text: &str) {
    println!("{}", text.trim_end());
}
