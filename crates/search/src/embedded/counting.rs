//! What the stories found have in common.

use kernel::Locale;

use super::columns::Columns;
use super::stories::Stories;
use crate::engine::{Counts, Label};

/// Counts languages, labels and access rules.
pub(super) fn counts(stories: &Stories<'_>, columns: &Columns, locale: &Locale) -> Counts {
    let mut labels = vec![0; columns.labels_known().len()];
    let mut rules = vec![0; columns.rules().len()];
    for doc in stories.docs() {
        for label in columns.labels(doc) {
            bump(&mut labels, *label);
        }
        bump(&mut rules, columns.access(doc));
    }
    let mut access: Vec<_> = columns.rules().iter().cloned().zip(rules).filter(|rule| rule.1 > 0).collect();
    access.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.to_string().cmp(&b.0.to_string())));
    Counts { languages: stories.in_language(), labels: named(columns, &labels, locale), access }
}

/// Labels with the number of their stories, most first; none without any.
pub(super) fn named(columns: &Columns, stories: &[u64], locale: &Locale) -> Vec<Label> {
    let page = columns.locales().iter().position(|known| known == locale);
    let known = columns.labels_known().iter().zip(stories).enumerate();
    let mut labels: Vec<Label> = known
        .filter(|(_, (_, stories))| **stories > 0)
        .map(|(number, ((kind, key), stories))| {
            let name = name(columns, number, page).unwrap_or(key);
            Label { kind: *kind, key: key.clone(), name: name.to_owned(), stories: *stories }
        })
        .collect();
    labels.sort_by(|a, b| b.stories.cmp(&a.stories).then_with(|| a.name.cmp(&b.name)));
    labels
}

/// The label's name in the language with this number, or else in any.
fn name(columns: &Columns, label: usize, page: Option<usize>) -> Option<&str> {
    let label = u32::try_from(label).ok()?;
    let mut languages = page.into_iter().chain(0..columns.locales().len());
    languages.find_map(|language| columns.label_name(u32::try_from(language).ok()?, label))
}

fn bump(counts: &mut [u64], number: u32) {
    if let Some(count) = counts.get_mut(number as usize) {
        *count += 1;
    }
}
