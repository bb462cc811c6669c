//! The passage of a text that shows best why it was found.

use std::collections::BTreeSet;
use std::ops::Range;

use kernel::Locale;

use crate::analysis::{Origin, Word, words};
use crate::engine::Fragment;
use crate::question::Sought;

/// Length aimed at, in characters.
const LENGTH: usize = 220;
/// How much is shown before the first word found, in characters.
const LEAD: usize = 50;
/// How far a cut may move to fall between words, in characters.
const SLACK: usize = 30;

/// Where something sought stands in a passage.
#[derive(Clone, Debug)]
struct Mark {
    range: Range<usize>,
    sought: usize,
}

/// A stretch of a text that may be shown, and where it stands.
pub(crate) type Passage<'a> = (&'a str, Origin);

/// The window of a passage that shows the most of what was sought.
struct Window<'a> {
    passage: &'a str,
    marks: Vec<Mark>,
    range: Range<usize>,
    distinct: usize,
}

/// The best snippet from passages in the order in which they are preferred; from the beginning of
/// the first that has text if none contains what is sought.
///
/// Every passage given may be shown. Passages are read only until one contains everything.
pub(crate) fn snippet(passages: &[Passage<'_>], sought: &[Sought], locale: &Locale) -> Vec<Fragment> {
    let passages = passages.iter().filter(|(passage, _)| !passage.trim().is_empty());
    let mut best: Option<Window<'_>> = None;
    for (passage, origin) in passages {
        let window = best_window(passage, marks(&words(passage, locale, *origin), sought));
        if best.as_ref().is_none_or(|best| window.distinct > best.distinct) {
            best = Some(window);
        }
        if best.as_ref().is_some_and(|best| best.distinct == sought.len()) {
            break;
        }
    }
    best.map(|window| fragments(&window)).unwrap_or_default()
}

fn marks(found: &[Word], sought: &[Sought]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for index in 0..found.len() {
        for (number, sought) in sought.iter().enumerate() {
            if let Some(range) = found_at(&found[index..], sought) {
                marks.push(Mark { range, sought: number });
            }
        }
    }
    marks
}

/// The stretch of text at the beginning of `text` that is what was sought.
pub(crate) fn found_at(text: &[Word], sought: &Sought) -> Option<Range<usize>> {
    let first = text.first()?;
    match sought {
        Sought::Phrase(phrase) => {
            let last = text.get(phrase.len().checked_sub(1)?)?;
            let same = phrase.iter().zip(text).all(|(sought, word)| pieces_of(word, sought).is_some());
            same.then_some(first.start..last.end)
        }
        Sought::Word(word) => in_any_form(first, word),
        Sought::Alike(word, instead) => in_any_form(first, word).or_else(|| {
            let found = first.single().is_some_and(|written| instead.iter().any(|word| word == written));
            found.then_some(first.start..first.end)
        }),
        Sought::Beginning(word) => in_any_form(first, word).or_else(|| {
            let beginning = word.single()?;
            let piece = first.surface.iter().find(|piece| piece.text.starts_with(beginning))?;
            let (start, end) = (first.start + piece.start, first.start + piece.end);
            let character = first.gapless.then(|| first_character(start, end, &piece.text, beginning));
            Some(character.flatten().unwrap_or(start..end))
        }),
    }
}

/// In a script without spaces a single character was sought, and the piece is a pair that begins
/// with it: half of it is marked, if both take the same room.
fn first_character(start: usize, end: usize, pair: &str, sought: &str) -> Option<Range<usize>> {
    let half = (end - start) / 2;
    (pair.len() == 2 * sought.len() && half == sought.len()).then_some(start..start + half)
}

fn in_any_form(word: &Word, sought: &Word) -> Option<Range<usize>> {
    let share = |a: &[String], b: &[String]| a.iter().any(|stem| b.contains(stem));
    let parts = |sought: &[String]| word.parts.iter().any(|part| share(part, sought));
    let by_parts =
        !sought.parts.is_empty() && sought.parts.iter().any(|part| share(part, &word.stems) || parts(part));
    if share(&word.stems, &sought.stems) || parts(&sought.stems) || by_parts {
        return Some(word.start..word.end);
    }
    pieces_of(word, sought)
}

/// Where the pieces sought stand side by side in a word.
fn pieces_of(word: &Word, sought: &Word) -> Option<Range<usize>> {
    let pieces = sought.sought();
    let found = word
        .surface
        .windows(pieces.len())
        .find(|window| window.iter().zip(pieces).all(|(found, sought)| found.text == sought.text))?;
    Some(word.start + found.first()?.start..word.start + found.last()?.end)
}

/// The stretch of about [`LENGTH`] with the most different things sought, then the most marks, then
/// the first.
fn best_window(passage: &str, marks: Vec<Mark>) -> Window<'_> {
    let mut best = (0, 0, 0);
    for (index, first) in marks.iter().enumerate() {
        let end = forward(passage, first.range.start, LENGTH - LEAD);
        let within = marks[index..].iter().take_while(|mark| mark.range.end <= end);
        let seen: Vec<usize> = within.map(|mark| mark.sought).collect();
        let distinct = seen.iter().collect::<BTreeSet<_>>().len();
        if (distinct, seen.len()) > (best.0, best.1) {
            best = (distinct, seen.len(), first.range.start);
        }
    }
    let start = start_of_window(passage, best.2);
    let end = end_of_window(passage, start);
    Window { passage, marks, range: start..end, distinct: best.0 }
}

