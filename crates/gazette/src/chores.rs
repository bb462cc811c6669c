//! What a worker does by the clock.

use std::time::Duration;

use accounts::Accounts;
use billing::Billing;
use content::Store;
use content::media::MediaStore;
use jiff::SignedDuration;
use kernel::Clock;
use mail::Mailroom;
use tokio_util::sync::CancellationToken;
use tracing::Instrument;

/// How often it is looked for what is due: an article appears at most this long after its time.
const PUBLISH_EVERY: Duration = Duration::from_secs(1);
/// How often it is looked for uploaded pictures whose variants aren't made.
const VARIANTS_EVERY: Duration = Duration::from_secs(2);
/// How often old sign-ins, ended sessions, sent mail and old changes are deleted.
const SWEEP_EVERY: Duration = Duration::from_hours(1);
/// How long changes are remembered. An index that was away for longer is built anew.
const CHANGES_KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Publishes scheduled translations when their time has come.
pub(crate) async fn publish_due(content: Store, cancel: CancellationToken) {
    loop {
        match content.publish_due().instrument(tracing::info_span!("publish")).await {
            Ok(0) => {}
            Ok(published) => {
                count("publish", "done");
                tracing::info!(published, "published on schedule");
            }
            Err(error) => {
                count("publish", "failed");
                tracing::error!(%error, "can't publish what is due; trying again");
            }
        }
        if cancelled_within(PUBLISH_EVERY, &cancel).await {
            return;
        }
    }
}

/// Makes the variants of uploaded pictures, so that no reader waits for them. What can't be made is
/// left to be made, or to fail, when it is asked for.
pub(crate) async fn make_variants(content: Store, media: MediaStore, cancel: CancellationToken) {
    loop {
        let due = content.variants_due(8).instrument(tracing::info_span!("variants")).await;
        let due = due.unwrap_or_else(|error| {
            count("variants", "failed");
            tracing::error!(%error, "can't ask which variants are due; trying again");
            Vec::new()
        });
        let idle = due.is_empty();
        for (hash, width, focus) in due {
            let made = media.make_all(&hash, width, focus).await;
            count("variants", if made.is_ok() { "done" } else { "failed" });
            if let Err(error) = made {
                tracing::error!(%error, picture = hash, "can't make the variants of a picture");
            }
            if let Err(error) = content.variants_made(&hash).await {
                tracing::error!(%error, picture = hash, "can't note that variants are made");
            }
        }
        if idle && cancelled_within(VARIANTS_EVERY, &cancel).await || cancel.is_cancelled() {
            return;
        }
    }
}

/// What is swept.
pub(crate) struct Sweep {
    pub(crate) accounts: Accounts,
    pub(crate) content: Store,
    pub(crate) billing: Billing,
    pub(crate) mail: Mailroom,
    pub(crate) clock: std::sync::Arc<dyn Clock>,
}

impl Sweep {
    /// Deletes what is kept only for a time, so that no address outlives its purpose and nothing
    /// grows for ever.
    pub(crate) async fn run(self, cancel: CancellationToken) {
        loop {
            self.once().instrument(tracing::info_span!("sweep")).await;
            if cancelled_within(SWEEP_EVERY, &cancel).await {
                return;
            }
        }
    }

    async fn once(&self) {
        let swept = |outcome: Result<String, String>, what: &str| match outcome {
            Ok(swept) => {
                count("sweep", "done");
                tracing::debug!(swept, what, "swept");
            }
            Err(error) => {
                count("sweep", "failed");
                tracing::error!(error, what, "can't sweep; trying again");
            }
        };
        let accounts = self.accounts.sweep().await;
        swept(accounts.map(|swept| format!("{swept:?}")).map_err(|error| error.to_string()), "accounts");
        let given = self.billing.sweep_courtesies().await;
        swept(given.map(|swept| swept.to_string()).map_err(|error| error.to_string()), "what was given away");
        let mail = self.mail.sweep().await;
        swept(mail.map(|swept| swept.to_string()).map_err(|error| error.to_string()), "mail");
        let deleted = self.content.sweep_deleted().await;
        swept(deleted.map(|swept| swept.to_string()).map_err(|error| error.to_string()), "deleted stories");
        let now = self.clock.now();
        let before = now.saturating_sub(CHANGES_KEPT).unwrap_or(now);
        let changes = self.content.trim_outbox(before).await;
        swept(changes.map(|swept| swept.to_string()).map_err(|error| error.to_string()), "changes");
    }
}

fn count(job: &'static str, outcome: &'static str) {
    metrics::counter!("gazette_jobs_total", "job" => job, "outcome" => outcome).increment(1);
}

async fn cancelled_within(time: Duration, cancel: &CancellationToken) -> bool {
    tokio::time::timeout(time, cancel.cancelled()).await.is_ok()
}
