//! Charts: from numbers to shapes in a box of [`WIDTH`] by [`HEIGHT`] units, which the style sheet
//! stretches to the room there is. What is written at the axes is text beside it.

use std::fmt::Write;

use crate::view::numbers::{AxisView, SeriesView};

pub(super) const WIDTH: i64 = 1_000;
pub(super) const HEIGHT: i64 = 200;
/// Space between bars, in hundredths of a bar and its space.
const GAP: i64 = 20;

/// The least round number that is not below this one: 1, 2 or 5 and zeros; at least 1.
pub(super) fn round_up(value: i64) -> i64 {
    let mut unit: i64 = 1;
    loop {
        for times in [1, 2, 5] {
            let round = unit.saturating_mul(times);
            if round >= value {
                return round;
            }
        }
        unit = unit.saturating_mul(10);
    }
}

/// Bars on each other, one for each place: the first series at the bottom.
pub(super) fn stacked(series: &[(&'static str, Vec<i64>)]) -> (AxisView, Vec<SeriesView>) {
    let many = series.iter().map(|(_, values)| values.len()).max().unwrap_or(0);
    let sum = |place: usize| series.iter().filter_map(|(_, values)| values.get(place)).sum::<i64>();
    let most = round_up((0..many).map(sum).max().unwrap_or(0));
    let mut below = vec![0; many];
    let shapes = series.iter().map(|(word, values)| {
        let mut path = String::new();
        for (place, value) in values.iter().enumerate() {
            let (from, to) = (below[place], below[place] + value);
            below[place] = to;
            bar(&mut path, place, many, height(from, most), height(to, most));
        }
        SeriesView { word, path, line: false }
    });
    let shapes = shapes.collect();
    (AxisView { top: most, bottom: 0 }, shapes)
}

/// Bars up and bars down from a line between them.
pub(super) fn up_and_down(
    up: (&'static str, &[i64]),
    down: (&'static str, &[i64]),
) -> (AxisView, Vec<SeriesView>, i64) {
    let most = |values: &[i64]| match values.iter().copied().max().unwrap_or(0) {
        0 => 0,
        value => round_up(value),
    };
    let (above, below) = (most(up.1).max(1), most(down.1));
    let whole = above + below;
    let many = up.1.len().max(down.1.len());
    let zero = height(below, whole);
    let shapes = [(up, 1), (down, -1)].map(|((word, values), sign)| {
        let mut path = String::new();
        for (place, value) in values.iter().enumerate() {
            let end = height(below + sign * value, whole);
            bar(&mut path, place, many, zero.max(end), zero.min(end));
        }
        SeriesView { word, path, line: false }
    });
    (AxisView { top: above, bottom: -below }, shapes.into(), zero)
}

/// An area under a line.
pub(super) fn area(word: &'static str, values: &[i64]) -> (AxisView, Vec<SeriesView>) {
    let most = round_up(values.iter().copied().max().unwrap_or(0));
    let last = i64::try_from(values.len().saturating_sub(1)).unwrap_or(0).max(1);
    let mut line = String::new();
    for (place, value) in values.iter().enumerate() {
        let x = i64::try_from(place).unwrap_or(0) * WIDTH / last;
        let step = if place == 0 { 'M' } else { 'L' };
        // A string takes everything.
        let _ = write!(line, "{step}{x} {}", height(*value, most));
    }
    if values.len() == 1 {
        let _ = write!(line, "H{WIDTH}");
    }
    let under = format!("{line}V{HEIGHT}H0Z");
    let shapes =
        vec![SeriesView { word, path: under, line: false }, SeriesView { word, path: line, line: true }];
    (AxisView { top: most, bottom: 0 }, shapes)
}

fn height(value: i64, most: i64) -> i64 {
    HEIGHT - value * HEIGHT / most.max(1)
}

fn bar(path: &mut String, place: usize, many: usize, bottom: i64, top: i64) {
    if bottom <= top {
        return;
    }
    let (place, many) = (i64::try_from(place).unwrap_or(0), i64::try_from(many).unwrap_or(1).max(1));
    // In hundredths, so that a year of bars is even.
    let step = WIDTH * 100 / many;
    let (x, width) = (place * step + step * GAP / 200, step * (100 - GAP) / 100);
    let _ = write!(path, "M{} {bottom}V{top}h{}V{bottom}Z", hundredths(x), hundredths(width));
}

fn hundredths(value: i64) -> String {
    format!("{}.{:02}", value / 100, value % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_end_at_round_numbers() {
        for (value, round) in [(0, 1), (1, 1), (2, 2), (3, 5), (7, 10), (11, 20), (450, 500), (501, 1_000)] {
            assert_eq!(round_up(value), round, "{value}");
        }
        assert_eq!(round_up(i64::MAX), i64::MAX);
    }

    #[test]
    fn bars_stand_on_each_other() {
        let (axis, shapes) = stacked(&[("a", vec![1, 0]), ("b", vec![1, 4])]);
        assert_eq!((axis.top, axis.bottom), (5, 0));
        assert_eq!(shapes[0].path, "M50.00 200V160h400.00V200Z");
        assert_eq!(shapes[1].path, "M50.00 160V120h400.00V160ZM550.00 200V40h400.00V200Z");
        assert!(stacked(&[]).1.is_empty());
    }

    #[test]
    fn what_goes_down_is_below_the_line() {
        let (axis, shapes, zero) = up_and_down(("new", &[3, 0]), ("ended", &[0, 5]));
        assert_eq!((axis.top, axis.bottom, zero), (5, -5, 100));
        assert_eq!(shapes[0].path, "M50.00 100V40h400.00V100Z");
        assert_eq!(shapes[1].path, "M550.00 200V100h400.00V200Z");
        assert_eq!(up_and_down(("new", &[]), ("ended", &[])).2, 200);
    }

    #[test]
    fn a_line_goes_from_side_to_side() {
        let (axis, shapes) = area("x", &[0, 5, 10]);
        assert_eq!(axis.top, 10);
        assert_eq!(shapes[1].path, "M0 200L500 100L1000 0");
        assert_eq!(shapes[0].path, "M0 200L500 100L1000 0V200H0Z");
        assert_eq!(area("x", &[1]).1[1].path, "M0 0H1000");
    }
}
