//! The newsroom's numbers: what was read, and what comes in.

use kernel::{Locale, Money};
use serde::Serialize;

use super::LanguageLink;
use super::desk::{Choice, SearchedView};

/// Which days are looked at, and the form that chooses them.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RangeView {
    pub(crate) path: &'static str,
    /// The range as a query.
    pub(crate) query: String,
    pub(crate) choices: Vec<Choice>,
    /// As typed.
    pub(crate) from: String,
    pub(crate) until: String,
    /// Dates: the range, and the one before with which it is compared.
    pub(crate) first: String,
    pub(crate) last: String,
    pub(crate) before_first: String,
    pub(crate) before_last: String,
    /// Whether what was typed is no range.
    pub(crate) problem: bool,
}

/// A number and what it was before.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FigureView {
    /// The second half of a key `numbers-figure-…`.
    pub(crate) word: &'static str,
    pub(crate) value: i64,
    /// Instead of `value`, an amount.
    pub(crate) money: Option<Money>,
    /// Whether it is per cent.
    pub(crate) percent: bool,
    pub(crate) change: ChangeView,
}

/// How a number has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ChangeView {
    /// The second half of a key `numbers-change-…`.
    pub(crate) word: &'static str,
    /// By how many per cent, or percentage points; not negative.
    pub(crate) by: i64,
}

/// The ends of an axis.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct AxisView {
    pub(crate) top: i64,
    pub(crate) bottom: i64,
}

/// Shapes of one colour.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SeriesView {
    /// The second half of a key `numbers-series-…`, and of a class.
    pub(crate) word: &'static str,
    /// SVG's `d`.
    pub(crate) path: String,
    /// Whether it is a line rather than filled.
    pub(crate) line: bool,
}

/// A chart and the table beside it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ChartView {
    pub(crate) id: String,
    pub(crate) axis: AxisView,
    /// The ends of the axis as amounts, if it is of money.
    pub(crate) money: Option<[Money; 2]>,
    pub(crate) series: Vec<SeriesView>,
    /// Where the line between up and down is, if there is one.
    pub(crate) zero: Option<i64>,
    /// Whether each row is a week.
    pub(crate) weekly: bool,
    pub(crate) rows: Vec<RowView>,
}

/// A row of the table beside a chart.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RowView {
    /// A date: the day, or the first of the week.
    pub(crate) day: String,
    pub(crate) values: Vec<i64>,
    pub(crate) money: Option<Money>,
}

/// `readers`: what was read.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ReadersView {
    pub(crate) range: RangeView,
    pub(crate) figures: Vec<FigureView>,
    pub(crate) chart: ChartView,
    pub(crate) languages: Vec<LanguageLineView>,
    pub(crate) funnel: Vec<StepView>,
    pub(crate) stories: Vec<StoryLineView>,
    /// Whether there are more in the file.
    pub(crate) more: bool,
    pub(crate) searches_in: Locale,
    pub(crate) top: Vec<SearchedView>,
    pub(crate) without: Vec<SearchedView>,
    /// Whether money is theirs to see.
    pub(crate) sees_money: bool,
}

/// What was read in a language.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LanguageLineView {
    pub(crate) language: LanguageLink,
    /// Visitors, members, subscribers.
    pub(crate) reads: [i64; 3],
    pub(crate) readers: i64,
    pub(crate) walled: i64,
    pub(crate) subscribed: i64,
    /// Its part of all reads, in thousandths.
    pub(crate) share: i64,
}

/// How many got so far.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct StepView {
    /// The second half of a key `numbers-step-…`.
    pub(crate) word: &'static str,
    pub(crate) count: i64,
    /// Of the first step, in thousandths.
    pub(crate) share: i64,
    /// Of the step before, in tenths of a per cent; none for the first.
    pub(crate) rate: Option<Rate>,
}

/// A rate, in per cent, with one decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Rate {
    pub(crate) tenths: i64,
}

/// A story in a language.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct StoryLineView {
    /// None if it isn't published any more.
    pub(crate) title: Option<String>,
    pub(crate) href: String,
    pub(crate) language: LanguageLink,
    pub(crate) reads: [i64; 3],
    pub(crate) readers: i64,
    pub(crate) walled: i64,
    pub(crate) opened: i64,
    pub(crate) subscribed: i64,
}

/// `money`: what comes in.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct MoneyView {
    pub(crate) range: RangeView,
    pub(crate) figures: Vec<FigureView>,
    /// One for each currency.
    pub(crate) monthly: Vec<ChartView>,
    /// New and ended.
    pub(crate) movement: ChartView,
}
