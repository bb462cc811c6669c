//! Real text: the Debian Administrator's Handbook, which volunteers have translated.

use std::path::Path;

/// The chapters in a folder, in a fixed order: name, and all paragraphs. A translation has as many as
/// its original.
pub(crate) fn chapters(folder: &Path) -> Vec<(String, Vec<String>)> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut files: Vec<_> = entries.map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "html"));
    files.sort();
    let chapter = |file: &std::path::PathBuf| {
        let html = std::fs::read_to_string(file).ok()?;
        Some((file.file_name()?.to_str()?.to_owned(), paragraphs(&html)))
    };
    files.iter().filter_map(chapter).collect()
}

/// What stands in paragraphs, as text.
fn paragraphs(html: &str) -> Vec<String> {
    let marked = html.split("<div class=\"para\">").skip(1).chain(html.split("<p class=\"para\">").skip(1));
    let text = |rest: &str| {
        let end = rest.find("</div>").into_iter().chain(rest.find("</p>")).min();
        let text = plain(&rest[..end.unwrap_or(0)]);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    marked.map(text).collect()
}

/// Without tags and entities.
fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(place) = rest.find(['<', '&']) {
        text.push_str(&rest[..place]);
        let end = if rest[place..].starts_with('<') { '>' } else { ';' };
        let length = rest[place..].find(end).map_or(rest.len() - place, |length| length + 1);
        match &rest[place..place + length] {
            "&amp;" => text.push('&'),
            "&lt;" | "&gt;" | "&quot;" | "&nbsp;" | "&#160;" => text.push(' '),
            _ => {}
        }
        rest = &rest[place + length..];
    }
    text + rest
}
