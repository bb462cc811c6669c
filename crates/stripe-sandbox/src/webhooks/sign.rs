//! `Stripe-Signature` (Stripe "webhooks/signature"): `t=…,v1=…`, HMAC-SHA256 of `t.body` by each secret.

use std::fmt::Write as _;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

/// The header's value, with a `v1` for each secret.
pub(crate) fn header(timestamp: i64, body: &str, secrets: &[String]) -> String {
    let mut value = format!("t={timestamp}");
    for secret in secrets {
        // Writing to a string can't fail.
        let _ = write!(value, ",v1={}", signature(timestamp, body, secret));
    }
    value
}

fn signature(timestamp: i64, body: &str, secret: &str) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return String::new() };
    mac.update(format!("{timestamp}.{body}").as_bytes());
    mac.finalize().into_bytes().iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::header;

    #[test]
    fn each_secret_signs_timestamp_and_body() {
        // echo -n '1614556800.{"id":"evt_1"}' | openssl dgst -sha256 -hmac whsec_test
        let one = header(1_614_556_800, r#"{"id":"evt_1"}"#, &["whsec_test".into()]);
        assert_eq!(one, "t=1614556800,v1=e326b9127f526dab808bd39e79a44ab61b0dc0517386b06a7abf563ce203409b");
        let two = header(1_614_556_800, r#"{"id":"evt_1"}"#, &["whsec_test".into(), "whsec_old".into()]);
        assert!(two.starts_with(&one));
        assert_eq!(two.matches("v1=").count(), 2);
    }
}
