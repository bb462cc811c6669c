//! Gazette: a self-hosted publishing platform for searchable, paywalled, multilingual articles.
//!
//! The binary is the command line, the configuration and the wiring of the crates; nothing else.

use std::process::ExitCode;

use clap::Parser;

mod chores;
mod cli;
mod commands;
mod config;
mod database;
mod engine;
mod logs;
mod metrics;
mod secret;
mod shutdown;
mod wiring;

/// Pages are many short-lived allocations; mimalloc serves them faster than the system's allocator
/// and gives memory back.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    match commands::run(cli) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("gazette: {error:#}");
            ExitCode::FAILURE
        }
    }
}
