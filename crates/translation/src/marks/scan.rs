//! The marks within lines: emphasis, links, pictures, code, footnotes, addresses.

use super::{Part, push_text};

/// Takes the words of a block apart.
pub(super) fn inline(text: &str) -> Vec<Part> {
    let mut open: Vec<Open> = Vec::new();
    let mut parts: Vec<Part> = Vec::new();
    let mut at = 0;
    let mut before = None;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let mut length = c.len_utf8();
        match c {
            '\\' => {
                length += rest[1..].chars().next().map_or(0, char::len_utf8);
                push_text(&mut parts, &rest[..length]);
            }
            '`' => {
                length = code(rest);
                let is_code = !rest[..length].trim_matches('`').is_empty();
                if is_code {
                    parts.push(alone(&rest[..length]));
                } else {
                    push_text(&mut parts, &rest[..length]);
                }
            }
            '!' if rest.starts_with("![") => match picture(rest) {
                Some((own, taken)) => {
                    parts.extend(own);
                    length = taken;
                }
                None => push_text(&mut parts, "!"),
            },
            '[' => match note(rest).map(|taken| (alone(&rest[..taken]), taken)).or_else(|| link(rest)) {
                Some((own, taken)) => {
                    parts.push(own);
                    length = taken;
                }
                None => push_text(&mut parts, "["),
            },
            '<' => match tag(rest) {
                Some(taken) => {
                    parts.push(alone(&rest[..taken]));
                    length = taken;
                }
                None => push_text(&mut parts, "<"),
            },
            'h' if !before.is_some_and(char::is_alphanumeric) => match address(rest) {
                Some(taken) => {
                    parts.push(alone(&rest[..taken]));
                    length = taken;
                }
                None => push_text(&mut parts, "h"),
            },
            '*' | '_' | '~' => {
                let run = rest.len() - rest.trim_start_matches(c).len();
                length = delimiters(rest, run, before, &mut open, &mut parts);
            }
            _ => push_text(&mut parts, &rest[..length]),
        }
        before = rest[..length].chars().next_back();
        at += length;
    }
    while let Some(left) = open.pop() {
        unpair(left, &mut parts);
    }
    parts
}

/// A mark that may open an emphasis, and what was read before it.
struct Open {
    mark: String,
    before: Vec<Part>,
}

/// Opens or closes an emphasis; gives the length of what it was.
fn delimiters(
    rest: &str,
    run: usize,
    before: Option<char>,
    open: &mut Vec<Open>,
    parts: &mut Vec<Part>,
) -> usize {
    let sign = rest.chars().next().unwrap_or_default();
    let after = rest[run..].chars().next();
    let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    // Within words, underscores are letters.
    let within = sign == '_' && word(before) && word(after);
    let (may_open, may_close) = (!space(after) && !within, !space(before) && !within);
    let wanted = match (sign, run) {
        ('~', 2) => 2,
        ('~', _) => 0,
        (_, 1) => 1,
        _ => 2,
    };
    if wanted == 0 {
        push_text(parts, &rest[..run]);
        return run;
    }
    // What was opened last closes first: of three, the inner one.
    let closes = |length: usize| {
        let mark = &rest[..length];
        open.iter().rposition(|open| open.mark == mark).filter(|_| may_close)
    };
    let own = [wanted, 1].into_iter().filter(|length| *length <= run && (sign != '~' || *length == 2));
    let best = own.filter_map(|length| closes(length).map(|place| (place, length))).max();
    if let Some((place, length)) = best {
        while open.len() > place + 1 {
            if let Some(left) = open.pop() {
                unpair(left, parts);
            }
        }
        if let Some(Open { mark, before }) = open.pop() {
            let inner = std::mem::replace(parts, before);
            parts.push(Part::Pair { close: mark.clone(), open: mark, inner });
        }
        return length;
    }
    if may_open {
        open.push(Open { mark: rest[..wanted].to_owned(), before: std::mem::take(parts) });
        return wanted;
    }
    push_text(parts, &rest[..run]);
    run
}

