//! A calendar month where the site is.

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// A calendar month in a time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    number: i32,
    ends_at: Timestamp,
}

impl Month {
    /// The month that `now` is in.
    #[must_use]
    pub fn of(now: Timestamp, zone: &TimeZone) -> Self {
        let today = zone.to_datetime(now).date();
        let next = today.last_of_month().saturating_add(1.day());
        let ends_at = zone.to_timestamp(next.at(0, 0, 0, 0)).unwrap_or(Timestamp::MAX);
        Self { number: i32::from(today.year()) * 100 + i32::from(today.month()), ends_at }
    }

    /// Year and month in one number: 202611.
    #[must_use]
    pub fn number(self) -> i32 {
        self.number
    }

    /// The first moment of the next month.
    #[must_use]
    pub fn ends_at(self) -> Timestamp {
        self.ends_at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_ends_where_the_site_is() {
        let berlin = TimeZone::get("Europe/Berlin").expect("a time zone");
        let month = |text: &str| Month::of(text.parse().expect("a time"), &berlin);
        let november = month("2026-11-30T22:59:59Z");
        assert_eq!(november.number(), 202_611);
        assert_eq!(november.ends_at().to_string(), "2026-11-30T23:00:00Z");
        assert_eq!(month("2026-11-30T23:00:00Z").number(), 202_612);
        assert_eq!(month("2026-12-31T23:00:00Z").number(), 202_701);
        assert_eq!(
            month("2027-03-10T00:00:00Z").ends_at().to_string(),
            "2027-03-31T22:00:00Z",
            "summer time"
        );
    }
}
