//! `gazette serve`.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result};
use mail::Mailbox;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::cli::Role;
use crate::config::Config;
use crate::wiring::{Post, System};
use crate::{database, metrics, shutdown};

/// Serves until a signal.
pub(crate) async fn run(config: &Config, role: Role) -> Result<ExitCode> {
    let cancel = shutdown::on_signal()?;
    let database = match role {
        Role::Web => database::open(config).await?,
        Role::All | Role::Worker => database::open_migrated(config).await?,
    };
    let system = System::open(config, database)?;
    serve(config, &system, role, None, cancel, |_| String::new()).await?;
    Ok(ExitCode::SUCCESS)
}

/// Serves `system` until cancelled, then lets requests and jobs finish. `ready` is called once the
/// address is known; what it gives is printed after the line that says so.
pub(crate) async fn serve(
    config: &Config,
    system: &System,
    role: Role,
    mailbox: Option<Arc<Mailbox>>,
    cancel: CancellationToken,
    ready: impl FnOnce(SocketAddr) -> String,
) -> Result<()> {
    let metrics = match config.metrics_listen {
        Some(listen) => Some(metrics::serve(system, listen).await?),
        None => None,
    };
    if let Some(metrics) = &metrics {
        super::print(&format!("gazette metrics on {}", metrics.url()?));
    }
    let tasks = TaskTracker::new();
    if role != Role::Web {
        let post = mailbox.clone().map_or(Post::Configured, Post::Captured);
        system.start_work(config, post, &tasks, &cancel)?;
    }
    system.start_indexing(role, &tasks, &cancel)?;
    if role == Role::Worker {
        // Mail leads to the site, which others serve.
        let app = system.gateway(config, config.base_url(config.listen)?, mailbox)?;
        tasks.spawn(gateway::follow_changes(app.clone(), cancel.clone()));
        tasks.spawn(gateway::send_letters(app.clone(), cancel.clone()));
        tasks.spawn(gateway::draft_by_machine(app.clone(), cancel.clone()));
        tasks.spawn(gateway::send_notices(app, cancel.clone()));
        cancel.cancelled().await;
    } else {
        system.start_counting(&tasks, &cancel);
        let listener = TcpListener::bind(config.listen)
            .await
            .with_context(|| format!("can't listen on {}", config.listen))?;
        let bound = listener.local_addr()?;
        let app = system.gateway(config, config.base_url(bound)?, mailbox)?;
        tasks.spawn(gateway::follow_changes(app.clone(), cancel.clone()));
        gateway::open_counting(&app).await;
        tasks.spawn(gateway::keep_counting(app.clone(), cancel.clone()));
        if role != Role::Web {
            tasks.spawn(gateway::send_notices(app.clone(), cancel.clone()));
            tasks.spawn(gateway::send_letters(app.clone(), cancel.clone()));
            tasks.spawn(gateway::draft_by_machine(app.clone(), cancel.clone()));
        }
        // On an empty data folder: the page on which a publication begins, for who reads this.
        let setup = app.open_setup().await?.map(|url| format!("set-up: {url}\n")).unwrap_or_default();
        super::print(&format!("{setup}gazette listening on http://{bound}\n{}", ready(bound)));
        gateway::serve(app, listener, cancel.clone()).await?;
    }
    tasks.close();
    tasks.wait().await;
    if let Some(metrics) = metrics {
        metrics.stop().await?;
    }
    Ok(())
}
