//! Whether a message was sent by Stripe (docs.stripe.com, “webhooks/signature”).

use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use sha2::Sha256;

/// How far a signature's time may be from ours, before or after, in seconds: Stripe's default. An
/// older one could be a message caught and sent again.
const TOLERANCE: i64 = 300;

/// Why a message isn't believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSigned {
    /// There is no signature, or none that can be read.
    #[error("the message carries no signature of Stripe's")]
    Missing,
    /// It was signed too long ago, or will be.
    #[error("the message's signature is {0} seconds from now; 300 are allowed")]
    Late(i64),
    /// None of its signatures is made with one of the secrets.
    #[error("the message isn't signed with a secret of this endpoint")]
    Wrong,
}

/// Checks the `Stripe-Signature` header of a message against each secret. The body must be as it
/// came, byte for byte.
pub(crate) fn verify(header: &str, body: &[u8], secrets: &[String], now: Timestamp) -> Result<(), NotSigned> {
    let parts = || header.split(',').filter_map(|part| part.trim().split_once('='));
    let time = parts().find_map(|(name, value)| (name == "t").then_some(value)).ok_or(NotSigned::Missing)?;
    let seconds: i64 = time.parse().map_err(|_| NotSigned::Missing)?;
    let signatures: Vec<Vec<u8>> =
        parts().filter(|(name, _)| *name == "v1").filter_map(|(_, value)| unhex(value)).collect();
    if signatures.is_empty() {
        return Err(NotSigned::Missing);
    }
    let made_with = |secret: &String| {
        let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).ok()?;
        mac.update(time.as_bytes());
        mac.update(b".");
        mac.update(body);
        // Compared in constant time.
        signatures.iter().any(|signature| mac.clone().verify_slice(signature).is_ok()).then_some(())
    };
    secrets.iter().find_map(made_with).ok_or(NotSigned::Wrong)?;
    match now.as_second().saturating_sub(seconds) {
        away if away.abs() > TOLERANCE => Err(NotSigned::Late(away)),
        _ => Ok(()),
    }
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> =
        text.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect::<Option<_>>()?;
    digits
        .len()
        .is_multiple_of(2)
        .then(|| digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signature(secret: &str, time: i64, body: &[u8]) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("any length");
        mac.update(format!("{time}.").as_bytes());
        mac.update(body);
        kernel::hash::hex(&mac.finalize().into_bytes())
    }

    #[test]
    fn only_what_stripe_signed_now_is_believed() {
        let now = Timestamp::from_second(1_000_000).expect("in range");
        let secrets = ["whsec_new".to_owned(), "whsec_old".to_owned()];
        let at = |time: i64, secret: &str| format!("t={time},v1={}", signature(secret, time, b"{}"));
        let check = |header: &str, body: &[u8]| verify(header, body, &secrets, now);
        let good = at(1_000_000, "whsec_new");
        assert_eq!(check(&good, b"{}"), Ok(()));
        assert_eq!(check(&at(1_000_000, "whsec_old"), b"{}"), Ok(()), "while a secret is replaced");
        assert_eq!(check(&at(1_000_300, "whsec_new"), b"{}"), Ok(()));
        assert_eq!(check(&at(999_700, "whsec_new"), b"{}"), Ok(()));
        assert_eq!(check(&at(1_000_301, "whsec_new"), b"{}"), Err(NotSigned::Late(-301)));
        assert_eq!(check(&at(999_699, "whsec_new"), b"{}"), Err(NotSigned::Late(301)));
        assert_eq!(check(&at(1_000_000, "whsec_none"), b"{}"), Err(NotSigned::Wrong));
        assert_eq!(check(&good, b"{ }"), Err(NotSigned::Wrong), "an altered body");
        let several = format!("t=1000000,v1={},{}", "00".repeat(32), &good["t=1000000,".len()..]);
        assert_eq!(check(&several, b"{}"), Ok(()), "one of several");
        for header in ["", "t=1", "v1=00", "t=x,v1=00", "t=1,v1=0", "t=1,v1=é", "t=1000000,v0=00"] {
            assert_eq!(check(header, b"{}"), Err(NotSigned::Missing), "{header}");
        }
        assert_eq!(verify(&good, b"{}", &[], now), Err(NotSigned::Wrong), "no secret opens nothing");
    }
}
