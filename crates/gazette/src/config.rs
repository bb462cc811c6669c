//! Configuration: defaults < `gazette.toml` < `GAZETTE_*` < flags. Unknown keys are errors.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use accounts::SecondFactor;
use anyhow::{Context, Result, bail};
use billing::{Market, Patience, Policy, Selling, StripeSettings};
use content::media::{Limits, S3};
use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use jiff::SignedDuration;
use search::ClosedWords;
use serde::{Deserialize, Serialize};
use translation::machine::{Protocol, Translator};
use url::Url;

use crate::cli::Overrides;

/// The password of all staff of the demo, which is thrown away with it.
pub(crate) const DEMO_PASSWORD: &str = "read all about it";

/// Everything an operator can set.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Config {
    /// Where to listen.
    pub(crate) listen: SocketAddr,
    /// Folder of database, index and pictures.
    pub(crate) data_dir: PathBuf,
    /// The public address of the site, if it isn't `http://{listen}`.
    pub(crate) base_url: Option<Url>,
    /// `postgres://…`; without it a SQLite file in the data folder.
    pub(crate) database_url: Option<String>,
    /// Connections to the database.
    pub(crate) database_connections: u32,
    /// A folder whose files take the place of the shipped theme's.
    pub(crate) theme: Option<PathBuf>,
    /// Reverse proxies whose `X-Forwarded-For` is believed.
    pub(crate) trusted_proxies: Vec<IpAddr>,
    /// Memory for rendered pages, in MiB.
    pub(crate) page_cache_mib: u64,
    /// Key for hashes that must not be guessed; the same on all nodes. Without it one is made and
    /// kept in the data folder.
    pub(crate) secret: Option<String>,
    /// Where Prometheus finds `/metrics`; without it there are none.
    pub(crate) metrics_listen: Option<SocketAddr>,
    pub(crate) log: Log,
    pub(crate) mail: Mail,
    pub(crate) media: Media,
    pub(crate) search: Search,
    pub(crate) stripe: Stripe,
    pub(crate) staff: Staff,
    pub(crate) translation: Translation,
    /// Readers to whom the same law and the same words apply; the first that fits is a reader's.
    pub(crate) market: Vec<Market>,
    /// Whether all of it is thrown away afterwards: the demo, which brings its own sandbox.
    #[serde(skip)]
    pub(crate) throw_away: bool,
}

/// How staff sign in.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Staff {
    /// Who must have a second factor: owners and administrators, or everybody.
    pub(crate) second_factor: SecondFactor,
    /// Hours after which they sign in anew, however they use their session.
    pub(crate) session_hours: u16,
    /// Minutes after which an unused session ends.
    pub(crate) idle_minutes: u16,
}

/// Pictures.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Media {
    /// A bucket on a server that speaks S3; without it pictures are in the data folder.
    pub(crate) s3: Option<S3>,
    /// Bytes of a file that is taken in, in MiB.
    pub(crate) most_mib: u16,
    /// Pixels of a picture that is taken in, in millions.
    pub(crate) most_megapixels: u16,
}

impl Media {
    /// What is taken in at most.
    pub(crate) fn limits(&self) -> Limits {
        Limits {
            bytes: usize::from(self.most_mib) * 1024 * 1024,
            pixels: u64::from(self.most_megapixels) * 1_000_000,
        }
    }
}

/// The search engine.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "the key to search with, beside the one to index with")]
pub(crate) struct Search {
    pub(crate) engine: Engine,
    /// Where Meilisearch is, such as `http://127.0.0.1:7700`.
    pub(crate) url: Option<Url>,
    /// Meilisearch's key for the site: it can only search.
    pub(crate) search_key: Option<String>,
    /// Meilisearch's key for workers and commands; a `web` node needs none.
    pub(crate) index_key: Option<String>,
    /// What the names of Meilisearch's indexes begin with.
    pub(crate) prefix: String,
    /// Whether readers find stories by words in the part that they may not read. What is shown is
    /// what everyone may see, but a search then tells whether a word is in a story.
    pub(crate) match_closed_words: bool,
}

