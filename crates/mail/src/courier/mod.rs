//! Carries queued mail out.

mod claim;
mod deliver;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::error::MailError;
use crate::mailroom::Mailroom;
use crate::message::Sender;
use crate::transport::Transport;
use deliver::Outcome;

/// Mails handed over at the same time, so that one slow conversation doesn't hold up the others.
const LANES: usize = 4;

/// How often the queue is looked at without being told: mail comes from other processes too, and
/// failed mail comes due.
const GLANCE: Duration = Duration::from_secs(1);

/// Empties the queue of a [`Mailroom`]. Several may, in one process or many: no mail is with two of
/// them at the same time.
#[derive(Clone, Debug)]
pub struct Courier {
    mailroom: Mailroom,
    transport: Transport,
    sender: Sender,
}

/// What came of the mail that was due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Delivered {
    /// Handed over.
    pub sent: usize,
    /// Refused for now; to be tried again.
    pub postponed: usize,
    /// Refused for good, or too often.
    pub given_up: usize,
}

impl Courier {
    /// A courier for `mailroom`. `from` is `Name <address>` or an address.
    pub fn new(mailroom: &Mailroom, transport: Transport, from: &str) -> Result<Self, MailError> {
        Ok(Self { mailroom: mailroom.clone(), transport, sender: Sender::parse(from)? })
    }

    /// Delivers whatever is due, one mail after the other, until nothing is.
    pub async fn deliver_due(&self) -> Result<Delivered, MailError> {
        let mut delivered = Delivered::default();
        while let Some(claimed) = self.claim().await? {
            match self.deliver(claimed).await? {
                Outcome::Sent => delivered.sent += 1,
                Outcome::Postponed => delivered.postponed += 1,
                Outcome::GivenUp => delivered.given_up += 1,
            }
        }
        Ok(delivered)
    }

    /// Delivers mail as it comes until cancelled; then finishes what is under way and returns.
    pub async fn run(self, cancel: CancellationToken) {
        let (lanes, under_way) = (Arc::new(Semaphore::new(LANES)), TaskTracker::new());
        loop {
            let lane = tokio::select! {
                () = cancel.cancelled() => break,
                lane = Arc::clone(&lanes).acquire_owned() => lane,
            };
            match self.claim().await {
                Ok(Some(claimed)) => {
                    let courier = self.clone();
                    under_way.spawn(async move {
                        if let Err(error) = courier.deliver(claimed).await {
                            tracing::error!(%error, "can't write down what came of a mail; it may go out again");
                        }
                        drop(lane);
                    });
                    continue;
                }
                Ok(None) => {}
                Err(error) => tracing::error!(%error, "can't read the mail queue; trying again"),
            }
            tokio::select! {
                () = cancel.cancelled() => break,
                () = self.mailroom.woken() => {}
                () = tokio::time::sleep(GLANCE) => {}
            }
        }
        under_way.close();
        under_way.wait().await;
    }
}
