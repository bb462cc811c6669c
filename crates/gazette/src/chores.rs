//! What a worker does by the clock.

use std::time::Duration;

use accounts::Accounts;
use billing::Billing;
use content::Store;
use mail::Mailroom;
use tokio_util::sync::CancellationToken;

/// How often it is looked for what is due: an article appears at most this long after its time.
const PUBLISH_EVERY: Duration = Duration::from_secs(1);
/// How often old sign-ins, ended sessions and sent mail are deleted.
const SWEEP_EVERY: Duration = Duration::from_hours(1);

/// Publishes scheduled translations when their time has come.
pub(crate) async fn publish_due(content: Store, cancel: CancellationToken) {
    loop {
        match content.publish_due().await {
            Ok(0) => {}
            Ok(published) => tracing::info!(published, "published on schedule"),
            Err(error) => tracing::error!(%error, "can't publish what is due; trying again"),
        }
        if cancelled_within(PUBLISH_EVERY, &cancel).await {
            return;
        }
    }
}

/// Deletes what is kept only for a time, so that no address outlives its purpose.
pub(crate) async fn sweep(accounts: Accounts, billing: Billing, mail: Mailroom, cancel: CancellationToken) {
    loop {
        match accounts.sweep().await {
            Ok(swept) => tracing::debug!(?swept, "swept sign-ins and sessions"),
            Err(error) => tracing::error!(%error, "can't sweep sign-ins and sessions; trying again"),
        }
        match billing.sweep_courtesies().await {
            Ok(swept) => tracing::debug!(swept, "swept what was read without a plan"),
            Err(error) => tracing::error!(%error, "can't sweep what was read without a plan; trying again"),
        }
        match mail.sweep().await {
            Ok(swept) => tracing::debug!(swept, "swept mail"),
            Err(error) => tracing::error!(%error, "can't sweep mail; trying again"),
        }
        if cancelled_within(SWEEP_EVERY, &cancel).await {
            return;
        }
    }
}

async fn cancelled_within(time: Duration, cancel: &CancellationToken) -> bool {
    tokio::time::timeout(time, cancel.cancelled()).await.is_ok()
}