/// Which search engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Engine {
    /// The one in the binary: an index on each node.
    Embedded,
    /// A Meilisearch server, which nodes share.
    Meilisearch,
}

/// Drafts of translations by a machine.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Translation {
    /// The protocol of the service; without it there are no drafts.
    pub(crate) protocol: Option<MachineProtocol>,
    /// Where it is, without the protocol's own paths: `https://api-free.deepl.com`,
    /// `http://127.0.0.1:5000`, `https://api.openai.com/v1`.
    pub(crate) base_url: Option<Url>,
    /// Its key; best given as `GAZETTE_TRANSLATION__KEY`.
    pub(crate) key: Option<String>,
    /// The model, for `openai`.
    pub(crate) model: Option<String>,
    /// Seconds that one try may take, and how many tries there are.
    pub(crate) timeout_seconds: u16,
    pub(crate) tries: u8,
}

/// A protocol of machine translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum MachineProtocol {
    /// `DeepL`'s API, version 2.
    DeepL,
    /// `LibreTranslate`'s API.
    LibreTranslate,
    /// Chat completions, as `OpenAI` and many others offer them.
    OpenAi,
}

/// Selling subscriptions through Stripe.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Stripe {
    /// `sk_live_…`, `sk_test_…` or a restricted key; without it nothing can be bought.
    pub(crate) secret_key: Option<String>,
    /// Secrets of the webhook endpoint `/webhooks/stripe`; several while one is being replaced.
    pub(crate) webhook_secrets: Vec<String>,
    /// The account, if the key reaches more than one.
    pub(crate) account: Option<String>,
    /// Where the API is, if not at Stripe: a sandbox, which never gets a live key.
    pub(crate) api_base: Option<Url>,
    /// Whether Stripe Tax computes the tax.
    pub(crate) automatic_tax: bool,
    /// Days for which a subscriber whose payment failed reads on.
    pub(crate) past_due_grace_days: u16,
    /// Seconds that one try of a call may take, and how many tries there are.
    pub(crate) timeout_seconds: u16,
    pub(crate) tries: u8,
    /// The coupon that is offered, once, to a subscriber who is about to leave: Stripe's id of it.
    pub(crate) stay_coupon: Option<String>,
}

/// What is logged, and how.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Log {
    pub(crate) format: LogFormat,
    /// Directives of `tracing-subscriber`, such as `info` or `info,gateway=debug`.
    pub(crate) level: String,
}

/// How a line of the log looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LogFormat {
    /// For people.
    Pretty,
    /// For machines: one JSON object a line.
    Json,
}

/// Outgoing mail.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Mail {
    /// `smtp://user:password@host:587` or `smtps://…`; without it mail waits in its queue.
    pub(crate) smtp_url: Option<String>,
    /// The sender, as `Name <address>` or an address.
    pub(crate) from: String,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            data_dir: PathBuf::from("./data"),
            base_url: None,
            database_url: None,
            database_connections: 4,
            theme: None,
            trusted_proxies: Vec::new(),
            page_cache_mib: 32,
            secret: None,
            metrics_listen: None,
            log: Log { format: LogFormat::Pretty, level: "info".to_owned() },
            mail: Mail { smtp_url: None, from: "Gazette <gazette@localhost.localdomain>".to_owned() },
            media: Media { s3: None, most_mib: 20, most_megapixels: 50 },
            search: Search {
                engine: Engine::Embedded,
                url: None,
                search_key: None,
                index_key: None,
                prefix: "gazette".to_owned(),
                match_closed_words: false,
            },
            stripe: Stripe {
                secret_key: None,
                webhook_secrets: Vec::new(),
                account: None,
                api_base: None,
                automatic_tax: false,
                past_due_grace_days: 7,
                timeout_seconds: 10,
                tries: 3,
                stay_coupon: None,
            },
            staff: Staff { second_factor: SecondFactor::Trusted, session_hours: 12, idle_minutes: 60 },
            translation: Translation {
                protocol: None,
                base_url: None,
                key: None,
                model: None,
                timeout_seconds: 60,
                tries: 3,
            },
            market: Vec::new(),
            throw_away: false,
        }
    }
}

