//! Codes of gifts: typed by people, guessed by nobody.
//!
//! A code is fifteen symbols drawn by the server's secret from the gift's id (75 bits), and a
//! sixteenth that finds a typing error. The database has only its hash; who has the database but
//! not the secret can redeem nothing, and the giver can be shown the code again at any time.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use crate::ids::GiftId;

/// Crockford's alphabet: no I, L, O and U.
const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Symbols of a code, the last of them a check.
const LENGTH: usize = 16;

/// The code of a gift, checked for typing errors.
#[derive(Clone, PartialEq, Eq)]
pub struct GiftCode([u8; LENGTH]);

/// The text is no code: it is too long or short, or a symbol is wrong.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not a code; expected sixteen letters and digits, such as 8K3M-XX7P-…")]
pub struct NotAGiftCode;

/// Keys derived from the server's secret, one a purpose (BLAKE3, "derive key" and "keyed hash").
pub(crate) struct Keys {
    code: [u8; 32],
    network: [u8; 32],
}

impl Keys {
    pub(crate) fn derive(secret: &[u8]) -> Self {
        Self {
            code: blake3::derive_key("gazette 2026-11-25 code of a gift", secret),
            network: blake3::derive_key("gazette 2026-11-25 network that tries codes", secret),
        }
    }

    /// The code of a gift: always the same.
    pub(crate) fn code(&self, gift: GiftId) -> GiftCode {
        let hash = blake3::keyed_hash(&self.code, gift.0.as_bytes());
        let mut symbols = [0; LENGTH];
        for (symbol, byte) in symbols.iter_mut().zip(hash.as_bytes()).take(LENGTH - 1) {
            *symbol = byte % 32;
        }
        symbols[LENGTH - 1] = check(&symbols[..LENGTH - 1]);
        GiftCode(symbols)
    }

    /// The hash that stands for a network.
    pub(crate) fn network(&self, network: &str) -> String {
        blake3::keyed_hash(&self.network, network.as_bytes()).to_hex().to_string()
    }
}

impl GiftCode {
    /// The hash under which it is stored. It needs no key and no salt: 75 random bits aren't found by
    /// trying.
    pub(crate) fn hash(&self) -> String {
        kernel::hash::hex(&Sha256::digest(self.0))
    }
}

/// The check symbol: Luhn's sum modulo 32, which finds every wrong symbol and all but one in
/// thousand of swapped neighbours.
fn check(symbols: &[u8]) -> u8 {
    let doubled = |symbol: u32| (symbol * 2) / 32 + (symbol * 2) % 32;
    let sum: u32 = symbols
        .iter()
        .rev()
        .enumerate()
        .map(|(place, symbol)| if place % 2 == 0 { doubled(u32::from(*symbol)) } else { u32::from(*symbol) })
        .sum();
    u8::try_from((32 - sum % 32) % 32).unwrap_or(0)
}

/// Four groups of four, as it is printed.
impl fmt::Display for GiftCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, symbol) in self.0.iter().enumerate() {
            if place > 0 && place % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(SYMBOLS[usize::from(*symbol)]))?;
        }
        Ok(())
    }
}

/// Keeps it out of logs.
impl fmt::Debug for GiftCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("GiftCode(…)")
    }
}

/// As people type it: in either case, with or without hyphens, O for 0 and I or L for 1.
impl FromStr for GiftCode {
    type Err = NotAGiftCode;

    fn from_str(text: &str) -> Result<Self, NotAGiftCode> {
        let mut symbols = Vec::with_capacity(LENGTH);
        for typed in text.chars().filter(|typed| !typed.is_whitespace() && !"-–—_.".contains(*typed)) {
            let meant = match typed.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let symbol =
                SYMBOLS.iter().position(|symbol| char::from(*symbol) == meant).ok_or(NotAGiftCode)?;
            symbols.push(u8::try_from(symbol).map_err(|_| NotAGiftCode)?);
            if symbols.len() > LENGTH {
                return Err(NotAGiftCode);
            }
        }
        let symbols: [u8; LENGTH] = symbols.try_into().map_err(|_| NotAGiftCode)?;
        if check(&symbols[..LENGTH - 1]) == symbols[LENGTH - 1] {
            Ok(Self(symbols))
        } else {
            Err(NotAGiftCode)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn code(id: u128) -> GiftCode {
        Keys::derive(b"a secret").code(GiftId(Uuid::from_u128(id)))
    }

    #[test]
    fn a_code_depends_on_secret_and_gift() {
        assert_eq!(code(1), code(1));
        assert_ne!(code(1), code(2));
        assert_ne!(code(1), Keys::derive(b"another").code(GiftId(Uuid::from_u128(1))));
        assert_ne!(code(1).hash(), code(2).hash());
        assert_eq!(format!("{:?}", code(1)), "GiftCode(…)");
    }

    proptest! {
        #[test]
        fn codes_are_read_as_they_are_printed_and_as_people_type_them(id in any::<u128>()) {
            let printed = code(id).to_string();
            prop_assert_eq!(printed.len(), 19);
            let sloppy = format!(" {} ", printed.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l"));
            prop_assert_eq!(printed.parse(), Ok(code(id)));
            prop_assert_eq!(sloppy.parse(), Ok(code(id)));
        }

        #[test]
        fn one_wrong_symbol_is_found(id in any::<u128>(), place in 0usize..16, other in 1u8..32) {
            let mut symbols = code(id).0;
            symbols[place] = (symbols[place] + other) % 32;
            prop_assert_eq!(GiftCode(symbols).to_string().parse::<GiftCode>(), Err(NotAGiftCode));
        }

        #[test]
        fn nothing_else_is_a_code(text in ".{0,40}") {
            // Whatever is read comes out in one form.
            if let Ok(code) = text.parse::<GiftCode>() {
                prop_assert_eq!(code.to_string().parse(), Ok(code));
            }
        }
    }
}
