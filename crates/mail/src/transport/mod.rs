//! How mail leaves: by SMTP, or into memory.

pub(crate) mod captured;
pub(crate) mod smtp;

use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use crate::error::MailError;
use crate::message::Sender;
use crate::outgoing::Outgoing;
use captured::{Captured, Mailbox};
use smtp::Smtp;

/// The way mail leaves; cheap to clone.
#[derive(Clone, Debug)]
pub struct Transport(Way);

#[derive(Clone, Debug)]
enum Way {
    Smtp(Smtp),
    Captured(Arc<Mailbox>),
}

/// Why no mail can be handed over.
#[derive(Debug, thiserror::Error)]
#[error("{problem}")]
pub struct Unusable {
    pub(crate) problem: String,
    pub(crate) refusal: bool,
}

impl Unusable {
    /// Whether the server answers, but refuses us.
    #[must_use]
    pub fn is_refusal(&self) -> bool {
        self.refusal
    }
}

/// Why a mail wasn't accepted.
#[derive(Debug)]
pub(crate) struct Refused {
    pub(crate) fate: Fate,
    /// The server's code (RFC 5321, section 4.2), if it answered.
    pub(crate) code: Option<u16>,
    /// What went wrong. Servers repeat addresses in it, so it isn't logged.
    pub(crate) problem: String,
}

/// Whether trying again can help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Temporary,
    Permanent,
}

impl Transport {
    /// Through a mail server: `smtp://user:password@host:587?tls=required`, or `smtps://…` where
    /// the connection begins with TLS. `tls` is `required` unless said otherwise; `opportunistic`
    /// and `none` are for servers on the same machine or network.
    pub fn smtp(url: &str) -> Result<Self, MailError> {
        Ok(Self(Way::Smtp(Smtp::connect(url)?)))
    }

    /// Into memory.
    #[must_use]
    pub fn captured(mailbox: Arc<Mailbox>) -> Self {
        Self(Way::Captured(mailbox))
    }

    /// Whether a mail could be handed over now: connects and signs in, and sends nothing.
    pub async fn check(&self) -> Result<(), Unusable> {
        match &self.0 {
            Way::Smtp(smtp) => smtp.check().await,
            Way::Captured(_) => Ok(()),
        }
    }

    /// Hands one mail over.
    pub(crate) async fn hand_over(
        &self,
        sender: &Sender,
        id: Uuid,
        queued: Timestamp,
        mail: Outgoing,
    ) -> Result<(), Refused> {
        match &self.0 {
            Way::Smtp(smtp) => smtp.hand_over(sender, id, queued, &mail).await,
            Way::Captured(mailbox) => {
                mailbox.put(Captured {
                    to: mail.to,
                    subject: mail.subject,
                    text: mail.text,
                    html: mail.html,
                    at: queued,
                });
                Ok(())
            }
        }
    }
}
