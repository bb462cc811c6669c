//! The door to everything in this crate.

use std::fmt;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use kernel::Clock;
use sea_orm::DatabaseConnection;
use serde::{Deserialize, Serialize};

use crate::door::password::Hasher;
use crate::keys::Keys;
use crate::staff::Role;

/// Members, sign-ins, sessions, staff and audit trail of one publication; cheap to clone.
#[derive(Clone)]
pub struct Accounts {
    pub(crate) database: DatabaseConnection,
    clock: Arc<dyn Clock>,
    pub(crate) keys: Arc<Keys>,
    pub(crate) settings: Arc<Settings>,
    pub(crate) hasher: Hasher,
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
    /// Whom staff sessions ask for a second factor.
    pub second_factor: SecondFactor,
    /// How long a staff session lives, however it is used.
    pub staff_lifetime: SignedDuration,
    /// How long a staff session lives after it was last used.
    pub staff_idle: SignedDuration,
}

/// Who among the staff must have a second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SecondFactor {
    /// Owners and administrators.
    Trusted,
    /// All.
    Everybody,
    /// Nobody: the demo.
    Nobody,
}

impl SecondFactor {
    /// Whether those with a role must have one.
    #[must_use]
    pub fn is_asked_of(self, role: Role) -> bool {
        match self {
            Self::Trusted => matches!(role, Role::Owner | Role::Admin),
            Self::Everybody => true,
            Self::Nobody => false,
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            starts_per_address: 5,
            starts_per_network: 30,
            session_lifetime: SignedDuration::from_hours(90 * 24),
            second_factor: SecondFactor::Trusted,
            staff_lifetime: SignedDuration::from_hours(12),
            staff_idle: SignedDuration::from_mins(60),
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
        Self { database, clock, keys: Arc::new(Keys::derive(secret)), settings, hasher: Hasher::default() }
    }

    /// The same with other settings.
    #[must_use]
    pub fn with_settings(self, settings: Settings) -> Self {
        Self { settings: Arc::new(settings), ..self }
    }

    /// Whether those with a role must have a second factor.
    #[must_use]
    pub fn asks_second_factor_of(&self, role: Role) -> bool {
        self.settings.second_factor.is_asked_of(role)
    }

    /// How long a staff session lives, however it is used.
    #[must_use]
    pub fn staff_lifetime(&self) -> SignedDuration {
        self.settings.staff_lifetime
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
