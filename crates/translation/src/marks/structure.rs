//! The marks of lines: headings, lists, quotations, tables, code.

use super::scan::inline;
use super::{Part, push_text};

/// Takes Markdown apart.
#[must_use]
pub fn parts(markdown: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    // Words of lines that belong together are read as one, so that an emphasis may go over a line's
    // end.
    let mut words = String::new();
    let mut rest = markdown;
    let mut before = "";
    let in_table = is_table(markdown);
    while !rest.is_empty() || !before.is_empty() {
        if rest.is_empty() {
            // A line end at the very end.
            flush(&mut words, &mut parts);
            push_mark(&mut parts, before);
            break;
        }
        if let Some(length) = fenced(rest) {
            flush(&mut words, &mut parts);
            push_mark(&mut parts, &format!("{before}{}", &rest[..length]));
            (before, rest) = next_line(&rest[length..]);
            continue;
        }
        let end = rest.find('\n').unwrap_or(rest.len());
        let line = &rest[..end];
        let prefix = prefix(line, words.is_empty() && parts.is_empty());
        if is_rule(line) || (in_table && is_delimiter_row(line)) {
            flush(&mut words, &mut parts);
            push_mark(&mut parts, &format!("{before}{line}"));
        } else {
            let hard = hard_break(&words);
            if prefix > 0 || in_table {
                flush(&mut words, &mut parts);
                push_mark(&mut parts, &format!("{before}{}", &line[..prefix]));
            } else if hard > 0 {
                let mark = format!("{}{before}", words.split_off(words.len() - hard));
                flush(&mut words, &mut parts);
                push_mark(&mut parts, &mark);
            } else {
                words.push_str(before);
            }
            if in_table {
                cells(&line[prefix..], &mut parts);
            } else {
                words.push_str(&line[prefix..]);
            }
        }
        (before, rest) = next_line(&rest[end..]);
    }
    flush(&mut words, &mut parts);
    parts
}

/// The line end that a text begins with, and what follows it.
fn next_line(rest: &str) -> (&str, &str) {
    match rest.strip_prefix('\n') {
        Some(after) => (&rest[..1], after),
        None => ("", rest),
    }
}

fn flush(words: &mut String, parts: &mut Vec<Part>) {
    for part in inline(words) {
        match part {
            Part::Text(text) => push_text(parts, &text),
            mark => parts.push(mark),
        }
    }
    words.clear();
}

/// Adds a mark, to the mark before it if there is one: two that stand together are one to keep.
fn push_mark(parts: &mut Vec<Part>, mark: &str) {
    if mark.is_empty() {
        return;
    }
    match parts.last_mut() {
        Some(Part::Alone(last)) => last.push_str(mark),
        _ => parts.push(Part::Alone(mark.to_owned())),
    }
}

/// The length of the fenced code that a text begins with, without its last line end.
fn fenced(text: &str) -> Option<usize> {
    let indent = text.len() - text.trim_start_matches(' ').len();
    let sign = text[indent..].chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let run = text[indent..].len() - text[indent..].trim_start_matches(sign).len();
    if indent > 3 || run < 3 {
        return None;
    }
    let mut at = text.find('\n').map_or(text.len(), |end| end + 1);
    let opening = &text[indent + run..at.min(text.len())];
    if sign == '`' && opening.contains('`') {
        return None;
    }
    while at < text.len() {
        let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        let line = text[at..end].trim();
        if line.len() >= run && line.chars().all(|c| c == sign) {
            return Some(end);
        }
        at = end + 1;
    }
    Some(text.trim_end_matches('\n').len().max(indent + run))
}

/// The length of the marks that a line begins with. Indentation alone is one, except on the first
/// line of all.
fn prefix(line: &str, first: bool) -> usize {
    let mut at = spaces(line, 0);
    let indented = at;
    let mut marked = false;
    while let Some(after) = line[at..].strip_prefix('>') {
        marked = true;
        at = line.len() - after.len();
        at = spaces(line, at);
    }
    loop {
        let rest = &line[at..];
        let Some(length) = heading(rest).or_else(|| item(rest)).or_else(|| note(rest)) else { break };
        marked = true;
        at = spaces(line, at + length);
    }
    if marked || (!first && indented > 0) { at } else { 0 }
}

fn spaces(line: &str, from: usize) -> usize {
    let rest = &line[from..];
    from + rest.len() - rest.trim_start_matches([' ', '\t']).len()
}

fn heading(rest: &str) -> Option<usize> {
    let signs = rest.len() - rest.trim_start_matches('#').len();
    let space = rest[signs..].starts_with([' ', '\t']);
    ((1..=6).contains(&signs) && space).then_some(signs)
}

/// `- `, `1. ` or a box to tick after one of them.
fn item(rest: &str) -> Option<usize> {
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let sign = if (1..=9).contains(&digits) {
        rest[digits..].starts_with(['.', ')']).then_some(digits + 1)
    } else {
        rest.starts_with(['-', '*', '+']).then_some(1)
    };
    let sign = sign.filter(|sign| rest[*sign..].starts_with([' ', '\t']))?;
    let boxed = ["[ ] ", "[x] ", "[X] "].iter().any(|mark| rest[sign + 1..].starts_with(mark));
    Some(if boxed { sign + 5 } else { sign })
}

/// `[^name]:`
fn note(rest: &str) -> Option<usize> {
    let name = rest.strip_prefix("[^")?;
    let end = name.find(']').filter(|end| *end > 0)?;
    name[end..].starts_with("]:").then_some(end + 4)
}

/// A line of nothing but one of these signs: a divider, or what makes the line before a heading.
fn is_rule(line: &str) -> bool {
    let signs: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let Some(first) = signs.chars().next() else { return false };
    let same = signs.chars().all(|c| c == first);
    same && (first == '=' || (matches!(first, '-' | '*' | '_') && signs.len() >= 3))
}

fn is_table(markdown: &str) -> bool {
    let mut lines = markdown.lines();
    lines.next().is_some_and(|head| head.contains('|')) && lines.next().is_some_and(is_delimiter_row)
}

fn is_delimiter_row(line: &str) -> bool {
    let only = line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'));
    only && line.contains('-') && line.contains('|')
}

/// The cells of a row: what parts them is a mark.
fn cells(row: &str, parts: &mut Vec<Part>) {
    let mut cell = String::new();
    let mut characters = row.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\\' => {
                cell.push(c);
                cell.extend(characters.next());
            }
            '|' => {
                let space = cell.len() - cell.trim_end().len();
                let mut mark = cell.split_off(cell.len() - space);
                mark.push('|');
                while let Some(space) = characters.next_if(|c| c.is_whitespace()) {
                    mark.push(space);
                }
                flush(&mut cell, parts);
                push_mark(parts, &mark);
            }
            c => cell.push(c),
        }
    }
    flush(&mut cell, parts);
}

/// The length of what makes a line's end a break: two spaces or a backslash.
fn hard_break(words: &str) -> usize {
    let spaces = words.len() - words.trim_end_matches(' ').len();
    if spaces >= 2 {
        return spaces;
    }
    let slashes = words.len() - words.trim_end_matches('\\').len();
    slashes % 2
}
