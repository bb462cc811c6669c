//! One mail to one reader.

use std::fmt;

use kernel::Email;

/// A mail, rendered, in text and HTML. Control characters in the subject become spaces.
#[derive(Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// Who gets it.
    pub to: Email,
    /// Its subject.
    pub subject: String,
    /// The text of those who read text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

impl Outgoing {
    /// The subject on one line, so that it can't become a second header.
    pub(crate) fn line(subject: &str) -> String {
        subject.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
    }
}

/// What is said to readers has no place in logs: it can hold sign-in links.
impl fmt::Debug for Outgoing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outgoing").field("to", &self.to).finish_non_exhaustive()
    }
}
