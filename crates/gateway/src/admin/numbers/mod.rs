//! `/admin/numbers`: what is read, what leads to subscriptions, and what comes in.

mod chart;
mod files;
mod money;
mod range;
mod readers;
mod stories;

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use numbers::Days;

use super::{Staff, permission};
use crate::app::App;
use crate::failure::Failure;
use crate::view::numbers::{ChangeView, FigureView, Rate};

pub(crate) use files::{days, money as money_file, searches, stories as stories_file};
pub(crate) use money::show as show_money;
pub(crate) use readers::show;

/// More days than this are shown by weeks.
const MOST_BARS: i32 = 100;

/// The site's time zone, and the day it is there.
fn today(app: &App, staff: &Staff) -> (TimeZone, Date) {
    let zone = staff.publication.site.time_zone.clone();
    let today = zone.to_datetime(app.clock.now()).date();
    (zone, today)
}

/// A few figures of the last seven days, those that this member of staff may see.
pub(super) async fn of_the_week(app: &App, staff: &Staff) -> Result<Vec<FigureView>, Failure> {
    let (zone, today) = today(app, staff);
    let days = Days::ending(today, 7);
    let mut figures = Vec::new();
    if permission::allows("/admin/numbers", staff.role) {
        let now = app.numbers.by_locale(days).await?;
        let before = app.numbers.by_locale(days.before()).await?;
        figures.extend(readers::figures(&now, &before));
    }
    if permission::allows("/admin/numbers/money", staff.role) {
        let now = app.clock.now();
        let revenue = money::revenue(app, &zone, &[days], now).await?;
        let before = money::revenue(app, &zone, &[days.before()], now).await?;
        figures.extend(money::figures(&revenue, &before));
    }
    Ok(figures)
}

/// The stretches that a chart has bars for: first and last day of each, and whether they are weeks.
fn bars(days: Days) -> (Vec<Days>, bool) {
    if days.len() <= MOST_BARS {
        return (days.each().map(|day| Days { first: day, last: day }).collect(), false);
    }
    let mut weeks: Vec<Days> = Vec::new();
    for day in days.each() {
        match weeks.last_mut().filter(|_| day.weekday() != Weekday::Monday) {
            Some(week) => week.last = day,
            None => weeks.push(Days { first: day, last: day }),
        }
    }
    (weeks, true)
}

/// The first of those stretches that a day is in.
fn bar_of(bars: &[Days], day: Date) -> usize {
    bars.partition_point(|bar| bar.last < day)
}

fn figure(word: &'static str, value: i64, before: i64) -> FigureView {
    FigureView { word, value, money: None, percent: false, change: change(value, before) }
}

/// By how many per cent a number has changed.
fn change(value: i64, before: i64) -> ChangeView {
    if value == before {
        return ChangeView { word: "same", by: 0 };
    }
    if before <= 0 {
        return ChangeView { word: "new", by: 0 };
    }
    let by = (value - before).abs().saturating_mul(100).saturating_add(before / 2) / before;
    ChangeView { word: if value > before { "up" } else { "down" }, by }
}

/// How many of how many, in tenths of a per cent; none of none.
fn rate(part: i64, whole: i64) -> Option<Rate> {
    (whole > 0).then(|| Rate { tenths: (part.saturating_mul(1_000) + whole / 2) / whole })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn long_ranges_are_shown_by_weeks() {
        let (days, weekly) = bars(Days::ending(date(2026, 11, 25), 30));
        assert_eq!((days.len(), weekly), (30, false));
        let (weeks, weekly) = bars(Days::ending(date(2026, 11, 25), 365));
        assert!(weekly);
        assert_eq!(weeks[0], Days { first: date(2025, 11, 26), last: date(2025, 11, 30) }, "a part of one");
        assert_eq!(weeks.last().copied(), Some(Days { first: date(2026, 11, 23), last: date(2026, 11, 25) }));
        assert_eq!(weeks.iter().map(|week| week.len()).sum::<i32>(), 365);
        assert_eq!(bar_of(&weeks, date(2025, 12, 1)), 1);
        assert_eq!(bar_of(&weeks, date(2026, 11, 25)), weeks.len() - 1);
    }

    #[test]
    fn changes_are_told_in_per_cent() {
        let told = |value, before| {
            let ChangeView { word, by } = change(value, before);
            (word, by)
        };
        assert_eq!(told(150, 100), ("up", 50));
        assert_eq!(told(1, 3), ("down", 67));
        assert_eq!(told(0, 3), ("down", 100));
        assert_eq!(told(3, 0), ("new", 0));
        assert_eq!(told(0, 0), ("same", 0));
        assert_eq!(rate(1, 3), Some(Rate { tenths: 333 }));
        assert_eq!(rate(0, 0), None);
    }
}
