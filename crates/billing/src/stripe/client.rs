//! One call to Stripe: a time limit, a few tries, one idempotency key.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use stripe_client_core::{IdempotencyKey, RequestStrategy, StripeRequest};
use url::Url;

use super::wire::{Refusal, Wire, WireFailure};

/// The pause after the first try; each next one is twice as long, give or take a half, so that many
/// who failed together don't come back together.
const PAUSE: Duration = Duration::from_millis(200);
/// The longest pause within one call. Whom Stripe asks to wait for longer comes back later.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

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

/// How much patience a call has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// How long one try may take.
    pub timeout: Duration,
    /// How many tries there are; at least one.
    pub tries: u32,
}

impl Default for Patience {
    fn default() -> Self {
        Self { timeout: Duration::from_secs(10), tries: 3 }
    }
}

/// Stripe, as one account reaches it; cheap to clone.
#[derive(Clone)]
pub struct Stripe {
    wire: Arc<Wire>,
    tries: u32,
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
        /// How long it asks us to wait.
        retry_after: Option<Duration>,
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
pub struct NotUsable(pub(super) String);

impl Stripe {
    /// A client with these settings. Nothing is called yet.
    pub fn new(settings: StripeSettings) -> Result<Self, NotUsable> {
        if !settings.secret_key.starts_with("sk_") && !settings.secret_key.starts_with("rk_") {
            return Err(NotUsable("the secret key must start with sk_ or rk_".to_owned()));
        }
        let patience = Patience::default();
        let wire = Wire::new(&settings, patience.timeout)?;
        Ok(Self { wire: Arc::new(wire), tries: patience.tries, settings: Arc::new(settings) })
    }

    /// The same with more patience, or less.
    pub fn with_patience(self, patience: Patience) -> Result<Self, NotUsable> {
        let wire = Wire::new(&self.settings, patience.timeout)?;
        Ok(Self { wire: Arc::new(wire), tries: patience.tries.max(1), settings: self.settings })
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

    /// Changes something that comes out the same however often it is asked. The tries of one call
    /// carry one key, so that a change made meanwhile by another isn't undone by a late try.
    pub(crate) async fn change<R>(&self, request: &R) -> Result<R::Output, StripeFailure>
    where
        R: StripeRequest,
        R::Output: miniserde::Deserialize,
    {
        let mut chance = [0; 16];
        getrandom::fill(&mut chance).map_err(|error| StripeFailure::Unreachable(error.to_string()))?;
        self.write(request, &format!("gazette-change-{}", kernel::hash::hex(&chance))).await
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
        let mut left = self.tries;
        loop {
            left -= 1;
            let tried = request.customize().request_strategy(strategy.clone()).send(&*self.wire).await;
            let failure = match tried {
                Ok(answer) => return Ok(answer),
                Err(failure) => failure,
            };
            let wait = failure.retry_after().unwrap_or_else(|| jittered(pause));
            if left == 0 || !failure.may_pass() || wait > LONGEST_PAUSE {
                return Err(failure.into());
            }
            tracing::debug!(?failure, ?wait, "a call to Stripe is tried again");
            tokio::time::sleep(wait).await;
            pause = (pause * 2).min(LONGEST_PAUSE / 2);
        }
    }
}

/// Between a half and one and a half of a pause.
fn jittered(pause: Duration) -> Duration {
    let share = getrandom::u32().map_or(0.5, |chance| f64::from(chance) / f64::from(u32::MAX));
    pause.mul_f64(0.5 + share)
}

impl StripeFailure {
    /// Whether the same call may work later.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Unreachable(_) | Self::Failing { .. })
    }

    /// How long Stripe asks us to wait before the next try.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Failing { retry_after, .. } => *retry_after,
            _ => None,
        }
    }

    /// Whether Stripe knows nothing of what was asked for.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Refused { status, code, .. } if *status == 404 || code == "resource_missing")
    }

    /// Whether it refuses because it has this object no more.
    pub(crate) fn misses(&self, id: &str) -> bool {
        self.is_missing() && matches!(self, Self::Refused { message, .. } if message.contains(id))
    }
}

impl From<WireFailure> for StripeFailure {
    fn from(failure: WireFailure) -> Self {
        match failure {
            WireFailure::Unreachable(why) => Self::Unreachable(why),
            WireFailure::Unreadable(why) => Self::Unreadable(why),
            WireFailure::Answered(refusal) if refusal.may_pass() => {
                let Refusal { status, message, retry_after, .. } = refusal;
                Self::Failing { status, message, retry_after }
            }
            WireFailure::Answered(Refusal { status, code, message, .. }) => {
                Self::Refused { status, code, message }
            }
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
