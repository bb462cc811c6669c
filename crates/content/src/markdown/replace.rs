//! Giving pictures other addresses, in the Markdown itself.

use comrak::Arena;
use comrak::nodes::{Node, NodeValue};

use super::dialect::parse;
use super::outline::pictures;

/// A picture in a body, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PictureUse {
    /// Its address.
    pub(crate) address: String,
    /// The line it begins in, from 1.
    pub(crate) line: usize,
}

/// The picture at this line is written in a way that can't be given another address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotReplaced {
    /// The line it begins in, from 1.
    pub(crate) line: usize,
}

/// The pictures of a body, in order.
pub(crate) fn picture_uses(body: &str) -> Vec<PictureUse> {
    if !body.contains("![") {
        return Vec::new();
    }
    let arena = Arena::new();
    let found = parse(&arena, body).descendants().filter_map(|node| match &node.data().value {
        NodeValue::Image(image) => {
            Some(PictureUse { address: image.url.clone(), line: node.data().sourcepos.start.line })
        }
        _ => None,
    });
    found.collect()
}

/// The body with other addresses for its pictures; what isn't a picture stays as it is, even if it
/// looks like one. Titles and descriptions are kept; a picture that names its address by reference
/// gets it in place.
pub(crate) fn replace_pictures(body: &str, new: &dyn Fn(&str) -> String) -> Result<String, NotReplaced> {
    let uses = picture_uses(body);
    let Some(first) = uses.first() else { return Ok(body.to_owned()) };
    let mut replaced = body.to_owned();
    for (from, to, tail) in tails(body, new).into_iter().rev() {
        replaced.replace_range(from..to, &tail);
    }
    // The parser says where pictures are; whether it said so rightly shows in reading them again.
    let wanted: Vec<String> = uses.iter().map(|picture| new(&picture.address)).collect();
    let found = pictures(&replaced);
    let wrong = wanted.iter().zip(&found).position(|(wanted, found)| wanted != found);
    match wrong {
        None if wanted.len() == found.len() => Ok(replaced),
        Some(place) => Err(NotReplaced { line: uses.get(place).unwrap_or(first).line }),
        None => Err(NotReplaced { line: first.line }),
    }
}

/// For each picture the bytes from the end of its description to its end, and what to put there.
fn tails(body: &str, new: &dyn Fn(&str) -> String) -> Vec<(usize, usize, String)> {
    let lines: Vec<usize> =
        std::iter::once(0).chain(body.match_indices('\n').map(|(offset, _)| offset + 1)).collect();
    let arena = Arena::new();
    let root = parse(&arena, body);
    let mut tails: Vec<(usize, usize, String)> = Vec::new();
    for node in root.descendants() {
        let Some((from, to)) = span(node, &lines) else { continue };
        let NodeValue::Image(image) = &node.data().value else { continue };
        // A picture in the description of a picture isn't shown.
        let inner = tails.last().is_some_and(|(_, end, _)| from < *end);
        let Some(description) = body.get(from..to).and_then(description_length).filter(|_| !inner) else {
            continue;
        };
        let title = match image.title.as_str() {
            "" => String::new(),
            title => format!(" \"{}\"", title.replace('\\', "\\\\").replace('"', "\\\"")),
        };
        tails.push((from + description, to, format!("({}{title})", new(&image.url))));
    }
    tails
}

/// The bytes of a picture, `![` to its last character.
fn span(node: Node<'_>, lines: &[usize]) -> Option<(usize, usize)> {
    if !matches!(node.data().value, NodeValue::Image(_)) {
        return None;
    }
    let position = node.data().sourcepos;
    let start = lines.get(position.start.line.checked_sub(1)?)? + position.start.column.checked_sub(1)?;
    let end = lines.get(position.end.line.checked_sub(1)?)? + position.end.column;
    (start < end).then_some((start, end))
}

/// The length of `![description]` at the beginning of a picture.
fn description_length(picture: &str) -> Option<usize> {
    let mut depth = 0usize;
    let mut escaped = false;
    for (offset, byte) in picture.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'[' => depth += 1,
            b']' if depth == 1 => return Some(offset + 1),
            b']' => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replaced(body: &str) -> Result<String, NotReplaced> {
        replace_pictures(body, &|address| format!("/media/{}", address.len()))
    }

    #[test]
    fn only_pictures_change() {
        let body =
            "See `![a](a.jpg)` and [b](a.jpg).\n\n![c](a.jpg \"A \\\"C\\\"\")\n\n```\n![d](a.jpg)\n```\n";
        let expected =
            "See `![a](a.jpg)` and [b](a.jpg).\n\n![c](/media/5 \"A \\\"C\\\"\")\n\n```\n![d](a.jpg)\n```\n";
        assert_eq!(replaced(body).as_deref(), Ok(expected));
    }

    #[test]
    fn every_way_to_write_a_picture_is_understood() {
        for (body, expected) in [
            ("A ![ä [ö] \\] ü](<a b.jpg>) b", "A ![ä [ö] \\] ü](/media/7) b"),
            (
                "![a][r] ![b](b.jpg)\n\n[r]: abc.jpg 'T'",
                "![a](/media/7 \"T\") ![b](/media/5)\n\n[r]: abc.jpg 'T'",
            ),
            ("![r]\n\n[r]: abc.jpg", "![r](/media/7)\n\n[r]: abc.jpg"),
            ("- ![a](a.jpg)\n  > ![b](b.jpg)", "- ![a](/media/5)\n  > ![b](/media/5)"),
            ("| a |\n|---|\n| x ![é](a.jpg) y |", "| a |\n|---|\n| x ![é](/media/5) y |"),
            ("[![a](a.jpg)](https://e.org)", "[![a](/media/5)](https://e.org)"),
            ("A note.[^1]\n\n[^1]: ![a](a.jpg)", "A note.[^1]\n\n[^1]: ![a](/media/5)"),
        ] {
            assert_eq!(replaced(body).as_deref(), Ok(expected), "{body}");
        }
    }

    #[test]
    fn uses_know_their_line() {
        let uses = picture_uses("One.\n\n![a](a.jpg)\n\nTwo\n![b](b.jpg).");
        assert_eq!(uses.iter().map(|picture| picture.line).collect::<Vec<_>>(), [3, 6]);
    }
}
