//! The door to everything in this crate.

use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;
use kernel::Clock;
use sea_orm::DatabaseConnection;
use tokio::sync::Notify;

use crate::codes::Keys;
use crate::error::BillingError;
use crate::rule::Policy;
use crate::selling::Selling;
use crate::stripe::Stripe;

/// Plans, purchases and grants of one publication; cheap to clone.
#[derive(Clone)]
pub struct Billing {
    pub(crate) database: DatabaseConnection,
    clock: Arc<dyn Clock>,
    pub(crate) stripe: Option<Stripe>,
    pub(crate) policy: Policy,
    pub(crate) keys: Option<Arc<Keys>>,
    selling: Arc<Selling>,
    /// Rung when there is something to do.
    pub(crate) wake: Arc<Notify>,
    /// Rung when there is a mail to send.
    pub(crate) letters: Arc<Notify>,
}

impl Billing {
    /// Plans and grants in `database`; nothing can be bought.
    #[must_use]
    pub fn new(database: DatabaseConnection, clock: Arc<dyn Clock>) -> Self {
        Self {
            database,
            clock,
            stripe: None,
            policy: Policy::default(),
            keys: None,
            letters: Arc::default(),
            selling: Arc::default(),
            wake: Arc::default(),
        }
    }

    /// The same, with plans sold through Stripe.
    #[must_use]
    pub fn with_stripe(self, stripe: Stripe, policy: Policy) -> Self {
        Self { stripe: Some(stripe), policy, ..self }
    }

    /// The same, with codes of gifts derived from the server's secret.
    #[must_use]
    pub fn with_secret(self, secret: &[u8]) -> Self {
        Self { keys: Some(Arc::new(Keys::derive(secret))), ..self }
    }

    /// The same, selling as the publisher decides.
    #[must_use]
    pub fn with_selling(self, selling: Selling) -> Self {
        Self { selling: Arc::new(selling), ..self }
    }

    /// What the publisher has decided about selling.
    #[must_use]
    pub fn selling(&self) -> &Selling {
        &self.selling
    }

    /// Whether plans can be bought here.
    #[must_use]
    pub fn sells(&self) -> bool {
        self.stripe.is_some()
    }

    /// What the publisher has decided about the rule from money to access.
    #[must_use]
    pub fn policy(&self) -> Policy {
        self.policy
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub(crate) fn keys(&self) -> Result<&Keys, BillingError> {
        self.keys.as_deref().ok_or(BillingError::NoSecret)
    }

    pub(crate) fn stripe(&self) -> Result<&Stripe, BillingError> {
        self.stripe.as_ref().ok_or(BillingError::NoStripe)
    }
}

impl fmt::Debug for Billing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Billing").field("sells", &self.sells()).finish_non_exhaustive()
    }
}