/// A mark that nothing closed is words.
fn unpair(open: Open, parts: &mut Vec<Part>) {
    let inner = std::mem::replace(parts, open.before);
    push_text(parts, &open.mark);
    for part in inner {
        match part {
            Part::Text(text) => push_text(parts, &text),
            part => parts.push(part),
        }
    }
}

fn alone(mark: &str) -> Part {
    Part::Alone(mark.to_owned())
}

/// The length of a code span, or of its opening if nothing closes it.
fn code(rest: &str) -> usize {
    let run = rest.len() - rest.trim_start_matches('`').len();
    let mut at = run;
    while let Some(next) = rest[at..].find('`') {
        let close = at + next;
        let length = rest[close..].len() - rest[close..].trim_start_matches('`').len();
        if length == run {
            return close + length;
        }
        at = close + length;
    }
    run
}

/// `[^name]`
fn note(rest: &str) -> Option<usize> {
    let name = rest.strip_prefix("[^")?;
    let end = name.find([']', '[', ' ', '\n']).filter(|end| *end > 0)?;
    name[end..].starts_with(']').then_some(end + 3)
}

/// `[words](address)` or `[words][name]`, and its length.
fn link(rest: &str) -> Option<(Part, usize)> {
    let words = bracketed(rest)?;
    let end = destination(&rest[words..]).or_else(|| {
        let name = rest[words..].strip_prefix('[')?;
        let end = name.find([']', '[', '\n']).filter(|end| name[*end..].starts_with(']'))?;
        Some(end + 2)
    })?;
    let inner = inline(&rest[1..words - 1]);
    let close = rest[words - 1..words + end].to_owned();
    Some((Part::Pair { open: "[".to_owned(), inner, close }, words + end))
}

/// `![description](address "caption")`: description and caption are words.
fn picture(rest: &str) -> Option<(Vec<Part>, usize)> {
    let words = 1 + bracketed(&rest[1..])?;
    let length = destination(&rest[words..])?;
    let mut parts = vec![alone("![")];
    push_text(&mut parts, &rest[2..words - 1]);
    let tail = &rest[words - 1..words + length];
    // `](address "` and `")`.
    let caption = tail.find(" \"").map(|at| at + 2).zip(tail.rfind('"')).filter(|(from, to)| from < to);
    match caption {
        Some((from, to)) => {
            parts.push(alone(&tail[..from]));
            push_text(&mut parts, &tail[from..to]);
            parts.push(alone(&tail[to..]));
        }
        None => parts.push(alone(tail)),
    }
    Some((parts, words + length))
}

/// The length of a text in brackets, which may hold others.
fn bracketed(rest: &str) -> Option<usize> {
    enclosed(rest, '[', ']')
}

/// The length of an address in parentheses.
fn destination(rest: &str) -> Option<usize> {
    rest.starts_with('(').then(|| enclosed(rest, '(', ')')).flatten()
}

fn enclosed(rest: &str, opening: char, closing: char) -> Option<usize> {
    let mut depth = 0usize;
    let mut characters = rest.char_indices();
    while let Some((at, c)) = characters.next() {
        if c == '\\' {
            characters.next();
        } else if c == opening {
            depth += 1;
        } else if c == closing {
            depth = depth.checked_sub(1)?;
            if depth == 0 {
                return Some(at + c.len_utf8());
            }
        }
    }
    None
}

/// An HTML tag, a comment or an address in angle brackets.
fn tag(rest: &str) -> Option<usize> {
    if rest.starts_with("<!--") {
        return rest.find("-->").map(|end| end + 3);
    }
    let begins = rest[1..].chars().next().is_some_and(|c| c.is_ascii_alphabetic() || c == '/');
    let end = rest.find('>').filter(|_| begins)?;
    (!rest[1..end].contains(['<', '\n'])).then_some(end + 1)
}

/// A bare web address; the punctuation after it is the sentence's.
fn address(rest: &str) -> Option<usize> {
    if !rest.starts_with("https://") && !rest.starts_with("http://") {
        return None;
    }
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | ')' | ']' | '"'));
    let address =
        rest[..end.unwrap_or(rest.len())].trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_', '~']);
    (address.len() > "https://".len()).then_some(address.len())
}
