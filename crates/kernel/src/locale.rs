//! Languages are data: any well-formed BCP 47 tag is a [`Locale`].

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use icu::locale::{LanguageIdentifier, LocaleDirectionality};
use serde::{Deserialize, Serialize};

/// A language tag in its canonical spelling (BCP 47: `de`, `pt-BR`, `zh-Hant`), cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Locale(Arc<str>);

/// The direction in which a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// The text is not a BCP 47 language tag.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("“{0}” is not a language tag; expected BCP 47 such as de, pt-BR or zh-Hant")]
pub struct NotALocale(String);

impl Locale {
    /// The canonical tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language without script and region: `pt` for `pt-BR`.
    #[must_use]
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// The region, if the tag names one: `BR` for `pt-BR`.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        let fits = |part: &&str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_uppercase());
        self.0.split('-').skip(1).find(fits)
    }

    /// From CLDR: the direction of the language's (likely) script.
    #[must_use]
    pub fn direction(&self) -> Direction {
        if LocaleDirectionality::new_common().is_right_to_left(&self.identifier()) {
            Direction::Rtl
        } else {
            Direction::Ltr
        }
    }

    /// The tag as ICU understands it.
    #[must_use]
    pub fn identifier(&self) -> LanguageIdentifier {
        // Parsed once already when the value was made.
        LanguageIdentifier::try_from_str(&self.0).unwrap_or(LanguageIdentifier::UNKNOWN)
    }
}

impl FromStr for Locale {
    type Err = NotALocale;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refuse = || NotALocale(text.chars().take(40).collect());
        if text.len() > 35 {
            return Err(refuse());
        }
        let id = LanguageIdentifier::try_from_str(text).map_err(|_| refuse())?;
        if id.language.is_unknown() {
            return Err(refuse());
        }
        Ok(Self(id.to_string().into()))
    }
}

impl TryFrom<String> for Locale {
    type Error = NotALocale;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Locale> for String {
    fn from(locale: Locale) -> Self {
        locale.0.as_ref().to_owned()
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Locale({})", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tag: &str) -> Locale {
        tag.parse().expect("a language tag")
    }

    #[test]
    fn tags_are_canonical() {
        assert_eq!(locale("PT-br").as_str(), "pt-BR");
        assert_eq!(locale("zh-hant").as_str(), "zh-Hant");
        assert_eq!(locale("pt-BR").language(), "pt");
    }

    #[test]
    fn nonsense_is_refused() {
        for text in ["", "und", "d", "german", "de_", "../etc", "de-", "x".repeat(60).as_str()] {
            assert!(text.parse::<Locale>().is_err(), "{text}");
        }
    }

    #[test]
    fn direction_comes_from_the_script() {
        for tag in ["ar", "he", "fa", "ur", "pa-Arab"] {
            assert_eq!(locale(tag).direction(), Direction::Rtl, "{tag}");
        }
        for tag in ["de", "uk", "ja", "pa"] {
            assert_eq!(locale(tag).direction(), Direction::Ltr, "{tag}");
        }
    }
}
