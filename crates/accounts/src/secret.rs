//! Chance: the one place that asks the system for random bytes, and the secrets made of them.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::error::NoRandomness;

/// Characters of 256 bits in base64 (RFC 4648, section 5, without padding).
const LENGTH: usize = 43;

/// A browser's key isn't one that [`BrowserKey::generate`] made.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not a browser's key; expected 43 characters of base64url")]
pub struct NotABrowserKey;

macro_rules! secret {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name(String);

        impl $name {
            /// A fresh one.
            pub fn generate() -> Result<Self, NoRandomness> {
                Ok(Self(URL_SAFE_NO_PAD.encode(random::<32>()?)))
            }

            /// The secret itself; it must not be logged.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            pub(crate) fn hash(&self) -> String {
                sha256(&self.0)
            }
        }

        /// Keeps the secret out of logs.
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

secret! {
    /// What the link in a sign-in mail carries: 256 random bits in base64url.
    SignInToken
}
secret! {
    /// What a signed-in browser's cookie holds: 256 random bits in base64url.
    SessionToken
}
secret! {
    /// What the link of an invitation carries: 256 random bits in base64url.
    InvitationToken
}
secret! {
    /// What a browser shows that has proved half of who its user is: 256 random bits in base64url.
    StepToken
}
secret! {
    /// What recognises the browser that asked to sign in: 256 random bits in base64url.
    BrowserKey
}

impl FromStr for BrowserKey {
    type Err = NotABrowserKey;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        if text.len() == LENGTH && text.bytes().all(fits) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotABrowserKey)
        }
    }
}

/// The hash under which a secret of 256 random bits is stored. It needs no key and no salt: there
/// is nothing to guess.
pub(crate) fn sha256(text: &str) -> String {
    kernel::hash::hex(&Sha256::digest(text))
}

/// Six digits, each of the million as likely as any other.
pub(crate) fn code() -> Result<String, NoRandomness> {
    const CODES: u32 = 1_000_000;
    // What is left of 2³² above a multiple of a million would make low codes likelier.
    const FAIR: u32 = u32::MAX / CODES * CODES;
    loop {
        let number = u32::from_le_bytes(random()?);
        if number < FAIR {
            return Ok(format!("{:06}", number % CODES));
        }
    }
}

pub(crate) fn random<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_long_different_and_not_logged() {
        let (one, two) =
            (SessionToken::generate().expect("random"), SessionToken::generate().expect("random"));
        assert_eq!(one.as_str().len(), LENGTH);
        assert_ne!(one, two);
        assert_eq!(format!("{one:?}"), "SessionToken(…)");
        assert_eq!(one.hash().len(), 64);
    }

    #[test]
    fn codes_have_six_digits_and_cover_the_range() {
        let codes: Vec<String> = (0..2_000).map(|_| code().expect("random")).collect();
        assert!(codes.iter().all(|code| code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit())));
        // Missing one of ten first digits by chance: 10 × 0.9^2000, less than 10⁻⁹⁰.
        for digit in '0'..='9' {
            assert!(codes.iter().any(|code| code.starts_with(digit)), "{digit}");
        }
    }

    #[test]
    fn a_browser_key_survives_its_cookie() {
        let key = BrowserKey::generate().expect("random");
        assert_eq!(key.as_str().parse(), Ok(key.clone()));
        for text in ["", "short", &"é".repeat(21), &"=".repeat(43), &format!("{key}x")] {
            assert_eq!(text.parse::<BrowserKey>(), Err(NotABrowserKey), "{text}");
        }
    }
}
