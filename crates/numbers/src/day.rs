//! Days of the site's time zone.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

const EPOCH: Date = jiff::civil::date(1970, 1, 1);

/// A day, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub(crate) i64);

/// Days from a first to a last, both among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub first: Date,
    /// The last; never before the first.
    pub last: Date,
}

impl Day {
    /// The day it is at a moment, there.
    #[must_use]
    pub fn at(now: Timestamp, zone: &TimeZone) -> Self {
        Self::from(zone.to_datetime(now).date())
    }

    /// The date.
    #[must_use]
    pub fn date(self) -> Date {
        EPOCH.checked_add(self.0.days()).unwrap_or(Date::MAX)
    }

    /// The day after.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// Its first moment and the first after it, there.
    #[must_use]
    pub fn span(self, zone: &TimeZone) -> (Timestamp, Timestamp) {
        let start = |day: Self| zone.to_timestamp(day.date().at(0, 0, 0, 0)).unwrap_or(Timestamp::MAX);
        (start(self), start(self.next()))
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(i64::from((date - EPOCH).get_days()))
    }
}

impl Days {
    /// So many days that end with this one; at least one.
    #[must_use]
    pub fn ending(last: Date, many: i32) -> Self {
        let first = last.checked_sub((many.max(1) - 1).days()).unwrap_or(last);
        Self { first, last }
    }

    /// How many.
    #[must_use]
    pub fn len(self) -> i32 {
        (self.last - self.first).get_days() + 1
    }

    /// Whether there are none: never.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        false
    }

    /// As many days, just before.
    #[must_use]
    pub fn before(self) -> Self {
        Self::ending(self.first.yesterday().unwrap_or(self.first), self.len())
    }

    /// Each day.
    pub fn each(self) -> impl Iterator<Item = Date> {
        let many = self.len();
        (0..many).filter_map(move |place| self.first.checked_add(place.days()).ok())
    }

    /// Its first moment and the first after it, there.
    #[must_use]
    pub fn span(self, zone: &TimeZone) -> (Timestamp, Timestamp) {
        (Day::from(self.first).span(zone).0, Day::from(self.last).span(zone).1)
    }

    pub(crate) fn bounds(self) -> [sea_orm::Value; 2] {
        [Day::from(self.first).0.into(), Day::from(self.last).0.into()]
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_is_the_sites() {
        let berlin = TimeZone::get("Europe/Berlin").expect("known");
        let at = |text: &str| Day::at(text.parse().expect("a moment"), &berlin).date();
        assert_eq!(at("2026-11-24T22:59:59Z"), date(2026, 11, 24));
        assert_eq!(at("2026-11-24T23:00:00Z"), date(2026, 11, 25));
        let (from, until) = Day::from(date(2026, 10, 25)).span(&berlin);
        assert_eq!((until - from).as_hours(), 25, "the clock is put back");
    }

    #[test]
    fn the_days_before_are_as_many() {
        let days = Days::ending(date(2026, 3, 2), 7);
        assert_eq!((days.first, days.len()), (date(2026, 2, 24), 7));
        assert_eq!(days.before(), Days { first: date(2026, 2, 17), last: date(2026, 2, 23) });
        assert_eq!(days.each().last(), Some(days.last));
        assert_eq!(Days::ending(days.last, 0).len(), 1);
    }
}
