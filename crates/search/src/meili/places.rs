//! Where a reader may look.
//!
//! A story has one access rule, and is looked for in one place: whole, in the index of its rule, if
//! the reader may read it, and by its visible half if not. No place has a story of another, so
//! totals and counts of all places add up.

use kernel::access::decide;
use kernel::{Access, ArticleId, Reach};
use uuid::Uuid;

use super::catalogue::Catalogue;
use super::names::Names;
use super::settings::{FIELDS, Field};

/// An index, or a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) index: String,
    /// Which of its stories.
    pub(super) filter: Option<String>,
    /// It has the other halves.
    pub(super) whole: bool,
    /// The reader may not read all of the index. Then only words just as they were typed are looked
    /// for: which others are like them, or go on as they begin, depends on all that the index has.
    pub(super) exact: bool,
}

impl Place {
    /// The visible halves of all stories.
    pub(super) fn open(names: &Names) -> Self {
        Self { index: names.open(), filter: None, whole: false, exact: false }
    }

    /// The fields in which words are looked for just as they are, or errors are forgiven.
    pub(super) fn fields(&self) -> impl Iterator<Item = Field> {
        let whole = self.whole;
        FIELDS.into_iter().filter(move |field| {
            *field != Field::Alike && (whole || !matches!(field, Field::Rest | Field::RestStems))
        })
    }
}

/// The places for a reach.
pub(super) fn places(names: &Names, catalogue: &Catalogue, reach: &Reach) -> Vec<Place> {
    let (covered, others): (Vec<&Access>, Vec<&Access>) =
        catalogue.rules.iter().filter(|rule| **rule != Access::Public).partition(|rule| opens(rule, reach));
    let held: Vec<String> = reach.articles().map(|article| quoted(&article.to_string())).collect();
    let mut open = Vec::new();
    if !covered.is_empty() {
        open.push(format!("access NOT IN [{}]", list(&covered)));
    }
    let mut places = Vec::with_capacity(covered.len() + 1);
    if !held.is_empty() && !others.is_empty() {
        let held = held.join(", ");
        open.push(format!("NOT (id IN [{held}] AND access IN [{}])", list(&others)));
        places.extend(others.iter().map(|rule| Place {
            index: names.full(rule),
            filter: Some(format!("id IN [{held}]")),
            whole: true,
            exact: true,
        }));
    }
    places.extend(covered.iter().map(|rule| Place {
        index: names.full(rule),
        filter: None,
        whole: true,
        exact: false,
    }));
    let filter = Some(open.join(" AND ")).filter(|filter| !filter.is_empty());
    places.push(Place { filter, ..Place::open(names) });
    places
}

/// The places for a publisher who lets words match that the reader may not read.
pub(super) fn everywhere(names: &Names, catalogue: &Catalogue) -> Vec<Place> {
    let closed: Vec<&Access> = catalogue.rules.iter().filter(|rule| **rule != Access::Public).collect();
    let whole = |rule: &&Access| Place { index: names.full(rule), filter: None, whole: true, exact: false };
    let mut places: Vec<Place> = closed.iter().map(whole).collect();
    let filter = (!closed.is_empty()).then(|| format!("access NOT IN [{}]", list(&closed)));
    places.push(Place { filter, ..Place::open(names) });
    places
}

/// Whether the reader may read all stories under this rule. The rule decides, as it does
/// everywhere; the proof is for no article and opens none.
fn opens(rule: &Access, reach: &Reach) -> bool {
    decide(ArticleId::from(Uuid::nil()), rule, reach).is_ok()
}

fn list(rules: &[&Access]) -> String {
    rules.iter().map(|rule| quoted(&rule.to_string())).collect::<Vec<_>>().join(", ")
}

/// A value in a filter.
pub(super) fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}
