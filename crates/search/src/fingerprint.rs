//! Whether what is indexed is what is published.

use content::Document;
use kernel::hash::hash_parts;

/// A hash of all of a document that searching depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// The fingerprint of a document as it is now.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let facts = [
            document.article.to_string(),
            document.version.to_string(),
            document.locale.to_string(),
            document.access.to_string(),
            document.published_at.map(|at| at.to_string()).unwrap_or_default(),
        ];
        let texts = [&document.title, &document.standfirst, &document.teaser, &document.remainder];
        let terms = document.terms.iter().flat_map(|term| [term.kind.as_str(), &term.key, &term.name]);
        let parts = facts.iter().chain(texts).map(String::as_str).chain(terms);
        let hash = hash_parts(parts.map(str::as_bytes));
        // The first 64 of its 128 bits, which are all hex digits.
        Self(hash.get(..16).and_then(|digits| u64::from_str_radix(digits, 16).ok()).unwrap_or(0))
    }
}

impl From<u64> for Fingerprint {
    fn from(hash: u64) -> Self {
        Self(hash)
    }
}

impl From<Fingerprint> for u64 {
    fn from(fingerprint: Fingerprint) -> Self {
        fingerprint.0
    }
}
