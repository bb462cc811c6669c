//! The blocks of a body, in order.

use std::collections::HashMap;

use comrak::Arena;
use comrak::nodes::{Node, NodeValue};

use super::block::Outlined;
use super::dialect::{TopLevel, parse, top_level};

/// Lists the blocks. The paywall marker, raw HTML and definitions are none; a footnote's text counts
/// into the hash of each block that refers to it.
#[must_use]
pub fn outline(body: &str) -> Vec<Outlined> {
    let arena = Arena::new();
    let root = parse(&arena, body);
    let lines: Vec<&str> = body.lines().collect();
    let notes: HashMap<String, String> = root
        .children()
        .filter_map(|node| match top_level(node) {
            TopLevel::Footnote(name) => Some((name, markdown(&lines, node))),
            _ => None,
        })
        .collect();
    root.children()
        .filter_map(|node| match top_level(node) {
            TopLevel::Block(kind) => {
                let mut markdown = markdown(&lines, node);
                for name in references(node) {
                    if let Some(note) = notes.get(&name) {
                        markdown.push('\n');
                        markdown.push_str(note);
                    }
                }
                Some(Outlined { kind, hash: kernel::hash::content_hash(markdown.as_bytes()), markdown })
            }
            _ => None,
        })
        .collect()
}

/// The addresses of the pictures in a body, as written.
#[must_use]
pub fn pictures(body: &str) -> Vec<String> {
    if !body.contains("![") {
        return Vec::new();
    }
    let arena = Arena::new();
    let pictures = parse(&arena, body).descendants().filter_map(|node| match &node.data().value {
        NodeValue::Image(image) => Some(image.url.clone()),
        _ => None,
    });
    pictures.collect()
}

/// The lines a node was written in, without trailing space.
fn markdown(lines: &[&str], node: Node<'_>) -> String {
    let position = node.data().sourcepos;
    let (start, end) = (position.start.line.saturating_sub(1), position.end.line.min(lines.len()));
    let own = lines.get(start..end).unwrap_or_default();
    own.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Names of the footnotes a block refers to, in order, each once.
pub(super) fn references(node: Node<'_>) -> Vec<String> {
    let mut names = Vec::new();
    for inner in node.descendants() {
        if let NodeValue::FootnoteReference(reference) = &inner.data().value
            && !names.contains(&reference.name)
        {
            names.push(reference.name.clone());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::super::BlockKind;
    use super::*;

    #[test]
    fn definitions_and_markers_are_no_blocks() {
        use BlockKind::{Code, Embed, Figure, Heading, List, Paragraph, Quote, Rule, Table};

        let body = "One.[^1]\n\n<!-- paywall -->\n\n## Two\n\n- a\n- b\n\n![x](x.jpg \"X\")\n\n> q\n\n```\nc\n```\n\n\
                    | a |\n|---|\n| b |\n\n---\n\nhttps://youtu.be/x\n\n<div>no</div>\n\n[^1]: note\n\n[l]: https://e.org\n";
        let kinds: Vec<_> = outline(body).iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [Paragraph, Heading, List, Figure, Quote, Code, Table, Rule, Embed]);
    }

    #[test]
    fn a_footnote_belongs_to_the_blocks_that_refer_to_it() {
        let of = |note: &str| outline(&format!("One.[^1]\n\nTwo.\n\n[^1]: {note}\n"));
        let (before, after) = (of("old"), of("new"));
        assert_ne!(before[0].hash, after[0].hash);
        assert_eq!(before[1].hash, after[1].hash);
    }
}
