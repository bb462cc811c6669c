//! The site under the walk, served anew with nothing in memory.

use std::sync::Arc;

use anyhow::{Context, Result};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use url::Url;

use super::Site;

/// A running server over the system's parts.
pub(super) struct Serving {
    /// Where it is walked: itself, or the proxy before it.
    pub(super) base: Url,
    cancel: CancellationToken,
    server: JoinHandle<std::io::Result<()>>,
    follower: JoinHandle<()>,
    letters: JoinHandle<()>,
    notices: JoinHandle<()>,
}

impl Serving {
    /// Starts one where the configuration says.
    pub(super) async fn start(site: &Site<'_>) -> Result<Self> {
        let listen = site.config.listen;
        let listener =
            TcpListener::bind(listen).await.with_context(|| format!("can't listen on {listen}"))?;
        let base = site.config.base_url(listener.local_addr()?)?;
        let app = site.system.gateway(site.config, base.clone(), Some(Arc::clone(&site.mailbox)))?;
        let cancel = CancellationToken::new();
        let follower = tokio::spawn(gateway::follow_changes(app.clone(), cancel.clone()));
        let letters = tokio::spawn(gateway::send_letters(app.clone(), cancel.clone()));
        let notices = tokio::spawn(gateway::send_notices(app.clone(), cancel.clone()));
        let server = tokio::spawn(gateway::serve(app, listener, cancel.clone()));
        Ok(Self { base, cancel, server, follower, letters, notices })
    }

    /// Stops it; its memory is gone.
    pub(super) async fn stop(self) -> Result<()> {
        self.cancel.cancel();
        self.follower.await?;
        self.letters.await?;
        self.notices.await?;
        Ok(self.server.await??)
    }
}
