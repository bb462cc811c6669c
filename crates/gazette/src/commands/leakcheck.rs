//! `gazette leakcheck`.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use accounts::Languages;
use anyhow::{Context, Result, bail};
use content::import::{Importer, Mode};
use jiff::SignedDuration;
use kernel::{Access, Clock, Email, MemberId};
use leakcheck::{Plant, Report, Visitor, Walker, plant};
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::cli::Role;
use crate::config::Config;
use crate::database;
use crate::wiring::System;

/// With `canaries`, looks for those words on the site at `url`. Without, plants words in a
/// throw-away publication with the configured theme, serves it where the configuration says, and
/// walks it: directly, or at `url` through the proxy that stands before it. Exit code 1 on any leak.
pub(crate) async fn run(
    config: Config,
    url: Option<Url>,
    canaries: Option<PathBuf>,
    scratch: Option<String>,
) -> Result<ExitCode> {
    // The client that walks needs a TLS provider for sites served over HTTPS.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let report = match (canaries, url) {
        (Some(file), Some(url)) => walk_words(&file, url).await?,
        (Some(_), None) => bail!("--canaries needs the address of the site to walk"),
        (None, url) => walk_planted(config, url, scratch).await?,
    };
    super::print(&report.to_string());
    Ok(if report.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn walk_words(file: &Path, url: Url) -> Result<Report> {
    let text = std::fs::read_to_string(file).with_context(|| format!("can't read {}", file.display()))?;
    let words: Vec<String> =
        text.lines().map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    if words.is_empty() {
        bail!("{} holds no words", file.display());
    }
    let mut walker = Walker::words(url, words)?;
    for visitor in Visitor::unknown() {
        walker.walk(&visitor).await?;
    }
    Ok(walker.finish())
}

async fn walk_planted(mut config: Config, url: Option<Url>, scratch: Option<String>) -> Result<Report> {
    let folder = tempfile::tempdir().context("can't make a temporary folder")?;
    config.data_dir = folder.path().join("data");
    // Never the configured database: this fills one with accounts and texts.
    config.database_url = scratch;
    if url.is_none() {
        config.listen.set_port(0);
    }
    config.base_url.clone_from(&url);
    let database = database::open_migrated(&config).await?;
    let system = System::open(&config, database)?;
    let planted = plant_publication(&system, &folder.path().join("publication")).await?;
    let visitors = visitors(&system, &config).await?;

    let cancel = CancellationToken::new();
    let (bound, when_bound) = tokio::sync::oneshot::channel();
    let serving = super::serve::serve(
        &config,
        &system,
        Role::All,
        Some(Arc::default()),
        cancel.clone(),
        |address: SocketAddr| {
            let _ = bound.send(address);
            String::new()
        },
    );
    let walking = async {
        let address = when_bound.await.context("the site didn't start")?;
        let base = url.map_or_else(|| format!("http://{address}/").parse(), Ok)?;
        let report = walk(base, &planted, &visitors).await;
        cancel.cancel();
        report
    };
    let (served, report) = tokio::join!(serving, walking);
    served?;
    report
}

/// Visitors who may see nothing come first, onto a cold cache, and again at the end, when those who
/// may see everything have warmed it.
async fn walk(base: Url, planted: &Plant, visitors: &[Visitor]) -> Result<Report> {
    let mut walker = Walker::planted(base, planted, gateway::ROUTES)?;
    let unknown = Visitor::unknown();
    for visitor in unknown.iter().chain(visitors).chain(&unknown) {
        walker.walk(visitor).await.with_context(|| format!("walking as {}", visitor.name))?;
    }
    Ok(walker.finish())
}

async fn plant_publication(system: &System, folder: &Path) -> Result<Plant> {
    std::fs::create_dir_all(folder)?;
    let mut seed = [0; 8];
    getrandom::fill(&mut seed).context("the system gives no randomness")?;
    let planted = plant(folder, u64::from_le_bytes(seed))?;
    let importer = Importer::new(system.content.clone(), system.media.clone());
    let report = importer.run(folder, Mode::Write, &|_| {}).await?;
    if let Some(error) = report.errors.first() {
        bail!("the planted publication is faulty: {error}");
    }
    system.billing.import_plans(&std::fs::read_to_string(folder.join("plans.toml"))?).await?;
    system.index_worker().catch_up().await?;
    Ok(planted)
}

/// A member in each state, signed in.
async fn visitors(system: &System, config: &Config) -> Result<Vec<Visitor>> {
    let now = system.clock.now();
    let day = SignedDuration::from_hours(24);
    let rules =
        |names: &[&str]| names.iter().map(|name| name.parse::<Access>()).collect::<Result<Vec<_>, _>>();
    let mut visitors = Vec::new();

    let free = member(system, "free").await?;
    visitors.push(signed_in(system, config, "free member", free, rules(&["members"])?).await?);
    for (name, plan) in [("paid", "standard"), ("wrong plan", "silver")] {
        let id = member(system, plan).await?;
        system.billing.grant(id, &plan.parse()?, now, Some(now + day), "leak check").await?;
        visitors.push(signed_in(system, config, name, id, rules(&["members", "paid"])?).await?);
    }
    let gold = member(system, "gold").await?;
    system.billing.grant(gold, &"gold".parse()?, now, None, "leak check").await?;
    visitors.push(
        signed_in(system, config, "right plan", gold, rules(&["members", "paid", "plans:gold"])?).await?,
    );
    let expired = member(system, "expired").await?;
    system.billing.grant(expired, &"gold".parse()?, now - day - day, Some(now - day), "leak check").await?;
    visitors.push(signed_in(system, config, "expired grant", expired, rules(&["members"])?).await?);

    let gone = member(system, "gone").await?;
    system.billing.grant(gone, &"gold".parse()?, now, None, "leak check").await?;
    let mut out = signed_in(system, config, "signed out with the old cookie", gone, Vec::new()).await?;
    for session in system.accounts.sessions(gone).await? {
        system.accounts.revoke_session(gone, session.id).await?;
    }
    out.reads.clear();
    visitors.push(out);
    visitors.push(Visitor::with_cookie(
        "forged cookie",
        "gazette=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        Vec::new(),
    ));
    Ok(visitors)
}

async fn member(system: &System, name: &str) -> Result<MemberId> {
    let email: Email = format!("{name}@example.org").parse()?;
    Ok(system.accounts.ensure_member(&email, "", &Languages::of("en".parse()?)).await?.id)
}

async fn signed_in(
    system: &System,
    config: &Config,
    name: &str,
    id: MemberId,
    reads: Vec<Access>,
) -> Result<Visitor> {
    let session = system.accounts.open_session(id, "leak check").await?;
    let https = config.base_url.as_ref().is_some_and(|url| url.scheme() == "https");
    let cookie = if https { "__Host-gazette" } else { "gazette" };
    Ok(Visitor::with_cookie(name, &format!("{cookie}={}", session.token.as_str()), reads))
}
