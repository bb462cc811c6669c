//! Real text: the paragraphs of Debian's manual pages, which volunteers have translated.

use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;

/// Words a paragraph must have to be prose and not a table's cell.
const FEWEST_WORDS: usize = 12;

/// The paragraphs of all manual pages below a folder, in a fixed order.
pub(crate) fn paragraphs(folder: &Path) -> Vec<String> {
    pages(folder).into_iter().flat_map(|(_, texts)| texts).filter(|text| is_prose(text)).collect()
}

/// All manual pages below a folder, in a fixed order: name, and all stretches of text, in which there
/// are tables' cells, too, and headings. A translation has as many as its original.
pub(crate) fn pages(folder: &Path) -> Vec<(String, Vec<String>)> {
    let mut pages = Vec::new();
    let sections = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for section in sections.filter_map(Result::ok).filter(|entry| starts_with(&entry.path(), "man")) {
        let entries = std::fs::read_dir(section.path()).into_iter().flatten().filter_map(Result::ok);
        pages.extend(entries.map(|entry| entry.path()));
    }
    pages.sort();
    let texts = pages.iter().filter_map(|page| {
        let mut text = String::new();
        GzDecoder::new(std::fs::File::open(page).ok()?).read_to_string(&mut text).ok()?;
        Some((page.file_name()?.to_str()?.to_owned(), stretches(&text)))
    });
    texts.collect()
}

/// Whether a stretch of text is running text and not a table's cell.
pub(crate) fn is_prose(text: &str) -> bool {
    // Scripts without spaces have a word in two or three characters.
    let gapless = text.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'));
    let words = if gapless { text.chars().count() / 3 } else { text.split(' ').count() };
    words >= FEWEST_WORDS && text.ends_with(['.', ':', '。', '：', '؟'])
}

fn starts_with(path: &Path, prefix: &str) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(prefix))
}

/// The stretches of text of a page in roff: what stands between requests that begin paragraphs.
fn stretches(roff: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in roff.lines().filter(|line| !line.starts_with(".\\\"") && !line.starts_with("'\\\"")) {
        let (request, rest) = match line.strip_prefix('.') {
            Some(request) => request.split_once(' ').unwrap_or((request, "")),
            None => ("", line),
        };
        match request.trim() {
            "" | "B" | "I" | "BR" | "IR" | "RB" | "RI" | "BI" | "IB" => {
                if let Some(last) = paragraphs.last_mut() {
                    last.push_str(&plain(rest));
                    last.push(' ');
                }
            }
            _ => paragraphs.push(String::new()),
        }
    }
    paragraphs.into_iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// Without roff's escapes, and without the characters that mean something in Markdown.
fn plain(roff: &str) -> String {
    let mut text = String::with_capacity(roff.len());
    let mut rest = roff.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => match rest.next() {
                Some('f') => match rest.next() {
                    Some('[') => while rest.next().is_some_and(|c| c != ']') {},
                    Some('(') => drop((rest.next(), rest.next())),
                    _ => {}
                },
                Some('(') => drop((rest.next(), rest.next())),
                Some('[') => while rest.next().is_some_and(|c| c != ']') {},
                Some('-') => text.push('-'),
                Some('e') => text.push('/'),
                Some('~' | ' ') => text.push(' '),
                _ => {}
            },
            '*' | '_' | '[' | ']' | '<' | '>' | '`' | '#' | '|' | '"' | '~' | '^' => {}
            c => text.push(c),
        }
    }
    text
}
