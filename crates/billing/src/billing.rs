//! The door to everything in this crate.

use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;
use kernel::Clock;
use sea_orm::DatabaseConnection;

/// Plans and grants of one publication; cheap to clone.
#[derive(Clone)]
pub struct Billing {
    pub(crate) database: DatabaseConnection,
    clock: Arc<dyn Clock>,
}

impl Billing {
    /// Plans and grants in `database`.
    #[must_use]
    pub fn new(database: DatabaseConnection, clock: Arc<dyn Clock>) -> Self {
        Self { database, clock }
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }
}

impl fmt::Debug for Billing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Billing").finish_non_exhaustive()
    }
}
