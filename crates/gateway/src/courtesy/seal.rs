//! What browsers carry under the server's key, so that nobody else can have written it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use billing::courtesy::{GiftLinkId, Month, Tally};

use super::cookies::{self, Count};

/// Bytes of a keyed hash (BLAKE3).
const MAC: usize = 32;

/// Keys derived from the server's secret, one a purpose.
pub struct Seal {
    meter: [u8; 32],
    gifts: [u8; 32],
    link: [u8; 32],
}

impl Seal {
    /// Keys from the secret; the same on all nodes. With another secret, counts of visitors begin
    /// anew and gift links open nothing any more.
    #[must_use]
    pub fn derive(secret: &[u8]) -> Self {
        Self {
            meter: blake3::derive_key("gazette 2026-11-25 meter of a visitor", secret),
            gifts: blake3::derive_key("gazette 2026-11-25 gift links a browser has opened", secret),
            link: blake3::derive_key("gazette 2026-11-25 gift link", secret),
        }
    }

    /// What stands in the cookie of a visitor who has read this in a month.
    #[must_use]
    pub fn visitor_count(&self, tally: &Tally, month: Month) -> String {
        let count = Count { tally: tally.clone(), taken_along: Vec::new() };
        self.meter(&cookies::written(month.number(), &count))
    }

    /// What stands in the cookie of a browser that has opened these gift links.
    #[must_use]
    pub fn opened_gifts(&self, links: &[GiftLinkId]) -> String {
        self.gifts(&cookies::links(links))
    }

    /// A visitor's count, for a cookie.
    pub(crate) fn meter(&self, count: &[u8]) -> String {
        sealed(&self.meter, count)
    }

    /// The count in a cookie, if it is one of ours.
    pub(crate) fn meter_in(&self, text: &str) -> Option<Vec<u8>> {
        opened(&self.meter, text)
    }

    /// Gift links a browser has opened, for a cookie.
    pub(crate) fn gifts(&self, links: &[u8]) -> String {
        sealed(&self.gifts, links)
    }

    /// The gift links in a cookie, if it is one of ours.
    pub(crate) fn gifts_in(&self, text: &str) -> Option<Vec<u8>> {
        opened(&self.gifts, text)
    }

    /// The last part of a gift link's address.
    #[must_use]
    pub fn link(&self, link: GiftLinkId) -> String {
        sealed(&self.link, link.as_uuid().as_bytes())
    }

    /// The gift link in an address, if we have made it.
    pub(crate) fn link_in(&self, text: &str) -> Option<GiftLinkId> {
        let id = uuid::Uuid::from_slice(&opened(&self.link, text)?).ok()?;
        Some(id.into())
    }
}

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seal(…)")
    }
}

fn sealed(key: &[u8; 32], payload: &[u8]) -> String {
    let mut bytes = blake3::keyed_hash(key, payload).as_bytes().to_vec();
    bytes.extend_from_slice(payload);
    URL_SAFE_NO_PAD.encode(bytes)
}

fn opened(key: &[u8; 32], text: &str) -> Option<Vec<u8>> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    let (mac, payload) = bytes.split_first_chunk::<MAC>()?;
    // Hashes compare in constant time.
    (blake3::Hash::from_bytes(*mac) == blake3::keyed_hash(key, payload)).then(|| payload.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_we_have_sealed_opens() {
        let (ours, others) = (Seal::derive(b"one secret"), Seal::derive(b"another"));
        let cookie = ours.meter(b"three");
        assert_eq!(ours.meter_in(&cookie).as_deref(), Some(&b"three"[..]));
        assert_eq!(others.meter_in(&cookie), None, "another server's");
        assert_eq!(ours.gifts_in(&cookie), None, "another purpose");
        assert_eq!(ours.meter_in(&format!("{cookie}AA")), None, "longer");
        for index in 0..cookie.len() {
            let mut forged = cookie.clone().into_bytes();
            forged[index] = if forged[index] == b'A' { b'B' } else { b'A' };
            let forged = String::from_utf8(forged).expect("ASCII");
            // The last character has bits that count for nothing; a decoder that allowed them would
            // still find the same bytes.
            assert_ne!(ours.meter_in(&forged).as_deref(), Some(&b"five!"[..]));
            assert!(ours.meter_in(&forged).is_none_or(|payload| payload == b"three"), "{index}");
        }
        for text in ["", "AA", "not base64!", &"A".repeat(64)] {
            assert_eq!(ours.meter_in(text), None, "{text}");
        }
    }

    #[test]
    fn a_link_survives_its_address() {
        let seal = Seal::derive(b"a secret");
        let link = uuid::Uuid::from_u128(7).into();
        assert_eq!(seal.link_in(&seal.link(link)), Some(link));
        assert_eq!(Seal::derive(b"another").link_in(&seal.link(link)), None);
    }
}
