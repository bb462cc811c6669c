//! What was probably meant.

use kernel::Locale;

use crate::analysis::{Origin, words};
use crate::question::{Asked, Sought};

/// The query with each word that was taken for another replaced by that, as a text spells it that
/// was found; `None` if no word was.
///
/// `texts` are what everyone may see of the best hit.
pub(crate) fn instead(query: &str, asked: &Asked, locale: &Locale, texts: &[&str]) -> Option<String> {
    let typed = words(query, locale, Origin::Query);
    let mut better = query.to_owned();
    let mut changed = false;
    // From the end, so that what is before stays in its place.
    for word in typed.iter().rev() {
        let meant = asked.wanted.iter().find_map(|sought| match sought {
            Sought::Alike(sought, taken_for) if sought.surface == word.surface => Some(taken_for),
            _ => None,
        });
        let Some(spelt) = meant.and_then(|taken_for| spelt(taken_for, locale, texts)) else { continue };
        better.replace_range(word.start..word.end, &spelt);
        changed = true;
    }
    changed.then_some(better)
}

/// The first word of the texts that is one of these, as it is spelt there.
fn spelt(taken_for: &[String], locale: &Locale, texts: &[&str]) -> Option<String> {
    texts.iter().find_map(|text| {
        let mut words = words(text, locale, Origin::Open).into_iter();
        let found =
            words.find(|word| word.single().is_some_and(|word| taken_for.iter().any(|w| w == word)))?;
        Some(text[found.start..found.end].to_owned())
    })
}
