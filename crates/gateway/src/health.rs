//! `/healthz` (the process runs) and `/readyz` (it can answer), for whoever restarts and routes.

use axum::extract::State;
use content::Store;
use http::StatusCode;

use crate::app::App;

/// The process runs.
pub(crate) async fn alive() -> (StatusCode, &'static str) {
    (StatusCode::OK, "ok\n")
}

/// The database answers. Search may be down: articles are served all the same.
pub(crate) async fn ready(State(app): State<App>) -> (StatusCode, &'static str) {
    of(&app.content).await
}

/// Whether the database answers.
pub(crate) async fn of(content: &Store) -> (StatusCode, &'static str) {
    match content.outbox_head().await {
        Ok(_) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}
