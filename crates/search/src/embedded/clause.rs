//! One thing sought, as all the ways in which it may be found.

use super::dictionaries::{Dictionary, Places, texts};
use super::generation::View;
use super::list::{DocNumber, List};
use super::postings;
use crate::engine::SearchError;

/// Something sought: found in any of some ways, and worth more if found in others besides.
#[derive(Default)]
pub(super) struct Clause<'a> {
    pub(super) ways: Vec<Way<'a>>,
    pub(super) bonus: Vec<Way<'a>>,
}

/// A way in which something is found, and what that is worth.
pub(super) enum Way<'a> {
    /// As this word.
    Word { dictionary: &'a Dictionary, places: Places, worth: f32 },
    /// As one of several words.
    Any { dictionary: &'a Dictionary, places: Places, worth: f32 },
    /// As words side by side. `texts` is how many have the rarest of them.
    Phrase { dictionary: &'a Dictionary, words: Vec<(usize, String)>, texts: u32, worth: f32 },
    /// As something that was looked for in the texts themselves.
    Listed { list: List, worth: f32 },
    /// As parts that need not be side by side, each found in any of some ways.
    All { parts: Vec<Vec<Way<'a>>>, worth: f32 },
}

impl Way<'_> {
    /// In how many texts it is found, at most.
    pub(super) fn cost(&self) -> u32 {
        match self {
            Self::Word { places, .. } | Self::Any { places, .. } => texts(places),
            Self::Phrase { texts, .. } => *texts,
            Self::Listed { list, .. } => u32::try_from(list.entries().len()).unwrap_or(u32::MAX),
            Self::All { parts, .. } => parts.iter().flatten().map(Self::cost).fold(0, u32::saturating_add),
        }
    }

    /// The texts in which it is found this way, at least those of them that are `within`.
    pub(super) fn list(&self, view: &View, within: Option<&[DocNumber]>) -> Result<List, SearchError> {
        if self.cost() == 0 {
            return Ok(List::default());
        }
        let (list, worth) = match self {
            Self::Word { dictionary, places, worth } => {
                (postings::of_word(view, dictionary, places, within)?, *worth)
            }
            Self::Any { dictionary, places, worth } => (postings::of_any(view, dictionary, places)?, *worth),
            Self::Phrase { dictionary, words, worth, .. } => {
                (postings::of_phrase(view, dictionary, words, within)?, *worth)
            }
            Self::Listed { list, worth } => (list.clone(), *worth),
            Self::All { parts, worth } => {
                let mut all: Option<List> = None;
                for ways in parts {
                    let part = any(ways, view, within)?;
                    all = Some(match all {
                        Some(all) => all.and(&part),
                        None => part,
                    });
                }
                (all.unwrap_or_default(), *worth)
            }
        };
        Ok(list.times(worth))
    }
}

impl Clause<'_> {
    /// In how many texts it is found, at most; some may count several times.
    pub(super) fn cost(&self) -> u32 {
        self.ways.iter().map(Way::cost).fold(0, u32::saturating_add)
    }

    /// The texts in which it is found, at least those of them that are `within`.
    pub(super) fn list(&self, view: &View, within: Option<&[DocNumber]>) -> Result<List, SearchError> {
        let found = any(&self.ways, view, within)?;
        Ok(found.plus(&any(&self.bonus, view, within)?))
    }
}

fn any(ways: &[Way<'_>], view: &View, within: Option<&[DocNumber]>) -> Result<List, SearchError> {
    let mut found = List::default();
    for way in ways {
        found = found.or(way.list(view, within)?);
    }
    Ok(found)
}
