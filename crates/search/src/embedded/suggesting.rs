//! What somebody may be about to type.

use kernel::Locale;

use super::counting;
use super::generation::View;
use super::matching::{Matcher, Typing};
use super::reading::Entry;
use super::stories::Stories;
use crate::analysis::{Origin, words};
use crate::engine::{Filter, Label, Order, SearchError, SuggestedStory, Suggestions};
use crate::question::Question;

/// Stories in this language, and the others' where there are not enough; and labels.
pub(super) fn suggest(
    view: &View,
    text: &str,
    locale: &Locale,
    limit: usize,
) -> Result<Suggestions, SearchError> {
    if view.cursor.is_none() {
        return Err(SearchError::Building);
    }
    let mut suggestions = Suggestions { stories: Vec::new(), labels: labels(view, text, locale, limit) };
    let question = Question::parse(text);
    let mut stories = Stories::new(&view.columns, &Filter::default(), Vec::new());
    let others = view.columns.locales().iter().filter(|other| *other != locale);
    let languages: Vec<&Locale> = std::iter::once(locale).chain(others).collect();
    for (rank, locale) in languages.iter().enumerate() {
        if stories.total() >= limit as u64 {
            break;
        }
        let titles = Matcher::titles(view, locale, Typing::Exact).texts(&mut question.in_locale(locale))?;
        stories.add(&titles, locale, rank);
    }
    if stories.total() == 0 && suggestions.labels.is_empty() {
        // Mistyped, perhaps; in the language of the page only, as each costs its time.
        let titles = Matcher::titles(view, locale, Typing::UnknownForgiven);
        stories.add(&titles.texts(&mut question.in_locale(locale))?, locale, 0);
    }
    for candidate in stories.shown(Order::Relevance, 0, limit) {
        let Some(entry) = Entry::read(view, &candidate)? else { continue };
        let locale = view.columns.locales().get(view.columns.locale(candidate.doc) as usize);
        let Some(locale) = locale.cloned() else { continue };
        let title = entry.text(view.fields.title_text).to_owned();
        suggestions.stories.push(SuggestedStory { translation: entry.translation(), locale, title });
    }
    Ok(suggestions)
}

/// Labels with a word in their name that goes on as what was typed.
fn labels(view: &View, text: &str, locale: &Locale, limit: usize) -> Vec<Label> {
    let typed: String = folded(text, locale, Origin::Query);
    if typed.is_empty() {
        return Vec::new();
    }
    let mut labels = counting::named(&view.columns, view.columns.labelled(), locale);
    labels.retain(|label| {
        let name = folded(&label.name, locale, Origin::Open);
        name.starts_with(&typed) || name.contains(&format!(" {typed}"))
    });
    labels.truncate(limit);
    labels
}

fn folded(text: &str, locale: &Locale, origin: Origin) -> String {
    let words = words(text, locale, origin);
    let pieces: Vec<&str> =
        words.iter().map(|word| word.surface.first().map_or("", |piece| piece.text.as_str())).collect();
    pieces.join(" ")
}
