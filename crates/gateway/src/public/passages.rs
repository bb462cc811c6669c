//! The blocks of a text, to be found again in its other languages: a block has the same id in every
//! language, so a plain link leads there.

use crate::view::Html;
use crate::view::article::PassageView;

/// Words that tell a block from others.
const WORDS: usize = 7;

/// The blocks of a rendered half that have words, by id. The HTML is as publishing makes it.
pub(crate) fn of(html: &str) -> Vec<PassageView> {
    let mut pieces = html.split(" id=\"");
    pieces.next();
    let blocks = pieces.filter_map(|piece| {
        let (id, rest) = piece.split_once('"')?;
        let (_, content) = rest.split_once('>')?;
        let words = beginning(content);
        (is_block(id) && !words.is_empty()).then(|| PassageView { id: id.to_owned(), words: Html(words) })
    });
    blocks.collect()
}

/// Ids of blocks are eight letters and digits; footnotes and their references have other ids.
fn is_block(id: &str) -> bool {
    id.len() == 8 && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
}

/// The first words, without markup; what was escaped stays so.
fn beginning(content: &str) -> String {
    let mut text = String::new();
    let mut rest = content;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        // A block ends where the next one's tag begins.
        let Some((name, after)) = tag.split_once('>') else {
            rest = "";
            break;
        };
        // Marks within a word don't part it, blocks do.
        let within = ["em", "strong", "a", "del", "code", "sub", "sup"];
        let name = name.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if !within.contains(&name) {
            text.push(' ');
        }
        rest = after;
        if text.split_whitespace().count() > WORDS {
            rest = "";
        }
    }
    text.push_str(rest);
    let mut words: Vec<&str> = text.split_whitespace().take(WORDS + 1).collect();
    if words.len() > WORDS {
        words.truncate(WORDS);
        return format!("{} …", words.join(" "));
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_known_by_their_first_words() {
        let html = "<p id=\"abcd1234\">One <em>two</em>&amp;three <a href=\"/x\">four</a>, five six seven eight.</p>\n\
                    <h2 id=\"efgh5678\">A heading</h2><figure id=\"ijkl9012\"><img src=\"/m\" alt=\"\"></figure>\
                    <section><li id=\"fn-1\"><p>A note.</p></li></section>";
        let found: Vec<_> = of(html).into_iter().map(|passage| (passage.id, passage.words.0)).collect();
        assert_eq!(
            found,
            [
                ("abcd1234".to_owned(), "One two&amp;three four, five six seven eight.".to_owned()),
                ("efgh5678".to_owned(), "A heading".to_owned()),
            ]
        );
        assert_eq!(of("<p id=\"abcd1234\">1 2 3 4 5 6 7 8 9</p>")[0].words.0, "1 2 3 4 5 6 7 …");
        assert!(of("no blocks").is_empty());
    }
}
