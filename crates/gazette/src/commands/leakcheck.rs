//! `gazette leakcheck`.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use accounts::{Languages, Role};
use anyhow::{Context, Result, bail};
use billing::{Market, TaxName};
use content::import::{Importer, Mode};
use jiff::SignedDuration;
use kernel::{Access, Clock, Email, MemberId};
use leakcheck::{Plant, Report, Visitor, Walker, plant};
use mail::Mailbox;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use url::Url;

use self::canaries::Canaries;
use self::given::Gifts;
use self::serving::Serving;
use super::prices;
use crate::cli;
use crate::config::Config;
use crate::database;
use crate::metrics;
use crate::wiring::{Post, System};

mod canaries;
mod given;
mod money;
mod offers;
mod previews;
mod serving;
mod unlinked;

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
        (Some(file), Some(url)) => walk_words(Canaries::read(&file)?, url).await?,
        (Some(_), None) => bail!("--canaries needs the address of the site to walk"),
        (None, url) => Box::pin(walk_planted(config, url, scratch)).await?,
    };
    super::print(&report.to_string());
    Ok(if report.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Whoever may see nothing comes before those who may see something, and again after them.
async fn walk_words(canaries: Canaries, url: Url) -> Result<Report> {
    let mut walker = Walker::words(url, canaries.words).await?;
    let unknown = Visitor::unknown();
    for visitor in unknown.iter().chain(&canaries.visitors) {
        walker.walk(visitor).await.with_context(|| format!("walking as {}", visitor.name))?;
    }
    for visitor in &unknown {
        walker.again(visitor).await?;
        walker.post(visitor).await?;
    }
    Ok(walker.finish())
}

async fn walk_planted(mut config: Config, url: Option<Url>, scratch: Option<String>) -> Result<Report> {
    let folder = tempfile::tempdir().context("can't make a temporary folder")?;
    config.data_dir = folder.path().join("data");
    // Never the configured database: this fills one with accounts and texts.
    config.database_url = scratch;
    config.keep_to_itself();
    let direct = url.is_none();
    if direct {
        config.listen.set_port(0);
        config.trusted_proxies.push(given::proxy());
    }
    config.base_url = url;
    // The pages of those who end contracts without signing in are there only where a market wants them.
    let everywhere = Market { regions: Vec::new(), currencies: Vec::new(), tax: TaxName::Vat, eu_kit: true };
    config.market = vec![everywhere];
    let database = database::open_migrated(&config).await?;
    let system = System::open(&config, database)?;
    let mut planted = plant_publication(&system, &folder.path().join("publication")).await?;
    let visitors = visitors(&system, &config).await?;
    let gifts = given::gifts(&system, &config, direct).await?;
    planted.addresses.push(gifts.address.clone());

    let (tasks, cancel) = (TaskTracker::new(), CancellationToken::new());
    let mailbox = Arc::<Mailbox>::default();
    system.start_work(&config, Post::Captured(Arc::clone(&mailbox)), &tasks, &cancel)?;
    system.start_indexing(cli::Role::All, &tasks, &cancel)?;
    // Searches aren't counted: what the walk types would be shown to staff as what readers look for.
    let site = Site { config: &config, system: &system, mailbox };
    let report = walk(&site, &planted, &visitors, &gifts).await;
    cancel.cancel();
    tasks.close();
    tasks.wait().await;
    report
}

/// What is walked.
struct Site<'a> {
    config: &'a Config,
    system: &'a System,
    mailbox: Arc<Mailbox>,
}

