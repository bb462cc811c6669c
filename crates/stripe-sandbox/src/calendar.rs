//! Billing periods: counted from an anchor, so that the 31st comes back after February.

use jiff::{Span, Timestamp, civil::DateTime, tz::Offset};

pub(crate) const MINUTE: i64 = 60;
pub(crate) const HOUR: i64 = 60 * MINUTE;
pub(crate) const DAY: i64 = 24 * HOUR;

/// How often a price is billed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// A number of units, such as three months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Interval {
    pub(crate) unit: Unit,
    pub(crate) count: i64,
}

impl Unit {
    pub(crate) const NAMES: &[&str] = &["day", "week", "month", "year"];

    pub(crate) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "day" => Self::Day,
            "week" => Self::Week,
            "month" => Self::Month,
            "year" => Self::Year,
            _ => return None,
        })
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

impl Interval {
    /// The first moment after `moment` that is a whole number of intervals after the anchor.
    pub(crate) fn next_after(self, anchor: i64, moment: i64) -> i64 {
        let mut steps = ((moment - anchor) / self.longest_seconds()).max(0);
        loop {
            let end = self.after(anchor, steps);
            if end > moment {
                return end;
            }
            steps += 1;
        }
    }

    fn after(self, anchor: i64, steps: i64) -> i64 {
        let count = steps.saturating_mul(self.count);
        let fallback = anchor.saturating_add(steps.saturating_add(1).saturating_mul(self.longest_seconds()));
        let span = match self.unit {
            Unit::Day => Span::new().try_days(count),
            Unit::Week => Span::new().try_weeks(count),
            Unit::Month => Span::new().try_months(count),
            Unit::Year => Span::new().try_years(count),
        };
        span.ok()
            .and_then(|span| civil(anchor).checked_add(span).ok())
            .and_then(|moment| Offset::UTC.to_timestamp(moment).ok())
            .map_or(fallback, Timestamp::as_second)
    }

    fn longest_seconds(self) -> i64 {
        let days = match self.unit {
            Unit::Day => 1,
            Unit::Week => 7,
            Unit::Month => 31,
            Unit::Year => 366,
        };
        days * self.count.max(1) * DAY
    }
}

fn civil(second: i64) -> DateTime {
    Offset::UTC.to_datetime(Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH))
}

/// The year and month (1 to 12) of a moment in UTC.
pub(crate) fn year_month(second: i64) -> (i64, i64) {
    let date = civil(second);
    (i64::from(date.year()), i64::from(date.month()))
}

/// The first second of a month (1 to 12) in UTC; months past 12 run into the next year.
pub(crate) fn month_start(year: i64, month: i64) -> i64 {
    let months = year * 12 + month - 1;
    let year = i16::try_from(months.div_euclid(12)).unwrap_or(9999);
    let month = i8::try_from(months.rem_euclid(12) + 1).unwrap_or(12);
    jiff::civil::Date::new(year, month, 1)
        .ok()
        .and_then(|date| Offset::UTC.to_timestamp(date.to_datetime(jiff::civil::Time::midnight())).ok())
        .map_or(i64::MAX, Timestamp::as_second)
}

/// A moment for people: `2026-01-31 09:00 UTC`.
pub(crate) fn display(second: i64) -> String {
    civil(second).strftime("%Y-%m-%d %H:%M UTC").to_string()
}

#[cfg(test)]
mod tests {
    use super::{Interval, Unit, display, month_start, year_month};

    const JANUARY_31: i64 = 1_769_850_000; // 2026-01-31 09:00 UTC

    #[test]
    fn the_31st_comes_back_after_february() {
        let monthly = Interval { unit: Unit::Month, count: 1 };
        let mut moment = JANUARY_31;
        let mut seen = Vec::new();
        for _ in 0..3 {
            moment = monthly.next_after(JANUARY_31, moment);
            seen.push(display(moment));
        }
        assert_eq!(seen, ["2026-02-28 09:00 UTC", "2026-03-31 09:00 UTC", "2026-04-30 09:00 UTC"]);
    }

    #[test]
    fn years_and_months_are_found() {
        let yearly = Interval { unit: Unit::Year, count: 1 };
        assert_eq!(display(yearly.next_after(JANUARY_31, JANUARY_31)), "2027-01-31 09:00 UTC");
        assert_eq!(year_month(JANUARY_31), (2026, 1));
        assert_eq!(display(month_start(2026, 13)), "2027-01-01 00:00 UTC");
    }
}
