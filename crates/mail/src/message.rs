//! The message as it goes over the wire (RFC 5322, MIME).

use std::time::SystemTime;

use jiff::Timestamp;
use lettre::Message;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use uuid::Uuid;

use crate::error::MailError;
use crate::outgoing::Outgoing;

/// Who mail comes from.
#[derive(Clone, Debug)]
pub(crate) struct Sender(Mailbox);

impl Sender {
    /// `Name <address>`, or an address.
    pub(crate) fn parse(text: &str) -> Result<Self, MailError> {
        text.trim().parse().map(Self).map_err(|_| MailError::Sender(text.to_owned()))
    }
}

/// Puts the message together. `queued` is when it was queued; `id` names it for good, so that a
/// mail that is delivered twice can be recognised.
pub(crate) fn build(
    sender: &Sender,
    id: Uuid,
    queued: Timestamp,
    mail: &Outgoing,
) -> Result<Message, lettre::error::Error> {
    let recipient = mail.to.as_str().parse().map_err(|_| lettre::error::Error::MissingTo)?;
    let message_id = format!("<{id}@{}>", sender.0.email.domain());
    let date = SystemTime::try_from(queued).unwrap_or(SystemTime::UNIX_EPOCH);
    // RFC 3834: keeps out-of-office replies away.
    let automatic =
        HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned());
    Message::builder()
        .from(sender.0.clone())
        .to(Mailbox::new(None, recipient))
        .subject(Outgoing::line(&mail.subject))
        .date(date)
        .message_id(Some(message_id))
        .raw_header(automatic)
        .multipart(MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn headers(subject: &str) -> Vec<String> {
        let sender = Sender::parse("Der Meridian <post@example.org>").expect("a sender");
        let to = "reader@example.org".parse().expect("an address");
        let mail = Outgoing { to, subject: subject.to_owned(), text: "t".to_owned(), html: "h".to_owned() };
        let queued = Timestamp::from_second(1_764_000_000).expect("in range");
        let message = build(&sender, Uuid::from_u128(7), queued, &mail).expect("built").formatted();
        let message = String::from_utf8(message).expect("ASCII headers");
        let (head, _) = message.split_once("\r\n\r\n").expect("a body");
        let first = |line: &&str| !line.starts_with([' ', '\t']);
        head.split("\r\n")
            .filter(first)
            .map(|line| line.split(':').next().unwrap_or(line).to_owned())
            .collect()
    }

    #[test]
    fn a_message_says_what_it_must() {
        let expected =
            ["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type"];
        assert_eq!(headers("Hello"), expected);
        assert!(Sender::parse("nobody").is_err());
        assert!(Sender::parse("post@example.org").is_ok());
    }

    proptest! {
        /// Whatever a subject holds, it stays one header.
        #[test]
        fn no_subject_makes_a_header(subject in any::<String>()) {
            prop_assert_eq!(headers(&subject), headers("Hello"));
        }

        #[test]
        fn not_even_one_that_tries(before in "[ -~]{0,90}", end in "(\r\n|\n|\r|\u{85}|\u{2028})", after in "[ -~]{0,40}") {
            let subject = format!("{before}{end}Bcc: victim@example.org{end}{end}{after}");
            prop_assert_eq!(headers(&subject), headers("Hello"));
        }
    }
}
