//! Marks as tags that machine translation keeps, and back.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::marks::Part;

/// The originals of tags, by id.
pub(super) type Originals = BTreeMap<usize, (String, Option<String>)>;

/// The text with tags.
pub(super) fn write(parts: &[Part]) -> (String, Originals) {
    let (mut text, mut originals) = (String::new(), Originals::new());
    write_to(parts, &mut text, &mut originals);
    (text, originals)
}

fn write_to(parts: &[Part], text: &mut String, originals: &mut Originals) {
    for part in parts {
        let id = originals.len() + 1;
        // Writing to a string can't fail.
        match part {
            Part::Text(own) => {
                text.push_str(&own.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"));
            }
            Part::Alone(mark) => {
                originals.insert(id, (mark.clone(), None));
                let _ = write!(text, "<x id=\"{id}\"/>");
            }
            Part::Pair { open, inner, close } => {
                originals.insert(id, (open.clone(), Some(close.clone())));
                let _ = write!(text, "<g id=\"{id}\">");
                write_to(inner, text, originals);
                text.push_str("</g>");
            }
        }
    }
}

/// The Markdown of a translated text with tags; none if a tag is missing, doubled, unknown or
/// wrongly nested.
pub(super) fn read(text: &str, originals: &Originals) -> Option<String> {
    let mut markdown = String::new();
    let mut open: Vec<usize> = Vec::new();
    let mut seen: Vec<usize> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        markdown.push_str(&unescaped(&rest[..at]));
        let end = rest[at..].find('>')? + at;
        let tag = rest[at + 1..end].trim();
        rest = &rest[end + 1..];
        let name = tag.trim_start_matches('/');
        if tag.starts_with('/') {
            // `<x></x>` is as good as `<x/>`.
            if name == "g" {
                markdown.push_str(originals.get(&open.pop()?)?.1.as_deref()?);
            } else if name != "x" {
                return None;
            }
            continue;
        }
        let id = id(tag)?;
        let (first, second) = originals.get(&id)?;
        if seen.contains(&id) {
            return None;
        }
        seen.push(id);
        markdown.push_str(first);
        match (name.chars().next()?, second) {
            ('x', None) => {}
            ('g', Some(second)) if tag.ends_with('/') => markdown.push_str(second),
            ('g', Some(_)) => open.push(id),
            _ => return None,
        }
    }
    markdown.push_str(&unescaped(rest));
    (open.is_empty() && seen.len() == originals.len()).then_some(markdown)
}

fn id(tag: &str) -> Option<usize> {
    let value = tag.split_once("id")?.1.trim_start().strip_prefix('=')?.trim_start();
    let digits: String =
        value.trim_start_matches(['"', '\'']).chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// Text without escapes; what isn't one stays.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').filter(|end| *end <= 8);
        let character = end.and_then(|end| character(&rest[1..end]));
        if let (Some(c), Some(end)) = (character, end) {
            out.push(c);
            rest = &rest[end + 1..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

fn character(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        number => {
            let number = number.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::marks::{parts, whole};
    use super::*;

    #[test]
    fn marks_come_back_where_the_translation_has_them() {
        let parts = parts("A *b* & [c **d**](e).[^1]");
        let (text, originals) = write(&parts);
        assert_eq!(text, "A <g id=\"1\">b</g> &amp; <g id=\"2\">c <g id=\"3\">d</g></g>.<x id=\"4\"/>");
        assert_eq!(read(&text, &originals), Some(whole(&parts)));
        let moved = "<g id='2'><g id = \"3\">D</g> C</g>&nbsp;&#38; B<g id=\"1\"/> a.<x id=\"4\"></x> &c;";
        assert_eq!(read(moved, &originals).as_deref(), Some("[**D** C](e)\u{a0}& B** a.[^1] &c;"));
    }

    #[test]
    fn a_mark_too_few_or_too_many_is_refused() {
        let (text, originals) = write(&parts("A *b* `c`"));
        for wrong in [
            "A b c",
            "A <g id=\"1\">b</g>",
            "<g id=\"1\">b<x id=\"2\"/>",
            "<x id=\"2\"/><x id=\"2\"/><g id=\"1\">b</g>",
            "<g id=\"9\">b</g><x id=\"2\"/>",
            "<b>x</b>",
            "1 < 2",
        ] {
            assert_eq!(read(wrong, &originals), None, "{wrong}");
        }
        assert_eq!(read(&text, &originals).as_deref(), Some("A *b* `c`"));
    }
}
