//! Hashes for what is too short or too common to be hashed plainly: one who has the table but not
//! the server's secret must not find a code or an address by trying them all.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::XChaCha20Poly1305;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use uuid::Uuid;

use crate::error::NoRandomness;
use crate::secret::random;

/// Bytes of an `XChaCha20` nonce: long enough to be drawn by chance.
const NONCE: usize = 24;

/// Keys derived from the server's secret, one a purpose (BLAKE3, "derive key" and "keyed hash").
pub(crate) struct Keys {
    code: [u8; 32],
    network: [u8; 32],
    lock: [u8; 32],
    recovery: [u8; 32],
    failure: [u8; 32],
    browser: [u8; 32],
    seal: [u8; 32],
}

impl Keys {
    pub(crate) fn derive(secret: &[u8]) -> Self {
        Self {
            code: blake3::derive_key("gazette 2026-11-23 sign-in code", secret),
            network: blake3::derive_key("gazette 2026-11-23 network of a sign-in", secret),
            lock: blake3::derive_key("gazette 2026-11-23 lock of a limit", secret),
            recovery: blake3::derive_key("gazette 2026-11-26 recovery code", secret),
            failure: blake3::derive_key("gazette 2026-11-26 mark of a failed proof", secret),
            browser: blake3::derive_key("gazette 2026-11-26 known browser", secret),
            seal: blake3::derive_key("gazette 2026-11-26 sealed secrets", secret),
        }
    }

    /// The hash of a sign-in's code; the same code of another sign-in has another.
    pub(crate) fn code(&self, sign_in: Uuid, code: &str) -> String {
        let text = [sign_in.as_bytes(), code.as_bytes()].concat();
        blake3::keyed_hash(&self.code, &text).to_hex().to_string()
    }

    /// The hash that stands for a network.
    pub(crate) fn network(&self, network: &str) -> String {
        blake3::keyed_hash(&self.network, network.as_bytes()).to_hex().to_string()
    }

    /// The hash of a member's recovery code.
    pub(crate) fn recovery(&self, member: Uuid, code: &str) -> String {
        let text = [member.as_bytes(), code.as_bytes()].concat();
        blake3::keyed_hash(&self.recovery, &text).to_hex().to_string()
    }

    /// What an address, a network or a browser is called where failures are counted.
    pub(crate) fn failure(&self, kind: &str, name: &str) -> String {
        blake3::keyed_hash(&self.failure, format!("{kind} {name}").as_bytes()).to_hex().to_string()
    }

    /// The proof that a browser, named by chance, was once signed in as a member.
    pub(crate) fn known_browser(&self, member: Uuid, name: &str) -> String {
        let text = [member.as_bytes(), name.as_bytes()].concat();
        blake3::keyed_hash(&self.browser, &text).to_hex().to_string()
    }

    /// Seals a secret for a purpose (`XChaCha20-Poly1305` under a random nonce); base64.
    pub(crate) fn seal(&self, purpose: &[u8], secret: &[u8]) -> Result<String, NoRandomness> {
        let nonce: [u8; NONCE] = random()?;
        let payload = Payload { msg: secret, aad: purpose };
        // It fails only for messages of many gigabytes.
        let sealed = self.cipher().encrypt(&nonce.into(), payload).unwrap_or_default();
        Ok(URL_SAFE_NO_PAD.encode([nonce.as_slice(), &sealed].concat()))
    }

    /// The secret, if it was sealed here for this purpose.
    pub(crate) fn unseal(&self, purpose: &[u8], sealed: &str) -> Option<Vec<u8>> {
        let bytes = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let (nonce, msg) = bytes.split_first_chunk::<NONCE>()?;
        self.cipher().decrypt(&(*nonce).into(), Payload { msg, aad: purpose }).ok()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.seal.into())
    }

    /// The number of the lock under which a limit is checked.
    pub(crate) fn lock(&self, name: &str) -> i64 {
        let mut number = [0; 8];
        blake3::Hasher::new_keyed(&self.lock).update(name.as_bytes()).finalize_xof().fill(&mut number);
        i64::from_le_bytes(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_for_its_purpose_alone() {
        let (keys, others) = (Keys::derive(b"one secret"), Keys::derive(b"another"));
        let sealed = keys.seal(b"totp 1", b"hush").expect("random");
        assert_ne!(sealed, keys.seal(b"totp 1", b"hush").expect("random"), "a nonce each");
        assert_eq!(keys.unseal(b"totp 1", &sealed).as_deref(), Some(b"hush".as_slice()));
        assert_eq!(keys.unseal(b"totp 2", &sealed), None);
        assert_eq!(others.unseal(b"totp 1", &sealed), None);
        for broken in ["", "x", &sealed[1..], "é"] {
            assert_eq!(keys.unseal(b"totp 1", broken), None, "{broken}");
        }
    }

    #[test]
    fn a_hash_depends_on_secret_row_and_code() {
        let (keys, others) = (Keys::derive(b"one secret"), Keys::derive(b"another"));
        let (row, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let hash = keys.code(row, "123456");
        assert_eq!(hash, keys.code(row, "123456"));
        assert_ne!(hash, keys.code(row, "123457"));
        assert_ne!(hash, keys.code(other, "123456"));
        assert_ne!(hash, others.code(row, "123456"));
        assert_ne!(keys.network("192.0.2.1"), others.network("192.0.2.1"));
    }
}