impl Config {
    /// Reads the configuration.
    pub(crate) fn load(overrides: &Overrides) -> Result<Self> {
        let file = match &overrides.config {
            Some(file) if !file.is_file() => bail!("there is no configuration file {}", file.display()),
            Some(file) => file.as_path(),
            None => Path::new("gazette.toml"),
        };
        let figment = Figment::from(Serialized::defaults(Self::default()))
            .merge(Toml::file(file))
            // Variables of the tests' own harness are none of ours.
            .merge(Env::prefixed("GAZETTE_").split("__").filter(|key| !key.starts_with("test_")));
        let mut config: Self = figment.extract().context("the configuration can't be used")?;
        if let Some(data_dir) = &overrides.data_dir {
            config.data_dir.clone_from(data_dir);
        }
        if let Some(listen) = overrides.listen {
            config.listen = listen;
        }
        Ok(config)
    }

    /// The public address, given where the server really listens.
    pub(crate) fn base_url(&self, bound: SocketAddr) -> Result<Url> {
        match &self.base_url {
            Some(url) if url.path() != "/" || url.query().is_some() => {
                bail!("base_url is {url}, but the site must be at the root of its host")
            }
            Some(url) => Ok(url.clone()),
            None => Ok(format!("http://{bound}/").parse()?),
        }
    }

    /// Searches and keeps pictures as if nothing had been configured: what is thrown away is no
    /// server's business.
    pub(crate) fn keep_to_itself(&mut self) {
        self.search.engine = Engine::Embedded;
        self.media.s3 = None;
    }

    /// How to sell, if selling is set up. Where real money moves, where readers come over HTTPS, or
    /// where others than this machine's can come at all, there is no sandbox.
    pub(crate) fn stripe(&self) -> Result<Option<(StripeSettings, Policy)>> {
        let stripe = &self.stripe;
        let Some(secret_key) = stripe.secret_key.clone() else { return Ok(None) };
        if stripe.api_base.is_some()
            && (secret_key.contains("_live_") || (self.is_public() && !self.throw_away))
        {
            bail!(
                "stripe.api_base names a sandbox; expected none with a live key, a base_url over HTTPS or of \
                 another host than this machine, trusted proxies, or a listen address that others can reach"
            );
        }
        if stripe.webhook_secrets.is_empty() {
            bail!("stripe.webhook_secrets is empty; expected the secret of the endpoint /webhooks/stripe");
        }
        let settings = StripeSettings {
            secret_key,
            api_base: stripe.api_base.clone(),
            account: stripe.account.clone(),
            webhook_secrets: stripe.webhook_secrets.clone(),
            automatic_tax: stripe.automatic_tax,
        };
        let grace = SignedDuration::from_hours(24 * i64::from(stripe.past_due_grace_days));
        Ok(Some((settings, Policy { past_due_grace: grace })))
    }

    /// Whether searches match words of which the reader may not read the text.
    pub(crate) fn closed_words(&self) -> ClosedWords {
        if self.search.match_closed_words { ClosedWords::Match } else { ClosedWords::Hidden }
    }

    /// What the publisher decides about selling.
    pub(crate) fn selling(&self) -> Selling {
        Selling { markets: self.market.clone(), stay_coupon: self.stripe.stay_coupon.clone() }
    }

    /// What is asked of those who sign in.
    pub(crate) fn accounts(&self) -> Result<accounts::Settings> {
        let Staff { second_factor, session_hours, idle_minutes } = self.staff;
        if second_factor == SecondFactor::Nobody && !self.throw_away {
            bail!(
                "staff.second_factor is nobody, which only the demo can have; expected trusted or everybody"
            );
        }
        Ok(accounts::Settings {
            second_factor,
            staff_lifetime: SignedDuration::from_hours(session_hours.max(1).into()),
            staff_idle: SignedDuration::from_mins(idle_minutes.max(1).into()),
            ..accounts::Settings::default()
        })
    }

