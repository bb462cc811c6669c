//! A body taken apart so that it can be worked on piece by piece, and put together again.
//!
//! Unlike the [outline](super::outline), nothing is left out: markers, texts of footnotes, link
//! definitions and raw HTML are pieces too. Joining the pieces of a body gives one that reads the
//! same.

use comrak::Arena;

use super::dialect::{TopLevel, parse, top_level};

/// A part of a body, with the Markdown it was written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Its lines.
    pub markdown: String,
}

/// What a piece is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// A block; blocks come in the order of the outline.
    Block,
    /// Where the teaser ends.
    Paywall,
    /// The text of the footnote with this name.
    Note(String),
    /// What readers don't see as it stands: definitions of links, raw HTML.
    Other,
}

/// Takes a body apart.
#[must_use]
pub fn pieces(body: &str) -> Vec<Piece> {
    let lines: Vec<&str> = body.lines().collect();
    let arena = Arena::new();
    let mut spans: Vec<(usize, usize, PieceKind)> = parse(&arena, body)
        .children()
        .map(|node| {
            let position = node.data().sourcepos;
            let kind = match top_level(node) {
                TopLevel::Block(_) => PieceKind::Block,
                TopLevel::Paywall => PieceKind::Paywall,
                TopLevel::Footnote(name) => PieceKind::Note(name),
                TopLevel::Nothing => PieceKind::Other,
            };
            (position.start.line.saturating_sub(1), position.end.line.min(lines.len()), kind)
        })
        .collect();
    // The parser moves the texts of footnotes to the end.
    spans.sort_by_key(|(start, ..)| *start);
    let mut pieces = Vec::with_capacity(spans.len());
    let mut at = 0;
    for (start, end, kind) in spans {
        unclaimed(&lines, at, start, &mut pieces);
        let start = start.max(at);
        let markdown = text(&lines, start, end);
        if !markdown.is_empty() || kind == PieceKind::Block {
            pieces.push(Piece { kind, markdown });
        }
        at = end.max(start);
    }
    unclaimed(&lines, at, lines.len(), &mut pieces);
    pieces
}

/// Puts pieces together; empty ones leave no trace.
#[must_use]
pub fn join<'a>(pieces: impl IntoIterator<Item = &'a str>) -> String {
    let mut body = String::new();
    for piece in pieces {
        let piece = trimmed(piece);
        if piece.is_empty() {
            continue;
        }
        if !body.is_empty() {
            body.push_str("\n\n");
        }
        body.push_str(piece);
    }
    if !body.is_empty() {
        body.push('\n');
    }
    body
}

/// Without empty lines around it; the indentation of its first line stays, which may mean code.
fn trimmed(piece: &str) -> &str {
    let piece = piece.trim_end();
    let begin = piece.len() - piece.trim_start().len();
    piece[..begin].rfind('\n').map_or(piece, |line_end| &piece[line_end + 1..])
}

/// Lines that belong to no node: definitions of links, and footnotes that nothing refers to.
fn unclaimed(lines: &[&str], from: usize, to: usize, pieces: &mut Vec<Piece>) {
    let markdown = text(lines, from, to);
    if !markdown.is_empty() {
        pieces.push(Piece { kind: PieceKind::Other, markdown });
    }
}

fn text(lines: &[&str], from: usize, to: usize) -> String {
    let own = lines.get(from..to).unwrap_or_default().join("\n");
    trimmed(&own).to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::outline;
    use super::*;

    fn rejoined(body: &str) -> String {
        let pieces = pieces(body);
        join(pieces.iter().map(|piece| piece.markdown.as_str()))
    }

    fn hashes(body: &str) -> Vec<String> {
        outline(body).into_iter().map(|block| block.hash).collect()
    }

    #[test]
    fn nothing_is_left_out() {
        use PieceKind::{Block, Note, Other, Paywall};

        let body = "One.[^1] See [l].\n\n<!-- paywall -->\n\n## Two\n\n    code\n\n- a\n- b\n\n[^1]: note\n    more of it\n\n\
                    [l]: https://e.org\n[^2]: nobody's\n\n<div>no</div>\n";
        let kinds: Vec<_> = pieces(body).into_iter().map(|piece| piece.kind).collect();
        let note = Note("1".to_owned());
        assert_eq!(kinds, [Block, Paywall, Block, Block, Block, note, Other, Other]);
        assert_eq!(hashes(&rejoined(body)), hashes(body));
        assert!(rejoined(body).contains("\n\n    code\n\n"), "indentation stays");
    }

    #[test]
    fn emptied_pieces_leave_no_trace() {
        assert_eq!(join(["a", " \n", "\n\n    b\n", ""]), "a\n\n    b\n");
        assert_eq!(join(["", "\n"]), "");
        assert!(pieces("").is_empty());
    }

    fn block() -> impl Strategy<Value = String> {
        let words = "[a-zäß ,.]{1,24}[a-zäß.]";
        prop_oneof![
            4 => words.prop_map(|text| text.trim().to_owned()),
            1 => words.prop_map(|text| format!("## {}", text.trim())),
            1 => words.prop_map(|text| format!("- {0}\n- {0}\n\n  more", text.trim())),
            1 => words.prop_map(|text| format!("> {}", text.trim())),
            1 => words.prop_map(|text| format!("{} with a note.[^n]", text.trim())),
            1 => Just("[^n]: The note.".to_owned()),
            1 => Just("```\ncode\n\nmore\n```".to_owned()),
            1 => Just("| a | b |\n|---|---|\n| c | d |".to_owned()),
            1 => Just("<!-- paywall -->".to_owned()),
            1 => Just("[l]: https://example.org".to_owned()),
            1 => Just("![x](x.jpg \"X\")".to_owned()),
            1 => Just("---".to_owned()),
        ]
    }

    proptest! {
        #[test]
        fn what_was_taken_apart_reads_the_same(blocks in prop::collection::vec(block(), 0..12)) {
            let body = blocks.join("\n\n");
            prop_assert_eq!(hashes(&rejoined(&body)), hashes(&body));
            let count = pieces(&body).iter().filter(|piece| piece.kind == PieceKind::Block).count();
            prop_assert_eq!(count, outline(&body).len());
            prop_assert_eq!(rejoined(&rejoined(&body)), rejoined(&body), "once is enough");
        }
    }
}
