//! Titles: one line that may carry emphasis.

use comrak::Arena;
use comrak::nodes::{Node, NodeValue};

use super::dialect::parse;

/// The title as HTML: `*emphasis*` becomes `<em>`, everything else is text.
#[must_use]
pub fn title_html(title: &str) -> String {
    let mut html = String::with_capacity(title.len() + 16);
    with_inlines(title, |node| write_html(node, &mut html));
    html
}

/// The title without its emphasis.
#[must_use]
pub fn title_plain(title: &str) -> String {
    let mut text = String::with_capacity(title.len());
    with_inlines(title, |node| {
        for inner in node.descendants() {
            text.push_str(inner.data().value.text().unwrap_or_default());
        }
    });
    text
}

/// Calls `each` for the inline parts of the title; a title that isn't one paragraph (it begins with
/// `#` or `1.`, say) is plain text.
fn with_inlines(title: &str, mut each: impl FnMut(Node<'_>)) {
    let arena = Arena::new();
    // A zero-width character keeps the line from being read as a heading, a list or a quotation.
    let guarded = format!("\u{200b}{}", title.replace(['\n', '\r'], " "));
    let root = parse(&arena, &guarded);
    if let Some(paragraph) = root.first_child() {
        for node in paragraph.children() {
            if let Some(text) = node.data_mut().value.text_mut()
                && let Some(rest) = text.strip_prefix('\u{200b}')
            {
                *text = rest.to_owned().into();
            }
            each(node);
        }
    }
}

fn write_html(node: Node<'_>, html: &mut String) {
    let emphasis = matches!(node.data().value, NodeValue::Emph);
    if emphasis {
        html.push_str("<em>");
    }
    if let Some(text) = node.data().value.text() {
        html.push_str(&ammonia::clean_text(text).replace("&#32;", " ").replace("&#47;", "/"));
    }
    for child in node.children() {
        write_html(child, html);
    }
    if emphasis {
        html.push_str("</em>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emphasis_is_all_a_title_can_carry() {
        assert_eq!(title_html("Wie sicher ist *sicher*?"), "Wie sicher ist <em>sicher</em>?");
        assert_eq!(title_plain("Wie sicher ist *sicher*?"), "Wie sicher ist sicher?");
        assert_eq!(title_plain("1. FC & <b>co</b>"), "1. FC & co");
        assert!(!title_html("<script>alert(1)</script> & \"x\"").contains('<'));
        assert_eq!(title_plain("# Nummer *eins*"), "# Nummer eins");
    }
}
