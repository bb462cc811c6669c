//! Plain text, words, and how long they take to read.

use comrak::Arena;
use comrak::nodes::{Node, NodeValue};
use icu::segmenter::WordSegmenter;
use icu::segmenter::options::WordBreakInvariantOptions;
use kernel::Locale;

use super::dialect::parse;

/// Words a minute of silent reading of non-fiction: the mean over languages that M. Brysbaert
/// (2019) and the studies behind it give is 220 to 240.
const WORDS_A_MINUTE: u32 = 220;
/// Characters a minute in scripts without spaces.
const CHARACTERS_A_MINUTE: u32 = 500;

/// Words and minutes of reading of a body in Markdown, both halves.
#[must_use]
pub fn length(body: &str, locale: &Locale) -> (u32, u32) {
    let arena = Arena::new();
    let text = plain_text(parse(&arena, body).children());
    words_and_minutes(&[&text], locale)
}

/// The text of some nodes: words of a paragraph joined by spaces, blocks by line ends. Descriptions
/// of pictures are left out: they aren't read.
pub(super) fn plain_text<'a>(nodes: impl IntoIterator<Item = Node<'a>>) -> String {
    let mut text = String::new();
    for node in nodes {
        append(node, &mut text);
        end_block(&mut text);
    }
    text.trim_end().to_owned()
}

fn append(node: Node<'_>, text: &mut String) {
    match &node.data().value {
        NodeValue::Text(own) => text.push_str(own),
        NodeValue::Code(code) => text.push_str(&code.literal),
        NodeValue::CodeBlock(code) => text.push_str(&code.literal),
        NodeValue::SoftBreak | NodeValue::LineBreak => text.push(' '),
        NodeValue::Image(image) => {
            text.push_str(&image.title);
            return;
        }
        _ => {}
    }
    for child in node.children() {
        append(child, text);
        if child.data().value.block() {
            end_block(text);
        } else if matches!(child.data().value, NodeValue::TableCell) {
            text.push(' ');
        }
    }
}

fn end_block(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

/// Words (UAX #29, with CLDR's dictionaries for scripts without spaces) and whole minutes of
/// reading, at least one.
pub(super) fn words_and_minutes(texts: &[&str], locale: &Locale) -> (u32, u32) {
    let minutes = |count: u32, a_minute: u32| count.div_ceil(a_minute).max(1);
    let segmenter = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
    let words = texts.iter().map(|text| {
        segmenter.segment_str(text).iter_with_word_type().filter(|(_, kind)| kind.is_word_like()).count()
    });
    let words = u32::try_from(words.sum::<usize>()).unwrap_or(u32::MAX);
    if matches!(locale.language(), "ja" | "zh" | "yue" | "th" | "lo" | "km" | "my" | "bo") {
        let characters = texts.iter().map(|text| text.chars().filter(|c| c.is_alphanumeric()).count());
        let characters = u32::try_from(characters.sum::<usize>()).unwrap_or(u32::MAX);
        return (words, minutes(characters, CHARACTERS_A_MINUTE));
    }
    (words, minutes(words, WORDS_A_MINUTE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_by_language() {
        let count = |text: &str, tag: &str| words_and_minutes(&[text], &tag.parse().expect("a tag"));
        assert_eq!(count("L'Ukraine demande — 3 garanties.", "fr").0, 4);
        assert_eq!(count(&"Wort ".repeat(441), "de"), (441, 3));
        assert_eq!(count(&"安全保障".repeat(250), "ja").1, 2);
        assert_eq!(count("", "en"), (0, 1));
    }
}
