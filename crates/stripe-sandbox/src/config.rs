//! How a sandbox is set up, and what is refused.

use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    clock::Clock,
    webhooks::Switches,
    world::{FinalState, Settings},
};

/// Everything that can be chosen. [`Config::default`] is a good sandbox for tests.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where it runs. What calls itself production (`production`, `prod`, `live`) is refused.
    pub environment: String,
    /// Fixes ids and chance.
    pub seed: u64,
    /// How time runs.
    pub clock: Clock,
    /// `acct_…`.
    pub account: String,
    /// Shown on pages and invoices.
    pub business_name: String,
    /// ISO 3166 country of the account.
    pub country: String,
    /// Lower-case ISO 4217.
    pub default_currency: String,
    /// Written into events and answers; the shapes are always those of the newest version the sandbox knows.
    pub api_version: String,
    /// Address under which people reach the pages; without it, where it listens or what the caller's `Host` says.
    pub base_url: Option<String>,
    /// Keys that are let in; when empty, any `sk_test_…` or `rk_test_…`.
    pub secret_keys: Vec<String>,
    /// Who hears of events.
    pub webhooks: Vec<Endpoint>,
    /// Seconds from each failed delivery to the next; after the last the event is given up.
    pub webhook_backoff: Vec<u32>,
    /// Which clock the backoff and delays follow.
    pub webhook_time: Timeline,
    /// Which clock the signature's timestamp follows.
    pub signature_time: Timeline,
    /// How long an endpoint may take to answer, in real time.
    pub webhook_timeout: Duration,
    /// How deliveries go wrong, from the start.
    pub switches: Switches,
    /// Days from each failed payment of an invoice to the next try.
    pub payment_retry_days: Vec<u32>,
    /// What becomes of a subscription after the last try.
    pub final_state: FinalState,
    /// Days before a renewal at which `invoice.upcoming` is sent; 0 sends none.
    pub upcoming_days: u32,
    /// Tax wherever `automatic_tax` is on, in hundredths of a percent (19 % is 1900); `None` is no tax.
    pub tax_hundredths: Option<u32>,
}

/// A webhook endpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Endpoint {
    /// `http://…`; the sandbox speaks no TLS.
    pub url: String,
    /// `whsec_…`; each makes a `v1` signature, so that a rotation can be tried.
    pub secrets: Vec<String>,
    /// Event types it wants; empty or `*` is all.
    #[serde(default)]
    pub events: Vec<String>,
}

/// Which clock something follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Timeline {
    /// The sandbox's.
    Virtual,
    /// The wall's.
    Wall,
}

/// Why a sandbox doesn't start.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The sandbox never runs where real money is.
    #[error("the Stripe sandbox must not run in a configuration that calls itself {0:?}; use Stripe there")]
    Production(String),
    /// A live key was given.
    #[error("{0}… is a live key; the Stripe sandbox takes test keys only (sk_test_…, rk_test_…)")]
    LiveKey(String),
    /// An endpoint can't be reached by the sandbox.
    #[error("webhook endpoint {0:?} must be an http:// address; the sandbox speaks no TLS")]
    Endpoint(String),
}

impl Default for Config {
    fn default() -> Self {
        Self {
            environment: "test".to_owned(),
            seed: 1,
            clock: Clock::Virtual(Timestamp::constant(1_767_603_600, 0)), // 2026-01-05 09:00 UTC
            account: "acct_1SandboxGazette01".to_owned(),
            business_name: "The Gazette".to_owned(),
            country: "DE".to_owned(),
            default_currency: "eur".to_owned(),
            api_version: "2026-09-30.endive".to_owned(),
            base_url: None,
            secret_keys: Vec::new(),
            webhooks: Vec::new(),
            webhook_backoff: vec![60, 300, 1_800, 7_200, 18_000, 36_000, 36_000, 36_000],
            webhook_time: Timeline::Virtual,
            signature_time: Timeline::Virtual,
            webhook_timeout: Duration::from_secs(10),
            switches: Switches::default(),
            payment_retry_days: vec![3, 5, 7],
            final_state: FinalState::Canceled,
            upcoming_days: 7,
            tax_hundredths: None,
        }
    }
}

impl Config {
    pub(crate) fn check(&self) -> Result<(), ConfigError> {
        let environment = self.environment.trim().to_lowercase();
        if ["production", "prod", "live"].iter().any(|name| environment == *name) {
            return Err(ConfigError::Production(self.environment.clone()));
        }
        if let Some(key) = self.secret_keys.iter().find(|key| is_live(key)) {
            return Err(ConfigError::LiveKey(key.chars().take(8).collect()));
        }
        self.webhooks.iter().try_for_each(Endpoint::check)
    }

    pub(crate) fn settings(&self) -> Settings {
        Settings {
            account: self.account.clone(),
            api_version: self.api_version.clone(),
            base_url: self.base_url.clone().unwrap_or_default().trim_end_matches('/').to_owned(),
            business_name: self.business_name.clone(),
            country: self.country.clone(),
            created: self.clock.start(),
            default_currency: self.default_currency.clone(),
            portal_configuration: "bpc_1SandboxGazette01".to_owned(),
            retry_days: self.payment_retry_days.clone(),
            final_state: self.final_state,
            upcoming_days: self.upcoming_days,
            tax_hundredths: self.tax_hundredths.map(i64::from),
        }
    }
}

impl Endpoint {
    pub(crate) fn check(&self) -> Result<(), ConfigError> {
        let reachable =
            url::Url::parse(&self.url).is_ok_and(|url| url.scheme() == "http" && url.host().is_some());
        if reachable { Ok(()) } else { Err(ConfigError::Endpoint(self.url.clone())) }
    }

    pub(crate) fn wants(&self, kind: &str) -> bool {
        self.events.is_empty() || self.events.iter().any(|event| event == "*" || event == kind)
    }
}

/// Whether a key would move real money.
pub(crate) fn is_live(key: &str) -> bool {
    ["sk_live_", "rk_live_", "pk_live_"].iter().any(|prefix| key.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::{Config, Endpoint};

    #[test]
    fn production_and_live_keys_are_refused() {
        for name in ["production", "Prod", " live "] {
            assert!(Config { environment: name.into(), ..Config::default() }.check().is_err());
        }
        assert!(Config { secret_keys: vec!["sk_live_1".into()], ..Config::default() }.check().is_err());
        assert!(Config { secret_keys: vec!["sk_test_1".into()], ..Config::default() }.check().is_ok());
        let endpoint = |url: &str| Endpoint { url: url.into(), secrets: Vec::new(), events: Vec::new() };
        assert!(endpoint("https://example.com/hook").check().is_err());
        assert!(endpoint("http://127.0.0.1:1/hook").check().is_ok());
    }
}
