//! Markdown taken apart into words and marks.
//!
//! A *mark* is what a translator must not lose and need not read: the asterisks of an emphasis, a
//! link's address, a footnote's number, code. Nothing is changed by taking apart: [`whole`] gives
//! back every character. What is taken for a mark follows `CommonMark` closely, but need not follow
//! it everywhere: a mark that is missed is a word too many, not a fault.

mod scan;
mod structure;

pub use structure::parts;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words.
    Text(String),
    /// A mark that stands alone: code, a footnote's number, the sign of a list.
    Alone(String),
    /// Marks around something: emphasis, a link.
    Pair {
        /// The first mark, such as `[`.
        open: String,
        /// What is between them.
        inner: Vec<Part>,
        /// The second, such as `](https://example.org)`.
        close: String,
    },
}

/// The text that the parts make up.
#[must_use]
pub fn whole(parts: &[Part]) -> String {
    let mut text = String::new();
    append(parts, &mut text);
    text
}

fn append(parts: &[Part], text: &mut String) {
    for part in parts {
        match part {
            Part::Text(own) | Part::Alone(own) => text.push_str(own),
            Part::Pair { open, inner, close } => {
                text.push_str(open);
                append(inner, text);
                text.push_str(close);
            }
        }
    }
}

/// Marks in a text that another lacks, each as often as it is missing: what a translation has lost.
#[must_use]
pub fn lost(source: &[Part], target: &[Part]) -> Vec<String> {
    let mut left = Vec::new();
    list(target, &mut left);
    let mut wanted = Vec::new();
    list(source, &mut wanted);
    wanted.retain(|mark| match left.iter().position(|other| other == mark) {
        Some(place) => {
            left.swap_remove(place);
            false
        }
        None => true,
    });
    wanted
}

/// The marks, each pair as one. Space alone isn't missed.
fn list(parts: &[Part], marks: &mut Vec<String>) {
    for part in parts {
        match part {
            Part::Alone(mark) if !mark.trim().is_empty() => marks.push(mark.clone()),
            Part::Text(_) | Part::Alone(_) => {}
            Part::Pair { open, inner, close } => {
                marks.push(format!("{open}…{close}"));
                list(inner, marks);
            }
        }
    }
}

/// Whether there is anything to translate.
#[must_use]
pub fn has_words(parts: &[Part]) -> bool {
    parts.iter().any(|part| match part {
        Part::Text(text) => text.chars().any(char::is_alphanumeric),
        Part::Alone(_) => false,
        Part::Pair { inner, .. } => has_words(inner),
    })
}

/// Adds words, to the words before them if there are any.
fn push_text(parts: &mut Vec<Part>, text: &str) {
    if text.is_empty() {
        return;
    }
    match parts.last_mut() {
        Some(Part::Text(last)) => last.push_str(text),
        _ => parts.push(Part::Text(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Marks in braces, pairs with `|` between.
    fn told(markdown: &str) -> String {
        fn tell(parts: &[Part]) -> String {
            let each = parts.iter().map(|part| match part {
                Part::Text(text) => text.clone(),
                Part::Alone(mark) => format!("{{{mark}}}"),
                Part::Pair { open, inner, close } => format!("{{{open}|{}|{close}}}", tell(inner)),
            });
            each.collect()
        }
        tell(&parts(markdown))
    }

    #[test]
    fn marks_are_told_from_words() {
        let table = [
            ("Plain words, 3 * 4 = 12, snake_case.", "Plain words, 3 * 4 = 12, snake_case."),
            ("A *b* **c** ~~d~~ _e_.", "A {*|b|*} {**|c|**} {~~|d|~~} {_|e|_}."),
            ("***both***", "{**|{*|both|*}|**}"),
            ("A *b **c* d", "A {*|b **c|*} d"),
            ("[a *b*](https://e.org \"T\") end", "{[|a {*|b|*}|](https://e.org \"T\")} end"),
            ("See [a][ref] and [b].", "See {[|a|][ref]} and [b]."),
            ("A note.[^1]", "A note.{[^1]}"),
            ("[^1]: The note\n    goes on", "{[^1]: }The note{\n    }goes on"),
            ("`a*b*` and ``c`d``", "{`a*b*`} and {``c`d``}"),
            ("\\*no\\* \\[x](y)", "\\*no\\* \\[x](y)"),
            ("## A *b*", "{## }A {*|b|*}"),
            ("- a\n- [ ] b\n  1. c", "{- }a{\n- [ ] }b{\n  1. }c"),
            ("> a\n> b", "{> }a{\n> }b"),
            ("a  \nb\\\nc\nd", "a{  \n}b{\\\n}c\nd"),
            ("| a | b |\n|---|:-:|\n| c | d |", "{| }a{ | }b{ |\n|---|:-:|\n| }c{ | }d{ |}"),
            ("```rust\nlet a;\n```", "{```rust\nlet a;\n```}"),
            ("![Alt text](a.jpg \"A caption\")", "{![}Alt text{](a.jpg \"}A caption{\")}"),
            ("![Alt](a.jpg)", "{![}Alt{](a.jpg)}"),
            ("See https://e.org/a_b_c. End", "See {https://e.org/a_b_c}. End"),
            ("A <b>c</b> <!-- d --> <https://e.org>", "A {<b>}c{</b>} {<!-- d -->} {<https://e.org>}"),
            ("---", "{---}"),
            ("Title\n===", "Title{\n===}"),
            ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
            ("Don't [^", "Don't [^"),
        ];
        for (markdown, expected) in table {
            assert_eq!(told(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn what_is_lost_is_told() {
        let lost = |source: &str, target: &str| super::lost(&parts(source), &parts(target));
        assert!(lost("A *b* [c](d).[^1]", "[C](d) und *b*.[^1]").is_empty());
        assert_eq!(lost("A *b* [c](d).[^1] *e*", "C und *b*."), ["[…](d)", "[^1]", "*…*"]);
        assert!(has_words(&parts("*b*")) && !has_words(&parts("`code` --- [^1]")));
    }

    proptest! {
        #[test]
        fn nothing_is_changed(markdown in "[a-zä *_~`\\[\\]()!<>\\\\\n|#>.:^0-9\"-]{0,80}") {
            prop_assert_eq!(whole(&parts(&markdown)), markdown);
        }
    }
}
