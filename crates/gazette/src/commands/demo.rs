//! `gazette demo`: a throw-away publication with sample content.

use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use accounts::{Languages, Role as StaffRole};
use anyhow::{Context, Result};
use billing::courtesy::Rules;
use billing::{Market, TaxName};
use content::import::{Importer, Mode};
use jiff::{SignedDuration, Timestamp};
use kernel::{Clock, Email, SystemClock};
use mail::Mailbox;
use rust_embed::RustEmbed;
use stripe_sandbox::{Clock as SandboxClock, Config as SandboxConfig, Endpoint, Sandbox};

use super::prices;
use crate::cli::{Overrides, Role};
use crate::config::Config;
use crate::wiring::System;
use crate::{database, shutdown};

#[derive(RustEmbed)]
#[folder = "sample"]
#[exclude = "art/*"]
struct Sample;

/// Serves it until a signal. Without `--data-dir` everything is gone afterwards.
pub(crate) async fn run(mut config: Config, overrides: &Overrides) -> Result<ExitCode> {
    let cancel = shutdown::on_signal()?;
    let temporary = match &overrides.data_dir {
        Some(_) => None,
        None => Some(tempfile::tempdir().context("can't make a temporary folder")?),
    };
    if let Some(temporary) = &temporary {
        config.data_dir = temporary.path().to_owned();
    }
    // A demo has its own database, whatever is configured: it must never touch a real one.
    config.database_url = None;
    config.keep_to_itself();
    let database = database::open_migrated(&config).await?;
    let sandbox = open_sandbox(&mut config).await?;
    let system = System::open_at(&config, database, Arc::new(SandboxTime(sandbox.clone())))?;
    publish_sample(&system, &config.data_dir.join("sample")).await?;
    add_people(&system).await?;
    let mailbox = Arc::new(Mailbox::default());
    let stripe = config.stripe.api_base.clone().map(String::from).unwrap_or_default();
    let ready = move |bound: SocketAddr| {
        if let Err(error) = sandbox.set_webhooks(vec![webhook(bound)]) {
            tracing::error!(%error, "the sandbox can't reach the demo");
        }
        greeting(bound, &stripe)
    };
    super::serve::serve(&config, &system, Role::All, Some(mailbox), cancel, ready).await?;
    Ok(ExitCode::SUCCESS)
}

/// Unpacks the sample publication and imports it.
async fn publish_sample(system: &System, folder: &Path) -> Result<()> {
    for name in Sample::iter() {
        if let Some(file) = Sample::get(&name) {
            let path = folder.join(&*name);
            std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
            std::fs::write(path, &file.data)?;
        }
    }
    let importer = Importer::new(system.content.clone(), system.media.clone());
    let report =
        importer.run(folder, Mode::Write, &|_| {}).await.context("can't import the sample content")?;
    for error in &report.errors {
        tracing::warn!(%error, "sample content");
    }
    let plans = std::fs::read_to_string(folder.join("plans.toml"))?;
    prices::of_plans(system, &plans).await.context("can't import the sample plans")?;
    prices::of_stories(system, &report).await.context("can't import the sample's prices")?;
    let rules = system.billing.courtesy_rules().await?;
    if rules == Rules::default() {
        system.billing.set_courtesy_rules(Rules { gift_links: 5, ..rules }).await?;
    }
    Ok(())
}

/// The people to sign in as.
async fn add_people(system: &System) -> Result<()> {
    let languages = Languages::new(vec!["de".parse()?, "en".parse()?]).context("two languages are a list")?;
    let ensure = async |address: &str| -> Result<kernel::MemberId> {
        let email: Email = address.parse()?;
        Ok(system.accounts.ensure_member(&email, "", &languages).await?.id)
    };
    ensure("reader@example.org").await?;
    let subscriber = ensure("subscriber@example.org").await?;
    if system.billing.grants(subscriber).await?.is_empty() {
        let now = system.clock.now();
        system.billing.grant(subscriber, &"standard".parse()?, now, None, "demo").await?;
    }
    for (address, role) in [
        ("editor@example.org", StaffRole::Editor),
        ("owner@example.org", StaffRole::Owner),
        ("translator@example.org", StaffRole::Translator),
    ] {
        let member = ensure(address).await?;
        system.accounts.set_role(member, Some(role), "demo").await?;
    }
    Ok(())
}

/// The demo lives by the sandbox's time: when that is advanced by a month, a month has passed here.
struct SandboxTime(Sandbox);

impl Clock for SandboxTime {
    fn now(&self) -> Timestamp {
        let now = SystemClock.now();
        now.checked_add(self.0.ahead()).unwrap_or(now)
    }
}

/// The secret with which the sandbox signs its messages; both ends are in this process.
const WEBHOOK_SECRET: &str = "whsec_of_the_demo";

/// Starts a payment provider of the demo's own, and configures it.
async fn open_sandbox(config: &mut Config) -> Result<Sandbox> {
    let settings = SandboxConfig {
        clock: SandboxClock::Wall(SignedDuration::ZERO),
        business_name: "Gazette".to_owned(),
        ..SandboxConfig::default()
    };
    let sandbox = Sandbox::new(&settings)?;
    let address = sandbox.start().await.context("can't start the sandbox of the payment provider")?;
    config.throw_away = true;
    config.stripe.secret_key = Some("sk_test_of_the_demo".to_owned());
    config.stripe.webhook_secrets = vec![WEBHOOK_SECRET.to_owned()];
    config.stripe.account = None;
    config.stripe.api_base = Some(address.parse()?);
    if config.market.is_empty() {
        config.market = markets()?;
    }
    Ok(sandbox)
}

/// A market where the law asks for everything, and one where it asks for little.
fn markets() -> Result<Vec<Market>> {
    let regions = ["DE", "AT", "FR", "IT", "ES"].map(str::to_owned).to_vec();
    let euro = Market { regions, currencies: vec!["EUR".parse()?], tax: TaxName::Vat, eu_kit: true };
    let us = Market {
        regions: vec!["US".to_owned()],
        currencies: vec!["USD".parse()?],
        tax: TaxName::SalesTax,
        eu_kit: false,
    };
    Ok(vec![euro, us])
}

fn webhook(bound: SocketAddr) -> Endpoint {
    let url = format!("http://127.0.0.1:{}/webhooks/stripe", bound.port());
    Endpoint { url, secrets: vec![WEBHOOK_SECRET.to_owned()], events: Vec::new() }
}

fn greeting(bound: SocketAddr, stripe: &str) -> String {
    format!(
        "\n  A throw-away publication with sample content. Sign in at http://{bound}/de/sign-in as\n\
         \n    reader@example.org       a free member\n    subscriber@example.org   who has a subscription\n    \
         owner@example.org        who owns it\n    \
         editor@example.org       an editor\n    translator@example.org   a translator\n\
         \n  and find the mail at http://{bound}/dev/mailbox. Subscriptions are paid in a sandbox ({stripe})\n  \
         with test cards such as 4242 4242 4242 4242.\n"
    )
}