/// A little before what was found, at the beginning of a word; the beginning if that is near.
fn start_of_window(passage: &str, found: usize) -> usize {
    let leading = backward(passage, found, LEAD);
    if passage[..leading].chars().nth(SLACK).is_none() {
        return 0;
    }
    let lead = &passage[leading..found];
    let skipped: usize = lead.chars().take(SLACK).map(char::len_utf8).sum();
    match lead[..skipped].find(char::is_whitespace) {
        Some(space) => {
            leading
                + space
                + lead[space..].chars().take_while(|c| c.is_whitespace()).map(char::len_utf8).sum::<usize>()
        }
        None => leading,
    }
}

/// As far as the length goes, at the end of a word; the end if that is near.
fn end_of_window(passage: &str, start: usize) -> usize {
    let end = forward(passage, start, LENGTH);
    if passage[end..].chars().nth(SLACK).is_none() {
        return passage.len();
    }
    let earliest = backward(passage, end, SLACK).max(start);
    passage[earliest..end].rfind(char::is_whitespace).map_or(end, |space| earliest + space)
}

fn forward(text: &str, from: usize, characters: usize) -> usize {
    text[from..].char_indices().nth(characters).map_or(text.len(), |(offset, _)| from + offset)
}

fn backward(text: &str, from: usize, characters: usize) -> usize {
    let mut before = text[..from].char_indices().rev();
    characters.checked_sub(1).and_then(|nth| before.nth(nth)).map_or(0, |(offset, _)| offset)
}

fn fragments(window: &Window<'_>) -> Vec<Fragment> {
    let mut out = Output::default();
    if window.range.start > 0 {
        out.push("…", false);
    }
    let mut at = window.range.start;
    let mut marks: Vec<&Range<usize>> = window.marks.iter().map(|mark| &mark.range).collect();
    marks.sort_by_key(|range| (range.start, range.end));
    for mark in marks {
        let (start, end) = (mark.start.max(at), mark.end);
        if mark.start < window.range.start || end > window.range.end || end <= at {
            continue;
        }
        out.push(&window.passage[at..start], false);
        out.push(&window.passage[start..end], true);
        at = end;
    }
    out.push(window.passage[at..window.range.end].trim_end(), false);
    if window.range.end < window.passage.len() {
        out.push("…", false);
    }
    out.fragments
}

/// Collects fragments; white space becomes single spaces, neighbours of one kind become one.
#[derive(Default)]
struct Output {
    fragments: Vec<Fragment>,
    space: bool,
}

