//! Which days are looked at.

use jiff::civil::Date;
use numbers::Days;
use serde::Deserialize;
use url::form_urlencoded;

use crate::view::desk::Choice;
use crate::view::numbers::RangeView;

/// The days that can be looked back on with one click.
const CHOICES: [i32; 4] = [7, 30, 90, 365];
/// Most days that are looked at: three years.
const MOST: i32 = 3 * 366;

/// As an address says it: `?days=30`, or `?from=2026-01-01&until=2026-01-31`.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    days: Option<String>,
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
}

/// The days, and how they were asked for.
pub(super) struct Range {
    pub(super) days: Days,
    /// Whether what was asked for is no range.
    pub(super) problem: bool,
    asked: Asked,
    chosen: Option<i32>,
}

impl Range {
    /// The range asked for; the last thirty days if none was, or none that can be.
    pub(super) fn of(asked: Asked, today: Date) -> Self {
        let usual = |many| Self {
            days: Days::ending(today, many),
            problem: false,
            asked: Asked::default(),
            chosen: Some(many),
        };
        if asked.from.is_empty() && asked.until.is_empty() {
            let many = asked.days.as_deref().and_then(|days| days.parse().ok());
            return usual(many.filter(|days| CHOICES.contains(days)).unwrap_or(30));
        }
        let (from, until) = (asked.from.trim().parse::<Date>(), asked.until.trim().parse::<Date>());
        let days = from.ok().zip(until.ok()).map(|(first, last)| Days { first, last });
        let fits = |days: &Days| days.first <= days.last && days.last <= today && days.len() <= MOST;
        match days.filter(fits) {
            Some(days) => Self { days, problem: false, asked, chosen: None },
            None => Self { problem: true, asked, ..usual(30) },
        }
    }

    /// The same range as a query, for links.
    pub(super) fn query(&self) -> String {
        match self.chosen.filter(|_| !self.problem) {
            Some(days) => format!("days={days}"),
            None => form_urlencoded::Serializer::new(String::new())
                .append_pair("from", &self.days.first.to_string())
                .append_pair("until", &self.days.last.to_string())
                .finish(),
        }
    }

    pub(super) fn view(&self, path: &'static str) -> RangeView {
        let before = self.days.before();
        let or = |typed: &str, day: Date| if self.problem { typed.to_owned() } else { day.to_string() };
        RangeView {
            path,
            query: self.query(),
            choices: CHOICES
                .iter()
                .map(|days| Choice {
                    word: days.to_string(),
                    name: String::new(),
                    chosen: self.chosen == Some(*days) && !self.problem,
                })
                .collect(),
            from: or(&self.asked.from, self.days.first),
            until: or(&self.asked.until, self.days.last),
            first: self.days.first.to_string(),
            last: self.days.last.to_string(),
            before_first: before.first.to_string(),
            before_last: before.last.to_string(),
            problem: self.problem,
        }
    }

    /// A name for a file about it.
    pub(super) fn file(&self, what: &str) -> String {
        format!("{what}-{}-{}.csv", self.days.first, self.days.last)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn range(days: &str, from: &str, until: &str) -> (String, bool) {
        let asked = Asked {
            days: (!days.is_empty()).then(|| days.to_owned()),
            from: from.to_owned(),
            until: until.to_owned(),
        };
        let range = Range::of(asked, date(2026, 11, 25));
        (format!("{}..{}", range.days.first, range.days.last), range.problem)
    }

    #[test]
    fn ranges_are_what_was_asked_for() {
        let last_thirty = "2026-10-27..2026-11-25";
        for (days, from, until, expected, problem) in [
            ("", "", "", last_thirty, false),
            ("7", "", "", "2026-11-19..2026-11-25", false),
            ("8", "", "", last_thirty, false),
            ("x", "", "", last_thirty, false),
            ("7", "2026-01-01", "2026-01-31", "2026-01-01..2026-01-31", false),
            ("", "2026-01-31", "2026-01-01", last_thirty, true),
            ("", "2026-01-01", "", last_thirty, true),
            ("", "2026-11-01", "2026-11-26", last_thirty, true),
            ("", "1926-11-01", "2026-11-25", last_thirty, true),
            ("", "<b>", "2026-11-25", last_thirty, true),
        ] {
            assert_eq!(range(days, from, until), (expected.to_owned(), problem), "{days} {from} {until}");
        }
    }
}
