//! A name for each request, to find it in the logs.

use std::fmt;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use http::{HeaderMap, HeaderName, HeaderValue};

const NAME: HeaderName = HeaderName::from_static("x-request-id");

/// Unique in this process and, by its random start, among processes. Unguessable it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RequestId(u64);

static NEXT: LazyLock<AtomicU64> = LazyLock::new(|| {
    let mut start = [0; 8];
    // Without randomness ids still tell the requests of one process apart.
    let _ = getrandom::fill(&mut start);
    AtomicU64::new(u64::from_le_bytes(start))
});

impl RequestId {
    /// The next.
    pub(crate) fn next() -> Self {
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

impl RequestId {
    /// Names the answer.
    pub(crate) fn put(self, headers: &mut HeaderMap) {
        if let Ok(name) = HeaderValue::from_bytes(&self.hex()) {
            headers.insert(NAME, name);
        }
    }

    /// Sixteen digits, without an allocation: answers from memory have one too.
    fn hex(self) -> [u8; 16] {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut hex = [b'0'; 16];
        let nibbles = self.0.to_be_bytes().into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
        for (digit, nibble) in hex.iter_mut().zip(nibbles) {
            *digit = DIGITS[usize::from(nibble)];
        }
        hex
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::str::from_utf8(&self.hex()).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_carry_the_name_that_logs_have() {
        let mut headers = HeaderMap::new();
        RequestId(0x00ab_cdef_0123_4567).put(&mut headers);
        assert_eq!(headers[NAME], "00abcdef01234567");
        assert_eq!(RequestId(0x00ab_cdef_0123_4567).to_string(), "00abcdef01234567");
    }
}
