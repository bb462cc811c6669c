//! Putting the crates together.

use std::sync::Arc;

use accounts::Accounts;
use anyhow::{Context, Result};
use billing::{Billing, Stripe};
use content::Store;
use content::media::{Limits, MediaStore};
use gateway::{Parts, Seal, Settings, TrustedProxies};
use kernel::{Clock, SystemClock};
use mail::{Courier, Mailbox, Mailroom, Transport};
use numbers::Numbers;
use sea_orm::DatabaseConnection;
use search::{Curation, Worker};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use url::Url;

use crate::chores::{self, Sweep};
use crate::cli::Role;
use crate::config::Config;
use crate::engine::Engine;
use crate::secret;

/// The parts of a running Gazette.
pub(crate) struct System {
    pub(crate) content: Store,
    pub(crate) media: MediaStore,
    picture_limits: Limits,
    pub(crate) accounts: Accounts,
    pub(crate) billing: Billing,
    pub(crate) mail: Mailroom,
    pub(crate) engine: Engine,
    pub(crate) curation: Curation,
    pub(crate) numbers: Numbers,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) database: DatabaseConnection,
    secret: String,
}

/// Where mail goes.
pub(crate) enum Post {
    /// As configured.
    Configured,
    /// Kept in memory, for the demo.
    Captured(Arc<Mailbox>),
}

impl System {
    /// Opens everything below the data folder.
    pub(crate) fn open(config: &Config, database: DatabaseConnection) -> Result<Self> {
        Self::open_at(config, database, Arc::new(SystemClock))
    }

    /// The same, living by another clock.
    pub(crate) fn open_at(
        config: &Config,
        database: DatabaseConnection,
        clock: Arc<dyn Clock>,
    ) -> Result<Self> {
        let secret = secret::load(config)?;
        let mut billing = Billing::new(database.clone(), Arc::clone(&clock))
            .with_secret(secret.as_bytes())
            .with_selling(config.selling());
        if let Some((settings, policy)) = config.stripe()? {
            let stripe = Stripe::new(settings)
                .and_then(|stripe| stripe.with_patience(config.stripe_patience()))
                .context("stripe can't be used")?;
            billing = billing.with_stripe(stripe, policy);
        }
        Ok(Self {
            content: Store::new(database.clone(), Arc::clone(&clock)),
            media: open_media(config)?,
            picture_limits: config.media.limits(),
            accounts: Accounts::new(database.clone(), Arc::clone(&clock), secret.as_bytes())
                .with_settings(config.accounts()?),
            billing,
            mail: Mailroom::new(database.clone(), Arc::clone(&clock)),
            curation: Curation::new(database.clone(), Arc::clone(&clock)),
            numbers: Numbers::new(database.clone()),
            engine: Engine::of(config)?,
            clock,
            database,
            secret,
        })
    }

    /// The gateway over these parts.
    pub(crate) fn gateway(
        &self,
        config: &Config,
        base_url: Url,
        mailbox: Option<Arc<Mailbox>>,
    ) -> Result<gateway::App> {
        let settings = Settings {
            base_url,
            theme: config.theme.clone(),
            trusted_proxies: TrustedProxies::new(config.trusted_proxies.clone()),
            payment_origins: config.payment_origins(),
            page_cache_bytes: config.page_cache_mib * 1024 * 1024,
            closed_words: config.closed_words(),
            demo_password: config.demo_password(),
        };
        let parts = Parts {
            content: self.content.clone(),
            media: self.media.clone(),
            accounts: self.accounts.clone(),
            billing: self.billing.clone(),
            mail: self.mail.clone(),
            search: Arc::clone(&self.engine.searcher),
            curation: self.curation.clone(),
            machine: config.translator()?,
            numbers: self.numbers.clone(),
            clock: Arc::clone(&self.clock),
            seal: self.seal(),
            picture_limits: self.picture_limits,
            post: transport(config, mailbox.clone())?,
            mailbox,
        };
        gateway::App::new(parts, settings).context("can't use the theme")
    }

