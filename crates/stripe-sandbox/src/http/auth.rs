//! Who may call: holders of test keys.

use http::{HeaderMap, header};
use percent_encoding::percent_decode_str;

use crate::{
    config::is_live,
    error::{Answer, Refusal},
};

/// Lets a call in by `Authorization: Bearer sk_test_…` (or Basic, with the key as user name).
pub(super) fn check(headers: &HeaderMap, known: &[String]) -> Answer<()> {
    let Some(key) = key(headers) else {
        return Err(Refusal::unauthorized(
            "You did not provide an API key. Provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
        ));
    };
    if is_live(&key) {
        return Err(Refusal::unauthorized(
            "This is the Stripe sandbox and takes test keys only; a live key was sent. Point production at https://api.stripe.com, and roll this key if the machine is not yours.",
        ));
    }
    let is_test =
        ["sk_test_", "rk_test_"].iter().any(|prefix| key.len() > prefix.len() && key.starts_with(prefix));
    if !is_test || !(known.is_empty() || known.contains(&key)) {
        let end: String = key.chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect();
        return Err(Refusal::unauthorized(format!("Invalid API Key provided: ****{end}")));
    }
    Ok(())
}

fn key(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, rest) = value.split_once(' ')?;
    let rest = rest.trim();
    if scheme.eq_ignore_ascii_case("bearer") {
        return Some(rest.to_owned());
    }
    if scheme.eq_ignore_ascii_case("basic") {
        return basic_user(rest);
    }
    None
}

fn basic_user(encoded: &str) -> Option<String> {
    let decoded = base64(encoded)?;
    let user = decoded.split(':').next()?;
    Some(percent_decode_str(user).decode_utf8_lossy().into_owned())
}

fn base64(encoded: &str) -> Option<String> {
    use ::base64::Engine as _;
    String::from_utf8(::base64::engine::general_purpose::STANDARD.decode(encoded).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, header};

    use super::check;

    fn with(value: &str) -> HeaderMap {
        HeaderMap::from_iter([(header::AUTHORIZATION, value.parse().unwrap())])
    }

    #[test]
    fn test_keys_enter_and_others_do_not() {
        assert!(check(&with("Bearer sk_test_1"), &[]).is_ok());
        assert!(check(&with("Basic c2tfdGVzdF8xOg=="), &[]).is_ok());
        assert!(check(&HeaderMap::new(), &[]).is_err());
        assert!(check(&with("Bearer sk_test_"), &[]).is_err());
        assert!(check(&with("Bearer pk_test_1"), &[]).is_err());
        assert!(check(&with("Bearer sk_test_1"), &["sk_test_2".into()]).is_err());
        let refusal = check(&with("Bearer sk_live_1"), &[]).unwrap_err();
        assert!(refusal.message().contains("live key"));
    }
}
