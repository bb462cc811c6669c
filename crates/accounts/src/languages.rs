//! The languages a member reads, best first, and the choice among versions.

use std::fmt;
use std::str::FromStr;

use kernel::Locale;
use serde::{Deserialize, Serialize};

/// As many languages as one member can list.
const MOST: usize = 20;

/// An ordered list of languages, best first: never empty, none twice, at most 20. Written with
/// spaces between (`de en fr`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Locale>", into = "Vec<Locale>")]
pub struct Languages(Vec<Locale>);

/// The text is no list of languages.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not a list of languages; expected one to 20 language tags such as de or pt-BR")]
pub struct NotLanguages;

impl Languages {
    /// One language.
    #[must_use]
    pub fn of(locale: Locale) -> Self {
        Self(vec![locale])
    }

    /// The languages in this order, repetitions left out; `None` if there are none or too many.
    #[must_use]
    pub fn new(locales: Vec<Locale>) -> Option<Self> {
        let mut kept: Vec<Locale> = Vec::with_capacity(locales.len().min(MOST));
        for locale in locales {
            if !kept.contains(&locale) {
                kept.push(locale);
            }
        }
        (1..=MOST).contains(&kept.len()).then_some(Self(kept))
    }

    /// Best first.
    pub fn iter(&self) -> std::slice::Iter<'_, Locale> {
        self.0.iter()
    }
}

/// The version to offer: the first of the reader's languages that is there. A language counts as
/// there in another region too (`pt-BR` for one who reads `pt-PT`), if it isn't there exactly.
#[must_use]
pub fn best_of<'a>(languages: impl IntoIterator<Item = &'a Locale>, available: &[Locale]) -> Option<Locale> {
    let exact = |wanted: &Locale| available.iter().find(|locale| *locale == wanted);
    let related = |wanted: &Locale| available.iter().find(|locale| locale.language() == wanted.language());
    languages.into_iter().find_map(|wanted| exact(wanted).or_else(|| related(wanted))).cloned()
}

impl TryFrom<Vec<Locale>> for Languages {
    type Error = NotLanguages;

    fn try_from(locales: Vec<Locale>) -> Result<Self, Self::Error> {
        Self::new(locales).ok_or(NotLanguages)
    }
}

impl From<Languages> for Vec<Locale> {
    fn from(languages: Languages) -> Self {
        languages.0
    }
}

impl<'a> IntoIterator for &'a Languages {
    type Item = &'a Locale;
    type IntoIter = std::slice::Iter<'a, Locale>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromStr for Languages {
    type Err = NotLanguages;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let locales = text.split_ascii_whitespace().map(str::parse).collect::<Result<_, _>>();
        locales.ok().and_then(Self::new).ok_or(NotLanguages)
    }
}

impl fmt::Display for Languages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, locale) in self.iter().enumerate() {
            let space = if index == 0 { "" } else { " " };
            write!(f, "{space}{locale}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn languages(text: &str) -> Languages {
        text.parse().expect("languages")
    }

    #[test]
    fn the_first_language_that_is_there_wins() {
        let table = [
            // reads, is there, gets
            ("de en", "en de", Some("de")),
            ("fr en", "en de", Some("en")),
            // Exactly before another region.
            ("pt-BR", "pt-PT pt-BR", Some("pt-BR")),
            ("pt", "pt-PT pt-BR pt", Some("pt")),
            // Another region before the next language.
            ("de-AT en", "en de", Some("de")),
            ("de en", "en de-CH", Some("de-CH")),
            // Among regions, as the publication orders them.
            ("pt", "pt-PT pt-BR", Some("pt-PT")),
            ("ja uk", "en de", None),
        ];
        for (reads, there, gets) in table {
            let there: Vec<Locale> = languages(there).into();
            let gets: Option<Locale> = gets.map(|tag| tag.parse().expect("a tag"));
            assert_eq!(best_of(&languages(reads), &there), gets, "{reads} among {there:?}");
        }
        assert_eq!(best_of(&languages("de"), &[]), None);
    }

    #[test]
    fn lists_are_never_empty_or_repetitive() {
        assert_eq!("".parse::<Languages>(), Err(NotLanguages));
        assert_eq!("de nonsense!".parse::<Languages>(), Err(NotLanguages));
        assert_eq!(languages("de en de").to_string(), "de en");
        assert!(serde_json::from_str::<Languages>("[]").is_err());
        let many: Vec<Locale> =
            ('a'..='u').map(|letter| format!("a{letter}").parse().expect("a tag")).collect();
        assert_eq!(Languages::new(many), None);
    }

    proptest! {
        #[test]
        fn lists_survive_the_round_trip(tags in proptest::collection::vec("[a-z]{2}", 1..20)) {
            let written = tags.join(" ");
            if let Ok(list) = written.parse::<Languages>() {
                prop_assert_eq!(languages(&list.to_string()), list);
            }
        }
    }
}
