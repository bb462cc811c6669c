//! Hearing of changes: the outbox tells every node what to drop from memory.

use std::time::Duration;

use content::StoreError;
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::courtesy;

/// How often other processes' changes are looked for. Those of this process wake the loop at once.
const POLL: Duration = Duration::from_millis(250);

/// Follows the outbox until cancelled. An error (the database is away) drops everything, so that no
/// page outlives a change that couldn't be heard.
pub async fn follow_changes(app: App, cancel: CancellationToken) {
    let mut woken = app.content.watch();
    let mut seen = None;
    while !cancel.is_cancelled() {
        match catch_up(&app, seen).await {
            Ok(now) => seen = Some(now),
            Err(error) => {
                tracing::error!(%error, "can't follow the outbox; all pages are rendered anew");
                forget_everything(&app);
                seen = None;
            }
        }
        courtesy::refresh(&app).await;
        tokio::select! {
            () = cancel.cancelled() => {}
            () = tokio::time::sleep(POLL) => {}
            _ = woken.changed() => {}
        }
    }
}

/// Applies what came after `seen`; the first time, starts from an empty memory.
async fn catch_up(app: &App, seen: Option<i64>) -> Result<i64, StoreError> {
    let Some(mut seen) = seen else {
        let head = app.content.outbox_head().await?;
        forget_everything(app);
        return Ok(head);
    };
    loop {
        let entries = app.content.changes(seen, 500).await?;
        let Some(last) = entries.last() else { return Ok(seen) };
        seen = last.seq;
        app.publications.forget();
        let changes: Vec<_> = entries.into_iter().map(|entry| entry.change).collect();
        app.pages.invalidate(&changes);
    }
}

fn forget_everything(app: &App) {
    app.publications.forget();
    app.pages.invalidate(&[content::store::Change::Site]);
}
