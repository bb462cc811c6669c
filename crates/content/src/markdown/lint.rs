//! What in a body somebody should look at, and where.

use comrak::Arena;
use comrak::nodes::{Node, NodeValue};

use super::dialect::{TopLevel, parse, top_level};
use super::measure::plain_text;

/// Something in a body, at a line (from 1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The line it begins in.
    pub line: usize,
    /// What it is.
    pub what: What,
}

/// What there is to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A picture, by its address, and whether it is described.
    Picture {
        /// Its address, as written.
        address: String,
        /// Whether it has a description.
        described: bool,
    },
    /// A link to this address.
    Link(String),
    /// A footnote of this name that says nothing.
    EmptyNote(String),
    /// A mark of a footnote that isn't there.
    MissingNote(String),
    /// Where the teaser ends.
    Paywall,
}

/// Goes through a body.
#[must_use]
pub fn lint(body: &str) -> Vec<Found> {
    let arena = Arena::new();
    let root = parse(&arena, body);
    let mut found = Vec::new();
    for block in root.children() {
        match top_level(block) {
            TopLevel::Paywall => found.push(at(block, What::Paywall)),
            TopLevel::Footnote(name) if plain_text([block]).trim().is_empty() => {
                found.push(at(block, What::EmptyNote(name)));
            }
            _ => {}
        }
        for node in block.descendants() {
            found.extend(look(node));
        }
    }
    found
}

fn look(node: Node<'_>) -> Vec<Found> {
    match &node.data().value {
        NodeValue::Image(image) => {
            let described = node
                .descendants()
                .skip(1)
                .any(|inner| inner.data().value.text().is_some_and(|text| !text.trim().is_empty()));
            vec![at(node, What::Picture { address: image.url.clone(), described })]
        }
        NodeValue::Link(link) => vec![at(node, What::Link(link.url.clone()))],
        // A mark without its note is plain text.
        NodeValue::Text(text) => {
            let marks = text.split("[^").skip(1).filter_map(|rest| rest.split_once(']'));
            let named = marks.filter(|(name, _)| !name.is_empty() && !name.contains(char::is_whitespace));
            named.map(|(name, _)| at(node, What::MissingNote(name.to_owned()))).collect()
        }
        _ => Vec::new(),
    }
}

fn at(node: Node<'_>, what: What) -> Found {
    Found { line: node.data().sourcepos.start.line, what }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_amiss_is_found_with_its_line() {
        let body = "One [a](/de/x) and [^gone].\n\n![](/media/1)\n\n<!-- paywall -->\n\nTwo.[^e] ![d](/media/2)\n\n[^e]:\n";
        let found: Vec<_> = lint(body).into_iter().map(|it| (it.line, it.what)).collect();
        let picture = |address: &str, described| What::Picture { address: address.to_owned(), described };
        for expected in [
            (1, What::Link("/de/x".to_owned())),
            (1, What::MissingNote("gone".to_owned())),
            (3, picture("/media/1", false)),
            (5, What::Paywall),
            (7, picture("/media/2", true)),
            (9, What::EmptyNote("e".to_owned())),
        ] {
            assert!(found.contains(&expected), "{expected:?} in {found:?}");
        }
        assert_eq!(found.len(), 6, "{found:?}");
    }
}
