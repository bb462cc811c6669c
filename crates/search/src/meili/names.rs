//! How our indexes are called.
//!
//! ```text
//! gazette_open         the visible halves of all stories
//! gazette_full_3f…     whole texts of the stories under one access rule, by the rule's hash
//! gazette_meta         how far the index has come, and how it is set
//! gazette_next_…       the same three, being built
//! ```
//! The site's key covers `gazette_open` and `gazette_full_*`.

use kernel::Access;
use kernel::hash::content_hash;

use crate::engine::SearchError;

/// The longest prefix, in characters.
const LONGEST: usize = 40;

/// The names of one publication's indexes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Names {
    prefix: String,
    next: bool,
}

impl Names {
    pub(super) fn new(prefix: &str) -> Result<Self, SearchError> {
        let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if prefix.is_empty() || prefix.len() > LONGEST || !prefix.bytes().all(fits) {
            return Err(SearchError::Refused(format!(
                "“{prefix}” is no prefix for indexes; expected lower-case letters, digits and hyphens"
            )));
        }
        Ok(Self { prefix: prefix.to_owned(), next: false })
    }

    /// Of the indexes that are being built.
    pub(super) fn next(&self) -> Self {
        Self { next: true, ..self.clone() }
    }

    pub(super) fn open(&self) -> String {
        self.named("open")
    }

    /// Rules have characters that names can't have, so it is called by a hash.
    pub(super) fn full(&self, rule: &Access) -> String {
        let hash: String = content_hash(rule.to_string().as_bytes()).chars().take(16).collect();
        self.named(&format!("full_{hash}"))
    }

    pub(super) fn meta(&self) -> String {
        self.named("meta")
    }

    /// All that are called like this, as keys name them.
    pub(super) fn all(&self) -> String {
        self.named("*")
    }

    /// Whether an index is called like this: being built, or in use.
    pub(super) fn has(&self, name: &str) -> bool {
        let building = format!("{}_next_", self.prefix);
        name.starts_with(&format!("{}_", self.prefix)) && self.next == name.starts_with(&building)
    }

    /// All whole texts, as keys name them.
    pub(super) fn all_full(&self) -> String {
        self.named("full_*")
    }

    fn named(&self, what: &str) -> String {
        let next = if self.next { "next_" } else { "" };
        format!("{}_{next}{what}", self.prefix)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_s_key_covers_no_index_that_is_being_built() {
        let names = Names::new("gazette").expect("fits");
        let full = names.full(&Access::Paid);
        assert!(full.starts_with(names.all_full().trim_end_matches('*')), "{full}");
        for hidden in [names.meta(), names.next().open(), names.next().full(&Access::Paid)] {
            assert!(hidden != names.open() && !hidden.starts_with("gazette_full_"), "{hidden}");
        }
    }

    #[test]
    fn names_are_what_the_server_takes() {
        for prefix in ["", "a b", "Ä", "a*", "a_next", &"a".repeat(41)] {
            assert!(Names::new(prefix).is_err(), "{prefix}");
        }
    }
}
