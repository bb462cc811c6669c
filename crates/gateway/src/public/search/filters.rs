//! The filters a results page offers, with how much each would leave.

use content::TermKind;
use kernel::{Access, Locale};
use search::{Counts, Label};

use super::asked::{Asked, By};
use crate::app::App;
use crate::framing;
use crate::i18n::Formats;
use crate::view::search::{FilterGroup, FilterOption};

/// Most options of one filter.
const MOST: usize = 10;

/// The filters that would leave something, or are set.
pub(super) fn filters(app: &App, asked: &Asked, counts: &Counts, locale: &Locale) -> Vec<FilterGroup> {
    let groups = By::ALL.into_iter().map(|by| {
        let values = values(app, by, counts, locale).into_iter().take(MOST);
        let options = values.map(|(value, name, stories)| FilterOption {
            chosen: asked.is_set(by, &value),
            href: asked.toggled(by, &value).address(locale, 1),
            name,
            stories,
        });
        FilterGroup { by: by.name(), options: options.collect() }
    });
    // One that all have in common filters nothing.
    groups
        .filter(|group| group.options.len() > 1 || group.options.iter().any(|option| option.chosen))
        .collect()
}

/// Value, name and number of stories.
fn values(app: &App, by: By, counts: &Counts, locale: &Locale) -> Vec<(String, String, u64)> {
    let labels = |kind: TermKind| {
        let of_kind = counts.labels.iter().filter(move |label| label.kind == kind);
        of_kind.map(|Label { key, name, stories, .. }| (key.clone(), name.clone(), *stories)).collect()
    };
    match by {
        By::Section => labels(TermKind::Section),
        By::Tag => labels(TermKind::Tag),
        By::Author => labels(TermKind::Author),
        By::Language => {
            let formats = Formats::for_locale(locale);
            let named = |(language, stories): &(Locale, u64)| {
                (language.to_string(), formats.language_name(language), *stories)
            };
            counts.languages.iter().map(named).collect()
        }
        By::Access => {
            let named = |(access, stories): &(Access, u64)| {
                let name = framing::text(app, locale, access_key(access));
                (access.to_string(), name, *stories)
            };
            counts.access.iter().map(named).collect()
        }
    }
}

fn access_key(access: &Access) -> &'static str {
    match access {
        Access::Public => "search-access-public",
        Access::Members => "access-members",
        Access::Paid => "access-paid",
        Access::Plans(_) => "access-plans",
    }
}
