//! A mail as staff see it: that it was sent, and not what it says.

use jiff::Timestamp;
use kernel::time::from_millis;

use crate::entity::mail;

/// Digits in a row from which a number may be a code.
const CODE: usize = 5;

/// A mail that was queued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its subject, with dots for numbers that may be codes.
    pub subject: String,
    /// When it was queued.
    pub queued_at: Timestamp,
    /// How it stands.
    pub state: LetterState,
}

/// How a mail stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterState {
    /// It will be tried, or tried again.
    Waiting,
    /// A mail server has accepted it.
    Sent(Timestamp),
    /// It was given up.
    Failed,
}

impl Letter {
    pub(crate) fn of(row: &mail::Model) -> Self {
        let state = match (row.sent_at, row.next_at) {
            (Some(sent), _) => LetterState::Sent(from_millis(sent)),
            (None, Some(_)) => LetterState::Waiting,
            (None, None) => LetterState::Failed,
        };
        Self { subject: without_codes(&row.subject), queued_at: from_millis(row.created_at), state }
    }
}

fn without_codes(subject: &str) -> String {
    let mut out = String::with_capacity(subject.len());
    let mut digits = String::new();
    for c in subject.chars().chain(['\0']) {
        if c.is_numeric() {
            digits.push(c);
            continue;
        }
        let many = digits.chars().count();
        if many >= CODE {
            out.extend(std::iter::repeat_n('•', many));
        } else {
            out.push_str(&digits);
        }
        digits.clear();
        if c != '\0' {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_code_is_shown() {
        for (subject, shown) in [
            ("123456 ist Ihr Code für Gazette", "•••••• ist Ihr Code für Gazette"),
            ("Your code: ٤٥٦٧٨٩", "Your code: ••••••"),
            ("Your refund: €4.90", "Your refund: €4.90"),
            ("Renews on 3 May 2027", "Renews on 3 May 2027"),
            ("", ""),
        ] {
            assert_eq!(without_codes(subject), shown);
        }
    }
}
