//! The sandbox for people: `stripe-sandbox --listen 127.0.0.1:12111 --webhook http://127.0.0.1:8080/webhooks/stripe`.

use std::{error::Error, process::ExitCode};

use clap::Parser;
use jiff::{SignedDuration, Timestamp};
use stripe_sandbox::{Clock, Config, Endpoint, Sandbox, Timeline};

/// A stand-in for Stripe's API, for the demo and tests. It refuses to run in production.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:12111", env = "STRIPE_SANDBOX_LISTEN")]
    listen: String,
    /// Address under which browsers reach the pages, if not the one it listens on.
    #[arg(long, env = "STRIPE_SANDBOX_BASE_URL")]
    base_url: Option<String>,
    /// Where events go.
    #[arg(long, env = "STRIPE_SANDBOX_WEBHOOK")]
    webhook: Option<String>,
    /// What signs events; several during a rotation.
    #[arg(long, default_value = "whsec_sandbox", env = "STRIPE_SANDBOX_SECRET", hide_env_values = true)]
    secret: Vec<String>,
    /// Fixes ids and chance.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Stand still at this moment (RFC 3339) instead of following the wall clock.
    #[arg(long)]
    at: Option<Timestamp>,
    /// What this machine calls itself; production is refused.
    #[arg(long, default_value = "development", env = "GAZETTE_ENVIRONMENT")]
    environment: String,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("stripe-sandbox: {error}"));
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn Error>> {
    let webhooks = arguments.webhook.into_iter().map(|url| Endpoint {
        url,
        secrets: arguments.secret.clone(),
        events: Vec::new(),
    });
    let sandbox = Sandbox::new(&Config {
        environment: arguments.environment,
        seed: arguments.seed,
        clock: arguments.at.map_or(Clock::Wall(SignedDuration::ZERO), Clock::Virtual),
        base_url: arguments.base_url,
        webhooks: webhooks.collect(),
        // People's receivers compare with the wall clock, also after time was moved.
        signature_time: Timeline::Wall,
        ..Config::default()
    })?;
    let listener = tokio::net::TcpListener::bind(&arguments.listen).await?;
    say(&format!("stripe-sandbox listening on http://{}", listener.local_addr()?));
    sandbox.serve(listener).await?;
    Ok(())
}

/// The one line for people.
fn say(line: &str) {
    use std::io::Write as _;
    // Nobody may be reading.
    let _ = writeln!(std::io::stdout(), "{line}");
}
