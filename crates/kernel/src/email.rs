//! E-mail addresses as identities.

use std::fmt;
use std::str::FromStr;

use email_address::{EmailAddress, Options};
use serde::{Deserialize, Serialize};

/// A valid address (RFC 5321) in lower case, so that one person is one account.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// The text is not an e-mail address.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not an e-mail address; expected a form like name@example.org")]
pub struct NotAnEmail;

impl Email {
    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Email {
    type Err = NotAnEmail;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let options = Options::default().with_required_tld().without_display_text().without_domain_literal();
        EmailAddress::parse_with_options(text.trim(), options)
            .map(|address| Self(address.as_str().to_lowercase()))
            .map_err(|_| NotAnEmail)
    }
}

impl TryFrom<String> for Email {
    type Error = NotAnEmail;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Addresses are personal data: logs see only the first letter and the domain.
impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, domain) = self.0.split_once('@').unwrap_or((&self.0, ""));
        write!(f, "Email({}…@{domain})", name.chars().next().unwrap_or('?'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_lower_case_and_trimmed() {
        let email: Email = " Reader@Example.ORG ".parse().expect("valid");
        assert_eq!(email.as_str(), "reader@example.org");
        assert_eq!(format!("{email:?}"), "Email(r…@example.org)");
    }

    #[test]
    fn nonsense_is_refused() {
        for text in ["", "a", "a@", "@b.org", "a@b", "a b@c.org", "A <a@b.org>", "a@b.org\r\nBcc: c@d.org"] {
            assert_eq!(text.parse::<Email>(), Err(NotAnEmail), "{text}");
        }
    }
}
