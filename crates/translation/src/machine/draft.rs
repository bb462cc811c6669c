//! A draft of one text.

use super::{Failure, Pair, Term, Translator, markup};
use crate::glossary::{has, used};
use crate::marks::{Part, has_words, lost, parts as parts_of, whole};

/// A text as a machine translates it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Markdown.
    pub markdown: String,
    /// Terms of the glossary that it should have used and didn't.
    pub missed: Vec<Term>,
}

/// Why there is no draft of a text.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum Refused {
    /// The machine lost or doubled marks, or put lines in another order.
    #[error("marks of the text were lost")]
    Marks,
    /// There was no answer that can be used.
    #[error(transparent)]
    Failed(#[from] Failure),
}

/// Translates a text. One without words is its own translation.
pub async fn draft(
    translator: &dyn Translator,
    source: &str,
    pair: &Pair,
    glossary: &[Term],
) -> Result<Draft, Refused> {
    let parts = parts_of(source);
    if !has_words(&parts) {
        return Ok(Draft { markdown: source.to_owned(), missed: Vec::new() });
    }
    // Marks at both ends aren't sent: they can't move.
    let is_mark = |part: &Part| matches!(part, Part::Alone(_));
    let first = parts.iter().position(|part| !is_mark(part)).unwrap_or(0);
    let last = parts.iter().rposition(|part| !is_mark(part)).map_or(parts.len(), |last| last + 1);
    let (text, originals) = markup::write(&parts[first..last]);
    // The whole glossary is sent, so that those who keep it need only one.
    let answer = translator.translate(&text, pair, glossary).await?;
    let inner = markup::read(answer.trim(), &originals).ok_or(Refused::Marks)?;
    let markdown = format!("{}{inner}{}", whole(&parts[..first]), whole(&parts[last..]));
    let back = parts_of(&markdown);
    if !lost(&parts, &back).is_empty() || !lost(&back, &parts).is_empty() || lines(&parts) != lines(&back) {
        return Err(Refused::Marks);
    }
    let missed = used(source, glossary).filter(|term| !has(&markdown, &term.target)).cloned().collect();
    Ok(Draft { markdown, missed })
}

/// The marks that begin lines, in order.
fn lines(parts: &[Part]) -> Vec<&str> {
    let marks = parts.iter().filter_map(|part| match part {
        Part::Alone(mark) if mark.contains('\n') => Some(mark.as_str()),
        _ => None,
    });
    marks.collect()
}
