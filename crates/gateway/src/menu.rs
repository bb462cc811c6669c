//! The menus at the head and foot of every page, as staff have put them together.

use std::collections::BTreeMap;

use kernel::Locale;
use serde::{Deserialize, Serialize};

use crate::view::Link;

/// The setting that holds them.
pub(crate) const SETTING: &str = "menus";

/// The menus of all languages, by tag.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Menus(pub(crate) BTreeMap<String, Menu>);

/// The menus of a language. An empty one is what a site has by itself: its sections at the head, its
/// static pages at the foot.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Menu {
    pub(crate) header: Vec<Entry>,
    pub(crate) footer: Vec<Entry>,
}

/// A word and where it leads: a path of ours, or another site's address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    pub(crate) label: String,
    pub(crate) address: String,
}

impl Menus {
    /// The menu of a language, if it has one.
    pub(crate) fn of(&self, locale: &Locale) -> Option<&Menu> {
        self.0.get(locale.as_str())
    }
}

/// Entries as links on the page at `path`.
pub(crate) fn links(entries: &[Entry], path: &str) -> Vec<Link> {
    let link = |entry: &Entry| Link {
        name: entry.label.clone(),
        lang: None,
        current: entry.address == path,
        href: Some(entry.address.clone()),
    };
    entries.iter().map(link).collect()
}
