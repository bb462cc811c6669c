//! The part of an address that names a text in its language.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Lower-case letters and digits of any script in words joined by single hyphens, 1 to 120 bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// Words that already name a page under `/{locale}/`, so no text can have them as its slug.
pub const RESERVED: [&str; 13] = [
    "account",
    "archive",
    "authors",
    "cancel",
    "declared",
    "redeem",
    "search",
    "sections",
    "sign-in",
    "sign-out",
    "subscribe",
    "tags",
    "withdraw",
];

/// Why a text can't be a slug.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum NotASlug {
    /// Wrong characters, empty or too long.
    #[error("“{0}” is not a slug; expected lower-case letters and digits in words joined by single hyphens")]
    Form(String),
    /// The word names one of our own pages.
    #[error("“{0}” is the address of a built-in page; choose another slug")]
    Reserved(String),
}

impl Slug {
    /// The slug as it stands in the address (before percent-encoding).
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = NotASlug;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // Marks belong to letters in many scripts, so what is not a letter or digit is refused
        // only where it has a meaning in an address or is white space or upper case.
        let fits =
            |c: char| !c.is_ascii_punctuation() && !c.is_whitespace() && !c.is_control() && !c.is_uppercase();
        let well_formed = (1..=120).contains(&text.len())
            && text.split('-').all(|word| !word.is_empty() && word.chars().all(fits));
        if !well_formed {
            return Err(NotASlug::Form(text.chars().take(130).collect()));
        }
        if RESERVED.contains(&text) {
            return Err(NotASlug::Reserved(text.to_owned()));
        }
        Ok(Self(text.to_owned()))
    }
}

impl TryFrom<String> for Slug {
    type Error = NotASlug;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_script_fits() {
        for text in ["sicherheitsgarantien-ukraine", "ضمانات-أمنية", "гарантії", "安全保障", "g7", "a"]
        {
            assert!(text.parse::<Slug>().is_ok(), "{text}");
        }
    }

    #[test]
    fn what_breaks_an_address_is_refused() {
        for text in ["", "-a", "a-", "a--b", "A", "a b", "a/b", "a.xml", "..", "a%20b", &"x".repeat(121)] {
            assert!(matches!(text.parse::<Slug>(), Err(NotASlug::Form(_))), "{text}");
        }
        assert!(matches!("search".parse::<Slug>(), Err(NotASlug::Reserved(_))));
    }
}
