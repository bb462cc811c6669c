//! The listener for those who operate the site: numbers for Prometheus, and health.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use gateway::Monitor;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::wiring::System;

/// How often old samples are folded into their sums, so that they don't pile up between scrapes.
const UPKEEP_EVERY: Duration = Duration::from_secs(5);

/// A running listener.
pub(crate) struct Listening {
    address: SocketAddr,
    cancel: CancellationToken,
    server: JoinHandle<std::io::Result<()>>,
}

/// Starts it at this address, and starts counting.
pub(crate) async fn serve(system: &System, listen: SocketAddr) -> Result<Listening> {
    let prometheus = recorder()?;
    let listener =
        TcpListener::bind(listen).await.with_context(|| format!("can't serve metrics on {listen}"))?;
    let address = listener.local_addr()?;
    let cancel = CancellationToken::new();
    tokio::spawn(keep_up(prometheus.clone(), cancel.clone()));
    let monitor = Monitor {
        content: system.content.clone(),
        search: system.engine.indexer.clone(),
        mail: system.mail.clone(),
        billing: system.billing.clone(),
        render: Arc::new(move || prometheus.render()),
    };
    let server = tokio::spawn(gateway::monitor(monitor, listener, cancel.clone()));
    Ok(Listening { address, cancel, server })
}

impl Listening {
    /// Where Prometheus finds the numbers.
    pub(crate) fn url(&self) -> Result<Url> {
        Ok(format!("http://{}/metrics", self.address).parse()?)
    }

    /// Stops it.
    pub(crate) async fn stop(self) -> Result<()> {
        self.cancel.cancel();
        Ok(self.server.await??)
    }
}

/// The process's recorder; there can be one only.
fn recorder() -> Result<PrometheusHandle> {
    static RECORDER: Mutex<Option<PrometheusHandle>> = Mutex::new(None);
    let mut recorder = RECORDER.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(handle) = &*recorder {
        return Ok(handle.clone());
    }
    let handle = PrometheusBuilder::new().install_recorder().context("can't count")?;
    Ok(recorder.insert(handle).clone())
}

async fn keep_up(prometheus: PrometheusHandle, cancel: CancellationToken) {
    while tokio::time::timeout(UPKEEP_EVERY, cancel.cancelled()).await.is_err() {
        prometheus.run_upkeep();
    }
}
