//! The difference between two texts, word by word, for people to read.

use similar::{ChangeTag, TextDiff};

/// A stretch of words with one fate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What became of them.
    pub fate: Fate,
    /// The words, with the space between them.
    pub text: String,
}

/// What became of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// They stand in both texts.
    Kept,
    /// They stand in the first only.
    Gone,
    /// They stand in the second only.
    New,
}

/// Compares two texts. Where several words in a row were replaced, they are told as one: what is
/// gone, then what is new.
#[must_use]
pub fn compare_words(before: &str, after: &str) -> Vec<Run> {
    let diff = TextDiff::from_unicode_words(before, after);
    let mut runs: Vec<Run> = Vec::new();
    let (mut gone, mut new, mut between) = (String::new(), String::new(), String::new());
    for change in diff.iter_all_changes() {
        let text = change.value();
        match change.tag() {
            ChangeTag::Equal => {
                between.push_str(text);
                let in_a_change = !gone.is_empty() || !new.is_empty();
                if !in_a_change || !between.trim().is_empty() {
                    close(&mut runs, &mut gone, &mut new);
                    push(&mut runs, Fate::Kept, &std::mem::take(&mut between));
                }
            }
            tag => {
                // Space alone doesn't part two changes.
                let space = std::mem::take(&mut between);
                gone.push_str(&space);
                new.push_str(&space);
                if tag == ChangeTag::Delete { gone.push_str(text) } else { new.push_str(text) }
            }
        }
    }
    close(&mut runs, &mut gone, &mut new);
    push(&mut runs, Fate::Kept, &between);
    runs
}

fn close(runs: &mut Vec<Run>, gone: &mut String, new: &mut String) {
    push(runs, Fate::Gone, &std::mem::take(gone));
    push(runs, Fate::New, &std::mem::take(new));
}

fn push(runs: &mut Vec<Run>, fate: Fate, text: &str) {
    if text.is_empty() {
        return;
    }
    match runs.last_mut() {
        Some(last) if last.fate == fate => last.text.push_str(text),
        _ => runs.push(Run { fate, text: text.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(before: &str, after: &str) -> String {
        let runs = compare_words(before, after).into_iter().map(|run| match run.fate {
            Fate::Kept => run.text,
            Fate::Gone => format!("[-{}-]", run.text),
            Fate::New => format!("[+{}+]", run.text),
        });
        runs.collect()
    }

    #[test]
    fn changes_read_like_sentences() {
        assert_eq!(told("The old house stands.", "The old house stands."), "The old house stands.");
        assert_eq!(told("The old house.", "The new house."), "The [-old-][+new+] house.");
        assert_eq!(told("One two three.", "Six seven three."), "[-One two-][+Six seven+] three.");
        assert_eq!(told("", "All new."), "[+All new.+]");
        assert_eq!(told("Gone.", ""), "[-Gone.-]");
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_out_of_it(before in "[a-c ä\n]{0,30}", after in "[a-c ä\n]{0,30}") {
            let runs = compare_words(&before, &after);
            let without = |fate: Fate| {
                let kept = runs.iter().filter(|run| run.fate != fate).map(|run| run.text.as_str());
                kept.collect::<String>()
            };
            prop_assert_eq!(without(Fate::New), before);
            prop_assert_eq!(without(Fate::Gone), after);
        }
    }
}