impl Output {
    fn push(&mut self, text: &str, marked: bool) {
        let mut clean = String::with_capacity(text.len());
        for c in text.chars() {
            let space = c.is_whitespace();
            if !space {
                clean.push(c);
            } else if !self.space {
                clean.push(' ');
            }
            self.space = space;
        }
        if clean.is_empty() {
            return;
        }
        match self.fragments.last_mut() {
            Some(before) if before.marked == marked => before.text.push_str(&clean),
            _ => self.fragments.push(Fragment { text: clean, marked }),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::question::Question;

    /// The snippet with what is marked in brackets.
    fn shown(passages: &[&str], query: &str, tag: &str) -> String {
        let locale: Locale = tag.parse().expect("a locale");
        let asked = Question::parse(query).in_locale(&locale);
        let passages: Vec<_> = passages.iter().map(|passage| (*passage, Origin::Open)).collect();
        let fragments = snippet(&passages, &asked.wanted, &locale);
        fragments.iter().map(|f| if f.marked { format!("[{}]", f.text) } else { f.text.clone() }).collect()
    }

    #[test]
    fn words_are_marked_in_all_their_forms() {
        for (text, query, tag, expected) in [
            ("Die Sicherheitsgarantien stehen.", "Garantie", "de", "Die [Sicherheitsgarantien] stehen."),
            ("In vielen Ländern", "land", "de", "In vielen [Ländern]"),
            ("défense de l'Ukraine", "ukr", "fr", "défense de l'[Ukraine]"),
            ("The night train to Rome", "\"night train\"", "en", "The [night train] to Rome"),
            ("ウクライナの安全保障", "安全保障", "ja", "ウクライナの[安全保障]"),
            ("黒い猫の手", "猫", "ja", "黒い[猫]の手"),
        ] {
            assert_eq!(shown(&[text], query, tag), expected);
        }
    }

    #[test]
    fn the_window_is_where_most_is_found() {
        let filler = "Nothing to see in this long sentence about other matters. ".repeat(8);
        let text = format!("Only trains here. {filler}The night trains of Europe are back. {filler}");
        let snippet = shown(&[&text], "night trains europe", "en");
        assert!(snippet.contains("The [night] [trains] of [Europe] are back."), "{snippet}");
        assert!(snippet.starts_with('…') && snippet.ends_with('…'), "{snippet}");
        assert!(!snippet.contains("Only"));
        let length = snippet.chars().count();
        assert!((150..=260).contains(&length), "{length}: {snippet}");
    }

    #[test]
    fn cuts_fall_between_words() {
        let text = "abcdefghij ".repeat(60);
        let snippet = shown(&[&format!("{text}target {text}")], "target", "en");
        let plain = snippet.trim_matches('…').replace("[target]", "target");
        assert!(plain.split(' ').all(|word| word == "abcdefghij" || word == "target"), "{snippet}");
    }

    #[test]
    fn the_beginning_is_shown_if_nothing_is_found() {
        assert_eq!(shown(&["", "A teaser.\n\n Then more.", "Rest"], "zebra", "en"), "A teaser. Then more.");
        assert_eq!(shown(&["", " "], "zebra", "en"), "");
    }

    #[test]
    fn a_later_passage_must_show_more() {
        assert_eq!(shown(&["One fox.", "Another fox."], "fox", "en"), "One [fox].");
        assert_eq!(shown(&["One fox.", "A red fox."], "red fox", "en"), "A [red] [fox].");
    }

    proptest! {
        #[test]
        fn any_text_has_a_snippet(text in "(\\PC|[ab \n]){0,600}", query in "(\\PC|[ab ]){0,12}", tag in "(de|ja|ar|th|en)") {
            let snippet = shown(&[&text], &query, &tag);
            prop_assert!(snippet.chars().count() <= 2 * text.chars().count() + 400);
        }

        /// What is shown stands in the text.
        #[test]
        fn nothing_is_made_up(words in proptest::collection::vec("[a-d]{1,6}", 1..120), query in "[a-d]{2,4}") {
            let text = words.join(" ");
            let locale: Locale = "eo".parse().expect("a locale");
            let asked = Question::parse(&query).in_locale(&locale);
            let snippet: String = snippet(&[(&text, Origin::Open)], &asked.wanted, &locale).into_iter().map(|f| f.text).collect();
            prop_assert!(text.contains(snippet.trim_matches('…')));
        }
    }
}