/// First everybody walks everything, those who may see nothing first, and one of them once more at the
/// end. Then, each time with nothing in the site's memory, another one comes first, so that each is
/// seen to leave nothing behind for any other. Then the meter is switched on. Forms come last: they may change something.
async fn walk(site: &Site<'_>, planted: &Plant, visitors: &[Visitor], gifts: &Gifts) -> Result<Report> {
    let metrics = metrics::serve(site.system, SocketAddr::from(([127, 0, 0, 1], 0))).await?;
    let mut serving = Serving::start(site).await?;
    let mut walker = Walker::planted(serving.base.clone(), planted, gateway::REQUESTS)?;
    let unknown = Visitor::unknown();
    let everybody: Vec<&Visitor> = unknown.iter().chain(visitors).collect();
    // So that there is mail.
    walker.post(&Visitor::anonymous()).await?;
    for visitor in &everybody {
        walker.walk(visitor).await.with_context(|| format!("walking as {}", visitor.name))?;
    }
    visit(&mut walker, &gifts.visitors).await?;
    gifts.end(site.system).await?;
    visit(&mut walker, &money::visitors(site.system, site.config).await?).await?;
    visit(&mut walker, &offers::visitors(site.system, site.config).await?).await?;
    let staff = staff(site.system, site.config).await?;
    for visitor in &staff {
        // On the site they are all alike; in the newsroom they aren't.
        let walked = match visitor.name.as_str() {
            "owner" => walker.crawl(visitor).await,
            _ => walker.crawl_newsroom(visitor).await,
        };
        walked.with_context(|| format!("walking as {}", visitor.name))?;
    }
    let owner = staff.first().context("there is an owner")?;
    previews::look(&mut walker, site.system, owner).await?;
    unlinked::look(&mut walker, site.system, owner).await?;
    walker.crawl(&Visitor::anonymous()).await.context("walking as anonymous again")?;
    for first in &everybody {
        serving.stop().await?;
        serving = Serving::start(site).await?;
        walker.moved_to(serving.base.clone());
        walker.again(first).await.with_context(|| format!("coming first as {}", first.name))?;
        for visitor in everybody.iter().filter(|visitor| visitor.name != first.name) {
            walker.again(visitor).await.with_context(|| format!("coming after {}", first.name))?;
        }
    }
    let metered = given::metered(site.system, site.config).await?;
    serving.stop().await?;
    serving = Serving::start(site).await?;
    walker.moved_to(serving.base.clone());
    for visitor in &unknown {
        walker.again(visitor).await.with_context(|| format!("coming to the meter as {}", visitor.name))?;
    }
    visit(&mut walker, &metered).await?;
    for visitor in &unknown {
        walker.again(visitor).await.with_context(|| format!("coming after the meter as {}", visitor.name))?;
    }
    if !given::counted(site.system).await? {
        bail!("the meter didn't count what a member read on it");
    }
    for visitor in everybody.into_iter().chain(&staff) {
        walker.post(visitor).await.with_context(|| format!("sending forms as {}", visitor.name))?;
    }
    walker.open(&Visitor::anonymous(), metrics.url()?).await?;
    metrics.stop().await?;
    serving.stop().await?;
    // Mail is read by whoever gets hold of it.
    for mail in site.mailbox.messages() {
        walker.read(
            &Visitor::anonymous(),
            "a mail",
            &format!("{}\n{}\n{}", mail.subject, mail.text, mail.html),
        );
    }
    Ok(walker.finish())
}

/// Goes as each to where words were shown to somebody; walks the whole site, and searches it, only as
/// one of each kind, since that takes longest.
async fn visit(walker: &mut Walker, visitors: &[Visitor]) -> Result<()> {
    const WALKING: [&str; 4] = ["gift link used", "in a library", "refunded", "meter left"];
    for visitor in visitors {
        let walked = if WALKING.contains(&visitor.name.as_str()) {
            walker.walk(visitor).await
        } else {
            walker.again(visitor).await
        };
        walked.with_context(|| format!("walking as {}", visitor.name))?;
    }
    Ok(())
}

async fn plant_publication(system: &System, folder: &Path) -> Result<Plant> {
    std::fs::create_dir_all(folder)?;
    let mut seed = [0; 8];
    getrandom::fill(&mut seed).context("the system gives no randomness")?;
    let planted = plant(folder, u64::from_le_bytes(seed))?;
    prices::of_plans(system, &std::fs::read_to_string(folder.join("plans.toml"))?).await?;
    import(system, folder).await?;
    planted.change(folder)?;
    import(system, folder).await?;
    system.index_worker()?.catch_up().await?;
    Ok(planted)
}

async fn import(system: &System, folder: &Path) -> Result<()> {
    let importer = Importer::new(system.content.clone(), system.media.clone());
    let report = importer.run(folder, Mode::Write, &|_| {}).await?;
    match report.errors.first() {
        Some(error) => bail!("the planted publication is faulty: {error}"),
        None => prices::of_stories(system, &report).await,
    }
}

fn rules(names: &[&str]) -> Result<Vec<Access>> {
    Ok(names.iter().map(|name| name.parse::<Access>()).collect::<Result<_, _>>()?)
}

/// A member in each state, signed in.
async fn visitors(system: &System, config: &Config) -> Result<Vec<Visitor>> {
    let now = system.clock.now();
    let day = SignedDuration::from_hours(24);
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
    Ok(visitors)
}

/// Somebody with each role. They read every text, and in the newsroom what isn't published.
async fn staff(system: &System, config: &Config) -> Result<Vec<Visitor>> {
    let mut staff = Vec::new();
    for role in Role::ALL {
        let id = member(system, role.as_str()).await?;
        system.accounts.set_role(id, Some(role), "leak check").await?;
        let reads = rules(&["members", "paid", "plans:gold"])?;
        let visitor = signed_in(system, config, role.as_str(), id, reads).await?;
        staff.push(visitor.who_works_here());
    }
    Ok(staff)
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
