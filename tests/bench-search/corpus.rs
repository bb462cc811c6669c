//! Documents to search: real text, each piece of it once.

use std::path::Path;

use content::Document;
use jiff::{Timestamp, ToSpan};
use kernel::{Access, ArticleId, Locale};
use uuid::Uuid;

use crate::man;

/// Languages, and where their manual pages are below `usr/share/man`.
const LANGUAGES: [(&str, &str); 7] =
    [("en", "."), ("de", "de"), ("fr", "fr"), ("it", "it"), ("es", "es"), ("pl", "pl"), ("ru", "ru")];
/// Words in a title.
const TITLE: usize = 8;

/// Up to `most` documents, each of one paragraph that no other has. Of every second one, half is
/// for subscribers.
pub(crate) fn documents(manual: &Path, most: usize) -> Vec<Document> {
    let mut pools: Vec<(Locale, std::vec::IntoIter<String>)> = LANGUAGES
        .iter()
        .map(|(tag, folder)| {
            let mut paragraphs = man::paragraphs(&manual.join(folder));
            paragraphs.sort_unstable();
            paragraphs.dedup_by(|a, b| start(a) == start(b));
            (tag.parse().expect("a language"), paragraphs.into_iter())
        })
        .collect();
    let mut documents = Vec::with_capacity(most);
    let mut number = 0;
    // In turn, as long as there is text.
    while documents.len() < most && pools.iter().any(|pool| pool.1.len() > 0) {
        for (language, (locale, pool)) in pools.iter_mut().enumerate() {
            documents.extend(pool.next().map(|text| document(number, language, locale, &text)));
        }
        number += 1;
    }
    documents.truncate(most);
    documents
}

fn start(paragraph: &str) -> Vec<&str> {
    paragraph.split(' ').take(TITLE).collect()
}

fn document(number: u64, language: usize, locale: &Locale, text: &str) -> Document {
    let words: Vec<&str> = text.split(' ').collect();
    let (title, rest) = words.split_at(TITLE.min(words.len()));
    let access = if number.is_multiple_of(2) { Access::Public } else { Access::Paid };
    // What is public has no other half.
    let visible = if access == Access::Public { rest.len() } else { rest.len() / 2 };
    let (teaser, remainder) = rest.split_at(visible);
    let published: Timestamp = "2026-01-01T00:00:00Z".parse().expect("a time");
    Document {
        translation: Uuid::from_u64_pair(number, language as u64 + 1).into(),
        article: ArticleId::from(Uuid::from_u64_pair(number, 0)),
        version: 1,
        locale: locale.clone(),
        title: title.join(" "),
        standfirst: String::new(),
        teaser: teaser.join(" "),
        remainder: remainder.join(" "),
        terms: Vec::new(),
        access,
        published_at: Some(published - (i64::try_from(number).unwrap_or(0)).hours()),
    }
}

/// Everything that is in a document, for engines that know nothing of halves.
pub(crate) fn whole(document: &Document) -> String {
    format!("{} {}", document.teaser, document.remainder).trim_end().to_owned()
}
