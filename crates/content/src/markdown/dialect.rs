//! Which Markdown we read.

use comrak::nodes::{Node, NodeValue};
use comrak::{Arena, Options, parse_document};

use super::block::BlockKind;

/// `CommonMark` with tables, footnotes, strikethrough, task lists and bare addresses.
pub(super) fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.footnotes = true;
    options.extension.strikethrough = true;
    options.extension.tasklist = true;
    options.extension.autolink = true;
    options
}

/// Parses a body.
pub(super) fn parse<'a>(arena: &'a Arena<'a>, body: &str) -> Node<'a> {
    parse_document(arena, body, &options())
}

/// What a top-level node is, in our words.
pub(super) enum TopLevel {
    Block(BlockKind),
    /// Where the teaser ends.
    Paywall,
    /// The text of a footnote; it belongs to the block that refers to it.
    Footnote(String),
    /// Raw HTML, which isn't shown.
    Nothing,
}

pub(super) fn top_level(node: Node<'_>) -> TopLevel {
    TopLevel::Block(match &node.data().value {
        NodeValue::Heading(_) => BlockKind::Heading,
        NodeValue::List(_) => BlockKind::List,
        NodeValue::BlockQuote => BlockKind::Quote,
        NodeValue::CodeBlock(_) => BlockKind::Code,
        NodeValue::Table(_) => BlockKind::Table,
        NodeValue::ThematicBreak => BlockKind::Rule,
        NodeValue::FootnoteDefinition(note) => return TopLevel::Footnote(note.name.clone()),
        NodeValue::HtmlBlock(html) if html.literal.trim() == "<!-- paywall -->" => return TopLevel::Paywall,
        NodeValue::HtmlBlock(_) | NodeValue::FrontMatter(_) => return TopLevel::Nothing,
        _ if lone_picture(node).is_some() => BlockKind::Figure,
        _ if lone_address(node).is_some_and(|address| super::inline::is_embeddable(&address)) => {
            BlockKind::Embed
        }
        _ => BlockKind::Paragraph,
    })
}

/// The picture that is alone in its paragraph.
pub(super) fn lone_picture(paragraph: Node<'_>) -> Option<Node<'_>> {
    let only = only_child(paragraph)?;
    matches!(only.data().value, NodeValue::Image(_)).then_some(only)
}

/// The bare address that is alone in its paragraph.
pub(super) fn lone_address(paragraph: Node<'_>) -> Option<String> {
    let only = only_child(paragraph)?;
    let NodeValue::Link(link) = &only.data().value else { return None };
    let text: String =
        only.descendants().filter_map(|node| node.data().value.text().map(str::to_owned)).collect();
    (text == link.url).then(|| link.url.clone())
}

fn only_child(paragraph: Node<'_>) -> Option<Node<'_>> {
    if !matches!(paragraph.data().value, NodeValue::Paragraph) {
        return None;
    }
    let mut children = paragraph.children();
    let only = children.next()?;
    children.next().is_none().then_some(only)
}
