//! Addresses of the door.

use accounts::ReturnTo;
use url::form_urlencoded::byte_serialize;

/// Where a second factor is set up.
pub(crate) const FACTOR: &str = "/admin/security/factor";
pub(super) const SIGN_IN: &str = "/admin/sign-in";
pub(super) const SIGN_IN_FACTOR: &str = "/admin/sign-in/factor";
pub(super) const SECURITY: &str = "/admin/security";
pub(super) const PROOF: &str = "/admin/security/proof";

/// The newsroom's sign-in, from which the way leads on to `back`.
pub(crate) fn sign_in(back: &str) -> String {
    with_return(SIGN_IN, back)
}

/// An address from which the way leads on to `back`.
pub(super) fn with_return(path: &str, back: &str) -> String {
    format!("{path}?return_to={}", byte_serialize(back.as_bytes()).collect::<String>())
}

/// A path on this site, or the newsroom's first page.
pub(super) fn return_to(text: &str) -> String {
    match text.parse::<ReturnTo>() {
        Ok(path) if path.as_str() != SIGN_IN => path.to_string(),
        _ => "/admin".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_leads_nowhere_else() {
        assert_eq!(return_to("/admin/stories?state=draft"), "/admin/stories?state=draft");
        for elsewhere in ["", "https://evil.example", "//evil.example", "/\\evil.example", SIGN_IN] {
            assert_eq!(return_to(elsewhere), "/admin", "{elsewhere}");
        }
        assert_eq!(sign_in("/admin/a?b=c&d"), "/admin/sign-in?return_to=%2Fadmin%2Fa%3Fb%3Dc%26d");
    }
}
