//! The door to everything in this crate.

use std::fmt;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use kernel::Clock;
use sea_orm::DatabaseConnection;

use crate::keys::Keys;

/// Members, sign-ins, sessions, staff and audit trail of one publication; cheap to clone.
#[derive(Clone)]
pub struct Accounts {
    pub(crate) database: DatabaseConnection,
    clock: Arc<dyn Clock>,
    pub(crate) keys: Arc<Keys>,
    pub(crate) settings: Arc<Settings>,
}

/// What the operator decides about accounts.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Sign-ins that may be started for one e-mail address within an hour.
    pub starts_per_address: u64,
    /// Sign-ins that may be started from one network within an hour.
    pub starts_per_network: u64,
    /// How long a session lives after it was last used.
    pub session_lifetime: SignedDuration,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            starts_per_address: 5,
            starts_per_network: 30,
            session_lifetime: SignedDuration::from_hours(90 * 24),
        }
    }
}

impl Accounts {
    /// Accounts in `database` with the default settings. `secret` keys the hashes of codes and
    /// networks; it must be hard to guess (32 random bytes or more) and the same on all nodes. With
    /// another secret, codes already sent are void and limits start anew; sessions live on.
    #[must_use]
    pub fn new(database: DatabaseConnection, clock: Arc<dyn Clock>, secret: &[u8]) -> Self {
        let settings = Arc::new(Settings::default());
        Self { database, clock, keys: Arc::new(Keys::derive(secret)), settings }
    }

    /// The same with other settings.
    #[must_use]
    pub fn with_settings(self, settings: Settings) -> Self {
        Self { settings: Arc::new(settings), ..self }
    }

    /// What a network is remembered as where something is counted: a keyed hash, so that the address
    /// can't be found from it.
    #[must_use]
    pub fn network_mark(&self, network: &str) -> String {
        self.keys.network(network)
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }
}

impl fmt::Debug for Accounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accounts").field("settings", &self.settings).finish_non_exhaustive()
    }
}
