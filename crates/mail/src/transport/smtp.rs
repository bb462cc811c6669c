//! Delivery through a mail server.

use std::time::Duration;

use jiff::Timestamp;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use url::Url;
use uuid::Uuid;

use super::{Fate, Refused, Unusable};
use crate::error::MailError;
use crate::message::{self, Sender};
use crate::outgoing::Outgoing;

/// How long one step of the conversation may take.
const STEP: Duration = Duration::from_secs(20);

/// How long one mail may take in all; shorter than a courier's lease, so that nobody else takes it
/// meanwhile.
pub(crate) const PATIENCE: Duration = Duration::from_mins(1);

/// Codes (RFC 4954) that speak of our own credentials, not of the mail: an operator will mend them,
/// and no mail should be lost until then.
const OURS: [u16; 4] = [530, 534, 535, 538];

/// A pool of connections to one mail server.
#[derive(Clone, Debug)]
pub(crate) struct Smtp(AsyncSmtpTransport<Tokio1Executor>);

impl Smtp {
    pub(crate) fn connect(url: &str) -> Result<Self, MailError> {
        let url = explicit(url)?;
        // lettre's own message could quote the address, password and all.
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.as_str())
            .map_err(|_| MailError::Server("the mail server can't be set up".to_owned()))?;
        Ok(Self(builder.timeout(Some(STEP)).build()))
    }

    pub(crate) async fn check(&self) -> Result<(), Unusable> {
        let unusable = |problem: String, refusal| Err(Unusable { problem, refusal });
        match tokio::time::timeout(STEP, self.0.test_connection()).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Ok(false)) => unusable("the mail server breaks the connection off".to_owned(), false),
            Ok(Err(error)) => unusable(error.to_string(), error.is_permanent() || error.is_transient()),
            Err(_) => unusable(format!("the mail server says nothing for {} seconds", STEP.as_secs()), false),
        }
    }

    pub(crate) async fn hand_over(
        &self,
        sender: &Sender,
        id: Uuid,
        queued: Timestamp,
        mail: &Outgoing,
    ) -> Result<(), Refused> {
        let message = message::build(sender, id, queued, mail).map_err(|error| Refused {
            fate: Fate::Permanent,
            code: None,
            problem: format!("the message can't be built: {error}"),
        })?;
        match tokio::time::timeout(PATIENCE, self.0.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(error.into()),
            Err(_) => {
                let problem = format!("the server took longer than {} seconds", PATIENCE.as_secs());
                Err(Refused { fate: Fate::Temporary, code: None, problem })
            }
        }
    }
}

/// The address with what it means spelled out the way lettre expects it: lettre takes no `tls` for
/// no encryption, where we take it for the safe choice.
fn explicit(text: &str) -> Result<Url, MailError> {
    let refuse = |problem: &str| Err(MailError::Server(problem.to_owned()));
    let Ok(mut url) = Url::parse(text) else {
        return refuse("the address of the mail server is no URL");
    };
    if url.host_str().is_none_or(str::is_empty) {
        return refuse("the address of the mail server names no host");
    }
    let options: Vec<(String, String)> =
        url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
    let tls = match options.as_slice() {
        [] => None,
        [(name, value)] if name == "tls" => Some(value.as_str()),
        _ => return refuse("the address of the mail server has options other than tls"),
    };
    let query = match (url.scheme(), tls) {
        ("smtps", None) | ("smtp", Some("none")) => None,
        ("smtp", None | Some("required")) => Some("tls=required"),
        ("smtp", Some("opportunistic")) => Some("tls=opportunistic"),
        ("smtp", Some(_)) => return refuse("tls is none of the known choices"),
        ("smtps", Some(_)) => return refuse("smtps:// is encrypted from the start and takes no tls"),
        _ => return refuse("the address of the mail server has another scheme"),
    };
    url.set_query(query);
    Ok(url)
}

impl From<lettre::transport::smtp::Error> for Refused {
    fn from(error: lettre::transport::smtp::Error) -> Self {
        let code = error.status().map(u16::from);
        let permanent = error.is_permanent() && !code.is_some_and(|code| OURS.contains(&code));
        let fate = if permanent { Fate::Permanent } else { Fate::Temporary };
        Self { fate, code, problem: error.to_string() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encryption_is_the_default() {
        let table = [
            ("smtp://mail.example", Some("smtp://mail.example?tls=required")),
            ("smtp://u:p@mail.example:587?tls=required", Some("smtp://u:p@mail.example:587?tls=required")),
            ("smtp://mail.example?tls=opportunistic", Some("smtp://mail.example?tls=opportunistic")),
            ("smtp://127.0.0.1:2525?tls=none", Some("smtp://127.0.0.1:2525")),
            ("smtps://u:p@mail.example", Some("smtps://u:p@mail.example")),
            ("smtps://mail.example?tls=none", None),
            ("smtp://mail.example?tls=maybe", None),
            ("smtp://mail.example?starttls=1", None),
            ("http://mail.example", None),
            ("mail.example:25", None),
            ("smtp:", None),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(explicit(text).ok().as_ref().map(Url::as_str), expected, "{text}");
        }
    }

    #[test]
    fn passwords_are_not_repeated() {
        for text in ["http://u:hush@mail.example", "smtp://u:hush@mail.example?tls=x", "smtp://u:hush@:99999"]
        {
            let error = Smtp::connect(text).expect_err("refused").to_string();
            assert!(!error.contains("hush"), "{error}");
        }
    }
}
