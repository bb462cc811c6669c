//! Hashes for what is too short or too common to be hashed plainly: one who has the table but not
//! the server's secret must not find a code or an address by trying them all.

use kernel::Email;
use uuid::Uuid;

/// Keys derived from the server's secret, one a purpose (BLAKE3, "derive key" and "keyed hash").
pub(crate) struct Keys {
    code: [u8; 32],
    network: [u8; 32],
    lock: [u8; 32],
}

impl Keys {
    pub(crate) fn derive(secret: &[u8]) -> Self {
        Self {
            code: blake3::derive_key("gazette 2026-11-23 sign-in code", secret),
            network: blake3::derive_key("gazette 2026-11-23 network of a sign-in", secret),
            lock: blake3::derive_key("gazette 2026-11-23 lock of a limit", secret),
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

    /// Numbers of the locks under which the limits of an address and of a network are checked.
    pub(crate) fn locks(&self, email: &Email, network: &str) -> [i64; 2] {
        [("address", email.as_str()), ("network", network)].map(|(kind, name)| {
            let mut number = [0; 8];
            let text = format!("{kind} {name}");
            blake3::Hasher::new_keyed(&self.lock).update(text.as_bytes()).finalize_xof().fill(&mut number);
            i64::from_le_bytes(number)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