    /// In the demo, the password of all its staff.
    pub(crate) fn demo_password(&self) -> Option<&'static str> {
        self.throw_away.then_some(DEMO_PASSWORD)
    }

    /// How long calls to Stripe may take, and how often they are tried.
    pub(crate) fn stripe_patience(&self) -> Patience {
        let Stripe { timeout_seconds, tries, .. } = self.stripe;
        Patience { timeout: Duration::from_secs(timeout_seconds.max(1).into()), tries: tries.max(1).into() }
    }

    /// Who makes drafts of translations, if that is set up.
    pub(crate) fn translator(&self) -> Result<Option<Arc<dyn Translator>>> {
        let own = &self.translation;
        let (protocol, base_url) = match (own.protocol, &own.base_url) {
            (None, None) => return Ok(None),
            (Some(protocol), Some(base_url)) => (protocol, base_url.clone()),
            _ => bail!("translation.protocol and translation.base_url go together; expected both or none"),
        };
        let protocol = match protocol {
            MachineProtocol::DeepL => Protocol::DeepL,
            MachineProtocol::LibreTranslate => Protocol::LibreTranslate,
            MachineProtocol::OpenAi => Protocol::OpenAi,
        };
        let settings = translation::machine::Settings {
            protocol,
            base_url,
            key: own.key.clone(),
            model: own.model.clone(),
            timeout: Duration::from_secs(own.timeout_seconds.max(1).into()),
            tries: own.tries.max(1).into(),
        };
        Ok(Some(translation::machine::translator(settings).context("translation can't be used")?))
    }

    /// Whether readers can come from elsewhere: directly, or through a proxy.
    fn is_public(&self) -> bool {
        let elsewhere = |url: &Url| {
            let here = match url.host() {
                Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
                Some(url::Host::Ipv4(address)) => address.is_loopback(),
                Some(url::Host::Ipv6(address)) => address.is_loopback(),
                None => false,
            };
            url.scheme() == "https" || !here
        };
        self.base_url.as_ref().is_some_and(elsewhere)
            || !self.listen.ip().is_loopback()
            || !self.trusted_proxies.is_empty()
    }

    /// Where the payment provider's pages are.
    pub(crate) fn payment_origins(&self) -> Vec<String> {
        match &self.stripe.api_base {
            Some(sandbox) => vec![sandbox.origin().ascii_serialization()],
            None => ["https://checkout.stripe.com", "https://billing.stripe.com"].map(str::to_owned).to_vec(),
        }
    }

    /// The database's address.
    pub(crate) fn database_url(&self) -> String {
        self.database_url
            .clone()
            .unwrap_or_else(|| format!("sqlite://{}?mode=rwc", self.database_file().display()))
    }

    /// The file of the database, where none is configured.
    pub(crate) fn database_file(&self) -> PathBuf {
        self.data_dir.join("gazette.db")
    }

    /// The same without anything that must not be seen.
    pub(crate) fn masked(&self) -> Self {
        let mask = |url: &str| {
            let mut url: Url = match url.parse() {
                Ok(url) => url,
                Err(_) => return "***".to_owned(),
            };
            if url.password().is_some() && url.set_password(Some("***")).is_err() {
                return "***".to_owned();
            }
            url.to_string()
        };
        let mut masked = self.clone();
        masked.secret = self.secret.as_ref().map(|_| "***".to_owned());
        masked.database_url = self.database_url.as_deref().map(mask);
        masked.mail.smtp_url = self.mail.smtp_url.as_deref().map(mask);
        if let Some(s3) = &mut masked.media.s3 {
            "***".clone_into(&mut s3.secret_access_key);
        }
        masked.search.search_key = self.search.search_key.as_ref().map(|_| "***".to_owned());
        masked.search.index_key = self.search.index_key.as_ref().map(|_| "***".to_owned());
        masked.stripe.secret_key = self.stripe.secret_key.as_ref().map(|_| "***".to_owned());
        masked.translation.key = self.translation.key.as_ref().map(|_| "***".to_owned());
        masked.stripe.webhook_secrets =
            self.stripe.webhook_secrets.iter().map(|_| "***".to_owned()).collect();
        masked
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_masked() {
        let mut config = Config { secret: Some("hush".to_owned()), ..Config::default() };
        config.database_url = Some("postgres://me:hush@db.example/gazette".to_owned());
        config.mail.smtp_url = Some("smtp://me:hush@mail.example".to_owned());
        config.media.s3 = Some(S3 {
            bucket: "pictures".to_owned(),
            region: "eu".to_owned(),
            endpoint: None,
            access_key_id: "me".to_owned(),
            secret_access_key: "hush".to_owned(),
            prefix: String::new(),
        });
        config.search.search_key = Some("hush".to_owned());
        config.search.index_key = Some("hush".to_owned());
        config.translation.key = Some("hush".to_owned());
        config.stripe.secret_key = Some("sk_live_hush".to_owned());
        config.stripe.webhook_secrets = vec!["whsec_hush".to_owned()];
        let shown = toml::to_string(&config.masked()).expect("serialisable");
        assert!(!shown.contains("hush"), "{shown}");
        assert!(shown.contains("db.example"));
    }

    #[test]
    fn the_sandbox_is_refused_where_money_is_real() {
        let mut config = Config::default();
        assert!(config.stripe().expect("nothing is sold").is_none());
        config.stripe.secret_key = Some("sk_test_x".to_owned());
        assert!(config.stripe().is_err(), "messages couldn't be checked");
        config.stripe.webhook_secrets = vec!["whsec_x".to_owned()];
        config.stripe.api_base = Some("http://127.0.0.1:1".parse().expect("a URL"));
        assert!(config.stripe().expect("a sandbox").is_some());
        for public in ["https://news.example", "http://news.example", "https://localhost"] {
            config.base_url = Some(public.parse().expect("a URL"));
            assert!(config.stripe().is_err(), "{public}");
        }
        for own in ["http://localhost:8080", "http://127.0.0.1", "http://[::1]:1"] {
            config.base_url = Some(own.parse().expect("a URL"));
            assert!(config.stripe().is_ok(), "{own}");
        }
        config.base_url = None;
        config.listen = "0.0.0.0:8080".parse().expect("an address");
        assert!(config.stripe().is_err(), "behind a proxy, or open to all");
        config.listen = "[::1]:8080".parse().expect("an address");
        assert!(config.stripe().is_ok());
        config.trusted_proxies = vec!["10.0.0.1".parse().expect("an address")];
        assert!(config.stripe().is_err(), "there is a proxy");
        config.trusted_proxies = Vec::new();
        config.stripe.secret_key = Some("sk_live_x".to_owned());
        assert!(config.stripe().is_err());
    }

    #[test]
    fn only_the_demo_does_without_second_factors() {
        let mut config = Config::default();
        assert!(config.accounts().is_ok() && config.demo_password().is_none());
        config.staff.second_factor = SecondFactor::Nobody;
        assert!(config.accounts().is_err());
        config.throw_away = true;
        assert!(config.accounts().is_ok() && config.demo_password().is_some());
    }

    #[test]
    fn markets_are_read() {
        let dir = tempfile::tempdir().expect("a folder");
        let file = dir.path().join("gazette.toml");
        let text = "[[market]]\nregions = [\"DE\"]\ncurrencies = [\"EUR\"]\ntax = \"vat\"\neu_kit = true\n";
        std::fs::write(&file, text).expect("written");
        let overrides = Overrides { config: Some(file), ..Overrides::default() };
        let config = Config::load(&overrides).expect("good");
        assert!(config.selling().eu_kit());
        let shown = toml::to_string(&config.masked()).expect("serialisable");
        assert!(shown.contains("[[market]]"), "{shown}");
        assert!(!Config::default().selling().eu_kit());
    }

    #[test]
    fn unknown_keys_are_errors() {
        let dir = tempfile::tempdir().expect("a folder");
        let file = dir.path().join("gazette.toml");
        std::fs::write(&file, "listne = \"127.0.0.1:1\"\n").expect("written");
        let overrides = Overrides { config: Some(file), ..Overrides::default() };
        let error = format!("{:#}", Config::load(&overrides).expect_err("refused"));
        assert!(error.contains("listne"), "{error}");
    }
}
