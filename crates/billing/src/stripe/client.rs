//! One call to Stripe: a time limit, a few tries, one idempotency key.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use stripe::{ClientBuilder, IdempotencyKey, RequestStrategy, StripeError};
use stripe_client_core::StripeRequest;
use url::Url;

/// How long one try may take.
const TIMEOUT: Duration = Duration::from_secs(10);
/// Tries of one call, and the pause after the first; each next pause is twice as long.
const TRIES: u32 = 3;
const PAUSE: Duration = Duration::from_millis(200);

/// How Stripe is reached.
#[derive(Clone)]
pub struct StripeSettings {
    /// `sk_live_…`, `sk_test_…` or a restricted key (`rk_…`).
    pub secret_key: String,
    /// Where its API is, if not at Stripe: the sandbox's address.
    pub api_base: Option<Url>,
    /// The account (`acct_…`) its messages must speak for, if the key reaches more than one.
    pub account: Option<String>,
    /// Secrets of the webhook endpoint (`whsec_…`); several while one is being replaced.
    pub webhook_secrets: Vec<String>,
    /// Whether Stripe Tax computes the tax.
    pub automatic_tax: bool,
}

/// Stripe, as one account reaches it; cheap to clone.
#[derive(Clone)]
pub struct Stripe {
    client: Arc<stripe::Client>,
    pub(crate) settings: Arc<StripeSettings>,
}

/// Why a call to Stripe gave no answer that can be used.
#[derive(Debug, thiserror::Error)]
pub enum StripeFailure {
    /// It didn't answer, or not in time.
    #[error("Stripe can't be reached: {0}")]
    Unreachable(String),
    /// It has failed or has too much to do; later it may work.
    #[error("Stripe answers {status}: {message}")]
    Failing {
        /// The HTTP status.
        status: u16,
        /// Stripe's words.
        message: String,
    },
    /// It won't do what was asked.
    #[error("Stripe refuses ({status}, {code}): {message}")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// Stripe's code, such as `resource_missing`.
        code: String,
        /// Stripe's words.
        message: String,
    },
    /// Its answer isn't what this release knows.
    #[error("Stripe's answer can't be read: {0}; does this release know its API version?")]
    Unreadable(String),
}

/// The settings can't be used.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct NotUsable(String);

impl Stripe {
    /// A client with these settings. Nothing is called yet.
    pub fn new(settings: StripeSettings) -> Result<Self, NotUsable> {
        if !settings.secret_key.starts_with("sk_") && !settings.secret_key.starts_with("rk_") {
            return Err(NotUsable("the secret key must start with sk_ or rk_".to_owned()));
        }
        let mut builder = ClientBuilder::new(&settings.secret_key)
            .app_info("Gazette", Some(env!("CARGO_PKG_VERSION").to_owned()), None)
            .timeout(TIMEOUT)
            .request_strategy(RequestStrategy::Once);
        if let Some(base) = &settings.api_base {
            builder = builder.url(base.as_str());
        }
        if let Some(account) = &settings.account {
            builder = builder.account_id(account.as_str().into());
        }
        let client = builder.build().map_err(|error| NotUsable(error.to_string()))?;
        Ok(Self { client: Arc::new(client), settings: Arc::new(settings) })
    }

    /// Whether real money moves: Stripe's live mode.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.settings.secret_key.contains("_live_")
    }

    /// Reads. Tried again where that may help.
    pub(crate) async fn read<R>(&self, request: &R) -> Result<R::Output, StripeFailure>
    where
        R: StripeRequest,
        R::Output: miniserde::Deserialize,
    {
        // Stripe's objects are large; boxed, only those who wait for them hold them.
        Box::pin(self.call(request, RequestStrategy::Once)).await
    }

    /// Changes something that comes out the same however often it is asked.
    pub(crate) async fn change<R>(&self, request: &R) -> Result<R::Output, StripeFailure>
    where
        R: StripeRequest,
        R::Output: miniserde::Deserialize,
    {
        Box::pin(self.call(request, RequestStrategy::Once)).await
    }

    /// Makes something. All tries of it, now and after a crash, carry the same `key`, so that
    /// Stripe does it once (docs.stripe.com, “idempotent requests”).
    pub(crate) async fn write<R>(&self, request: &R, key: &str) -> Result<R::Output, StripeFailure>
    where
        R: StripeRequest,
        R::Output: miniserde::Deserialize,
    {
        let key = IdempotencyKey::new(key).map_err(|error| StripeFailure::Unreadable(error.to_string()))?;
        Box::pin(self.call(request, RequestStrategy::Idempotent(key))).await
    }

    async fn call<R>(&self, request: &R, strategy: RequestStrategy) -> Result<R::Output, StripeFailure>
    where
        R: StripeRequest,
        R::Output: miniserde::Deserialize,
    {
        let mut pause = PAUSE;
        for _ in 1..TRIES {
            let tried = request.customize().request_strategy(strategy.clone()).send(&*self.client).await;
            match tried.map_err(StripeFailure::from) {
                Err(failure) if failure.may_pass() => tokio::time::sleep(pause).await,
                other => return other,
            }
            pause *= 2;
        }
        Ok(request.customize().request_strategy(strategy).send(&*self.client).await?)
    }
}

impl StripeFailure {
    /// Whether the same call may work later.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Unreachable(_) | Self::Failing { .. })
    }

    /// Whether Stripe knows nothing of what was asked for.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Refused { status: 404, .. })
    }
}

impl From<StripeError> for StripeFailure {
    fn from(error: StripeError) -> Self {
        match error {
            StripeError::Stripe(error, status) => {
                let message = error.message.unwrap_or_default();
                match status {
                    // 409: the same key is being worked on this moment.
                    409 | 424 | 429 | 500.. => Self::Failing { status, message },
                    _ => {
                        let code = error.code.map_or_else(String::new, |code| code.to_string());
                        Self::Refused { status, code, message }
                    }
                }
            }
            StripeError::JSONDeserialize(message) => Self::Unreadable(message),
            StripeError::ClientError(message) | StripeError::ConfigError(message) => {
                Self::Unreachable(message)
            }
            StripeError::Timeout => Self::Unreachable("no answer in time".to_owned()),
        }
    }
}

/// Keeps keys and secrets out of logs.
impl fmt::Debug for Stripe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stripe").field("live", &self.is_live()).finish_non_exhaustive()
    }
}

impl fmt::Debug for StripeSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StripeSettings").field("api_base", &self.api_base).finish_non_exhaustive()
    }
}
