//! The salts of today and, shortly before midnight, of tomorrow.

use std::sync::{PoisonError, RwLock};

use jiff::Timestamp;
use numbers::{Day, Salt};

/// Those that are known; a request finds that of its moment.
#[derive(Default)]
pub(super) struct Salts(RwLock<Vec<Known>>);

#[derive(Clone, Copy)]
struct Known {
    day: Day,
    from: Timestamp,
    until: Timestamp,
    salt: Salt,
}

impl Salts {
    /// The day it is, and its salt, if that is known.
    pub(super) fn at(&self, now: Timestamp) -> Option<(Day, Salt)> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let found = known.iter().find(|known| known.from <= now && now < known.until)?;
        Some((found.day, found.salt))
    }

    /// Learns the salt of a day, and forgets those of days before `today`.
    pub(super) fn learn(&self, day: Day, (from, until): (Timestamp, Timestamp), salt: Salt, today: Day) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.retain(|known| known.day >= today && known.day != day);
        known.push(Known { day, from, until, salt });
    }
}
