//! Runs: the stretches of a text between characters that are in no word of any language.

use std::ops::Range;

/// The runs of a text. What a run comes down to depends on nothing outside it.
pub(super) fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(|c| !separates(c))?;
        let end = text[start..].find(separates).map_or(text.len(), |length| start + length);
        at = end;
        Some(start..end)
    })
}

/// Only what is sure to separate words everywhere: the segmenter knows of the rest, but takes some
/// signs for letters.
fn separates(c: char) -> bool {
    c.is_whitespace()
        || (c.is_ascii_punctuation() && c != '\'')
        || matches!(c, '\u{2010}'..='\u{2015}' | '“' | '”' | '„' | '«' | '»' | '…' | '€' | '£')
        || matches!(c, '。' | '、' | '，')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_where_no_word_goes_on() {
        let text = " «L'œuvre», E-Mail… 猫。手 ";
        let found: Vec<&str> = runs(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["L'œuvre", "E", "Mail", "猫", "手"]);
        assert_eq!(runs(" … ").count(), 0);
    }
}
