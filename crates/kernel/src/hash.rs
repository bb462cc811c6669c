//! Content hashes: the names of what doesn't change.

use std::fmt;

/// BLAKE3 of some bytes, cut to 128 bits and written as 32 hex digits: long enough that nobody
/// finds a second text or picture with the same hash by chance, short enough for an address.
#[must_use]
pub fn content_hash(bytes: &[u8]) -> String {
    short_hex(blake3::hash(bytes))
}

/// Hash of several parts; no two different lists of parts give the same input.
#[must_use]
pub fn hash_parts<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    short_hex(hasher.finalize())
}

fn short_hex(hash: blake3::Hash) -> String {
    let mut hex = hash.to_hex().to_string();
    hex.truncate(32);
    hex
}

/// Bytes as lower-case hex digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    struct Hex<'a>(&'a [u8]);
    impl fmt::Display for Hex<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
        }
    }
    Hex(bytes).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_told_apart() {
        let (a, b): ([&[u8]; 2], [&[u8]; 2]) = ([b"ab", b"c"], [b"a", b"bc"]);
        assert_ne!(hash_parts(a), hash_parts(b));
        assert_eq!(content_hash(b"x").len(), 32);
        assert_eq!(hex(&[0, 255]), "00ff");
    }
}