    /// The keys of what browsers carry.
    pub(crate) fn seal(&self) -> Seal {
        Seal::derive(self.secret.as_bytes())
    }

    /// The worker that keeps the search index up to date.
    pub(crate) fn index_worker(&self) -> Result<Worker> {
        let indexer = self.engine.indexer.as_ref().context(
            "search.index_key is not set; `gazette search provision` makes the keys, and only `--role web` does without this one",
        )?;
        let mut name = [0; 8];
        getrandom::fill(&mut name).context("the system gives no randomness")?;
        let worker = Worker::new(self.content.clone(), Arc::clone(indexer));
        Ok(worker.called(kernel::hash::hex(&name)))
    }

    /// Starts publishing what is due, billing, throwing away what has served its purpose, and
    /// sending mail.
    pub(crate) fn start_work(
        &self,
        config: &Config,
        post: Post,
        tasks: &TaskTracker,
        cancel: &CancellationToken,
    ) -> Result<()> {
        tasks.spawn(chores::publish_due(self.content.clone(), cancel.clone()));
        tasks.spawn(chores::make_variants(self.content.clone(), self.media.clone(), cancel.clone()));
        tasks.spawn(self.billing.clone().work(cancel.clone()));
        let sweep = Sweep {
            accounts: self.accounts.clone(),
            content: self.content.clone(),
            billing: self.billing.clone(),
            mail: self.mail.clone(),
            clock: Arc::clone(&self.clock),
        };
        tasks.spawn(sweep.run(cancel.clone()));
        let mailbox = match post {
            Post::Captured(mailbox) => Some(mailbox),
            Post::Configured => None,
        };
        let transport = transport(config, mailbox)?;
        if transport.is_none() {
            tracing::warn!("mail.smtp_url is not set: mail, sign-in links too, waits in its queue");
        }
        if let Some(transport) = transport {
            let courier =
                Courier::new(&self.mail, transport, &config.mail.from).context("mail.from can't be used")?;
            let cancel = cancel.clone();
            tasks.spawn(async move { courier.run(cancel).await });
        }
        Ok(())
    }

    /// Starts counting what readers search for.
    pub(crate) fn start_counting(&self, tasks: &TaskTracker, cancel: &CancellationToken) {
        let (curation, cancel) = (self.curation.clone(), cancel.clone());
        tasks.spawn(async move { curation.keep_counts(cancel).await });
    }

    /// Starts indexing, if that is this process's business: an index of its own is each web node's,
    /// a shared one the workers'.
    pub(crate) fn start_indexing(
        &self,
        role: Role,
        tasks: &TaskTracker,
        cancel: &CancellationToken,
    ) -> Result<()> {
        let shared = self.engine.meili.is_some();
        let mine = match role {
            Role::All => true,
            Role::Web => !shared,
            Role::Worker => shared,
        };
        if mine {
            let (worker, cancel) = (self.index_worker()?, cancel.clone());
            tasks.spawn(async move { worker.run(cancel).await });
        }
        Ok(())
    }
}

/// The way mail leaves: into the mailbox, if there is one, or as configured.
fn transport(config: &Config, mailbox: Option<Arc<Mailbox>>) -> Result<Option<Transport>> {
    match (mailbox, &config.mail.smtp_url) {
        (Some(mailbox), _) => Ok(Some(Transport::captured(mailbox))),
        (None, Some(url)) => Transport::smtp(url).context("mail.smtp_url can't be used").map(Some),
        (None, None) => Ok(None),
    }
}

/// Where pictures are kept.
fn open_media(config: &Config) -> Result<MediaStore> {
    match &config.media.s3 {
        Some(s3) => MediaStore::in_bucket(s3).context("media.s3 can't be used"),
        None => MediaStore::open(&config.data_dir.join("media")).context("can't open the media folder"),
    }
}
