//! A listener for those who operate the site, apart from the readers': `/metrics`, `/healthz` and
//! `/readyz`, in every role of a process.

use std::fmt;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use billing::Billing;
use content::Store;
use http::StatusCode;
use mail::Mailroom;
use search::Indexer;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::health;

/// What is looked at.
#[derive(Clone)]
pub struct Monitor {
    /// Articles, and the outbox of their changes.
    pub content: Store,
    /// The search index, if this node keeps it.
    pub search: Option<Arc<dyn Indexer>>,
    /// Outgoing mail.
    pub mail: Mailroom,
    /// What is to be done about money.
    pub billing: Billing,
    /// Gives everything that was counted, as Prometheus reads it.
    pub render: Arc<dyn Fn() -> String + Send + Sync>,
}

/// Serves until cancelled.
pub async fn monitor(
    monitor: Monitor,
    listener: TcpListener,
    cancel: CancellationToken,
) -> std::io::Result<()> {
    let router = Router::new()
        .route("/metrics", get(metrics))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(ready))
        .with_state(monitor);
    axum::serve(listener, router).with_graceful_shutdown(cancel.cancelled_owned()).await
}

async fn ready(State(monitor): State<Monitor>) -> (StatusCode, &'static str) {
    health::of(&monitor.content).await
}

/// Everything that was counted, and how far the work is behind at this moment.
async fn metrics(State(monitor): State<Monitor>) -> String {
    monitor.measure().await;
    (monitor.render)()
}

impl Monitor {
    /// Looks how much waits. What can't be looked up keeps its last value.
    async fn measure(&self) {
        let gauge = |name: &'static str, count: u64| {
            // A backlog past 2^52 can't be.
            #[expect(clippy::cast_precision_loss, reason = "counts are small")]
            metrics::gauge!(name).set(count as f64);
        };
        if let Some(index) = &self.search
            && let (Ok(head), Ok(cursor)) = (self.content.outbox_head().await, index.cursor().await)
        {
            let behind = head.saturating_sub(cursor.unwrap_or(0));
            gauge("gazette_index_changes_behind", u64::try_from(behind).unwrap_or(0));
        }
        if let Ok(waiting) = self.mail.waiting().await {
            gauge("gazette_mail_waiting", waiting);
        }
        if let Ok(tasks) = self.billing.backlog().await {
            gauge("gazette_billing_tasks_waiting", tasks.waiting);
            gauge("gazette_billing_tasks_given_up", tasks.given_up);
        }
    }
}

impl fmt::Debug for Monitor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Monitor").finish_non_exhaustive()
    }
}
