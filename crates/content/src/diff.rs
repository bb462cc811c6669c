//! What differs between two texts, word by word, for people to read.

use std::borrow::Cow;
use std::time::Duration;

use similar::{ChangeTag, DiffOp, DiffTag, TextDiff};

/// How long is searched for the shortest difference; after that a longer one will do.
const SEARCHED: Duration = Duration::from_millis(200);
/// Unchanged paragraphs shown around changed ones.
const CONTEXT: usize = 1;

/// What became of a stretch of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is in both.
    Kept,
    /// It is only in the later text.
    Added,
    /// It is only in the earlier text.
    Removed,
}

/// A stretch of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// What became of it.
    pub fate: Fate,
    /// The words.
    pub text: String,
}

/// A line of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A paragraph, or several that were rewritten together.
    Text(Vec<Stretch>),
    /// So many paragraphs are the same here, and aren't shown.
    Skipped(usize),
}

/// Compares two texts, such as bodies in Markdown. Empty if they are the same.
#[must_use]
pub fn compare(before: &str, after: &str) -> Vec<Line> {
    if before == after {
        return Vec::new();
    }
    // The last line is a line like the others.
    let (before, after) = (ended(before), ended(after));
    let lines = TextDiff::configure().timeout(SEARCHED).diff_lines(before.as_ref(), after.as_ref());
    let old: Vec<&str> = lines.iter_old_slices().collect();
    let new: Vec<&str> = lines.iter_new_slices().collect();
    let mut all: Vec<Line> = Vec::new();
    for operation in lines.ops() {
        let (was, is) = (operation.old_range(), operation.new_range());
        match operation.tag() {
            DiffTag::Equal => all.extend(kept(operation, &old)),
            DiffTag::Delete => all.extend(whole(&old[was].concat(), Fate::Removed)),
            DiffTag::Insert => all.extend(whole(&new[is].concat(), Fate::Added)),
            DiffTag::Replace => all.extend(words(&old[was].concat(), &new[is].concat())),
        }
    }
    skip(all)
}

fn ended(text: &str) -> Cow<'_, str> {
    if text.is_empty() || text.ends_with('\n') { text.into() } else { format!("{text}\n").into() }
}

fn kept(operation: &DiffOp, old: &[&str]) -> Vec<Line> {
    let lines = old[operation.old_range()].iter().map(|line| line.trim_end());
    lines
        .filter(|line| !line.is_empty())
        .map(|line| Line::Text(vec![Stretch { fate: Fate::Kept, text: line.to_owned() }]))
        .collect()
}

fn whole(text: &str, fate: Fate) -> Vec<Line> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| Line::Text(vec![Stretch { fate, text: line.to_owned() }])).collect()
}

fn words(before: &str, after: &str) -> Vec<Line> {
    let words = TextDiff::configure().timeout(SEARCHED).diff_words(before.trim_end(), after.trim_end());
    let mut stretches: Vec<Stretch> = Vec::new();
    for change in words.iter_all_changes() {
        let fate = match change.tag() {
            ChangeTag::Equal => Fate::Kept,
            ChangeTag::Insert => Fate::Added,
            ChangeTag::Delete => Fate::Removed,
        };
        match stretches.last_mut().filter(|last| last.fate == fate) {
            Some(last) => last.text.push_str(change.value()),
            None => stretches.push(Stretch { fate, text: change.value().to_owned() }),
        }
    }
    vec![Line::Text(stretches)]
}

/// Leaves out what is the same far from any change.
fn skip(all: Vec<Line>) -> Vec<Line> {
    let changed = |line: &Line| match line {
        Line::Text(stretches) => stretches.iter().any(|stretch| stretch.fate != Fate::Kept),
        Line::Skipped(_) => false,
    };
    let changes: Vec<usize> =
        all.iter().enumerate().filter(|(_, line)| changed(line)).map(|(at, _)| at).collect();
    let mut shown = Vec::new();
    let mut skipped = 0;
    for (at, line) in all.into_iter().enumerate() {
        if changes.iter().any(|change| change.abs_diff(at) <= CONTEXT) {
            if skipped > 0 {
                shown.push(Line::Skipped(std::mem::take(&mut skipped)));
            }
            shown.push(line);
        } else {
            skipped += 1;
        }
    }
    if skipped > 0 && !shown.is_empty() {
        shown.push(Line::Skipped(skipped));
    }
    shown
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marked(lines: &[Line]) -> String {
        let line = |line: &Line| match line {
            Line::Skipped(count) => format!("…{count}"),
            Line::Text(stretches) => stretches
                .iter()
                .map(|stretch| match stretch.fate {
                    Fate::Kept => stretch.text.clone(),
                    Fate::Added => format!("+{}+", stretch.text),
                    Fate::Removed => format!("-{}-", stretch.text),
                })
                .collect(),
        };
        lines.iter().map(line).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn words_are_told_apart_and_the_rest_left_out() {
        let before = "One.\n\nTwo.\n\nThe old words stay.\n\nFour.\n\nFive.\n\nSix.";
        let after = "One.\n\nTwo.\n\nThe new words stay.\n\nFour.\n\nFive.\n\nSix.\n\nSeven.";
        assert_eq!(
            marked(&compare(before, after)),
            "…1|Two.|The -old-+new+ words stay.|Four.|…1|Six.|+Seven.+"
        );
        assert!(compare(before, before).is_empty());
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_out_of_it(before in "([a-d]{1,2} ){1,6}", after in "([a-d]{1,2} ){1,6}") {
            let side = |not: Fate| -> String {
                let lines = words(&before, &after);
                let Some(Line::Text(stretches)) = lines.first() else { return String::new() };
                stretches.iter().filter(|it| it.fate != not).map(|it| it.text.as_str()).collect()
            };
            prop_assert_eq!(side(Fate::Added), before.trim_end());
            prop_assert_eq!(side(Fate::Removed), after.trim_end());
        }
    }
}
