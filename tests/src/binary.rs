//! The binary under test.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// A command line of the binary that was built with these tests.
///
/// # Panics
/// If it isn't there: the whole workspace must be built (`cargo build --workspace`).
#[must_use]
pub fn gazette(data: &Path, database: Option<&str>, arguments: &[&str]) -> Command {
    let mut command = Command::new(path());
    command.args(arguments).arg("--data-dir").arg(data).env("GAZETTE_LOG__LEVEL", "warn").kill_on_drop(true);
    if let Some(url) = database {
        command.env("GAZETTE_DATABASE_URL", url);
    }
    command
}

fn path() -> PathBuf {
    let here = std::env::current_exe().expect("the test's own path");
    // A test is in target/…/deps, a benchmark beside the binary.
    let beside = here.ancestors().skip(1).take(2).map(|folder| folder.join("gazette"));
    let built = beside.into_iter().find(|binary| binary.is_file());
    built.unwrap_or_else(|| panic!("there is no gazette near {}: cargo build --workspace", here.display()))
}

/// A running server.
#[derive(Debug)]
pub struct Gazette {
    child: Child,
    /// `http://…` where it listens.
    pub base: String,
    /// `http://…/metrics`, if it was told to serve them.
    pub metrics: Option<String>,
    /// `http://…/setup?token=…`, if there is a publication to set up.
    pub setup: Option<String>,
}

impl Gazette {
    /// Starts a command that serves, and waits for the line that says where.
    ///
    /// # Panics
    /// If it ends before.
    pub async fn start(command: Command) -> Self {
        Self::start_until(command, "gazette listening on ").await
    }

    /// The same for a process without a site: its metrics are where it is.
    ///
    /// # Panics
    /// If it ends before.
    pub async fn start_worker(command: Command) -> Self {
        Self::start_until(command, "gazette metrics on ").await
    }

    async fn start_until(mut command: Command, ready: &str) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().expect("the binary starts");
        let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        let (mut metrics, mut setup) = (None, None);
        loop {
            let line = lines.next_line().await.expect("readable").expect("the server says where it listens");
            if let Some(url) = line.strip_prefix("gazette metrics on ") {
                metrics = Some(url.to_owned());
            }
            if let Some(url) = line.strip_prefix("set-up: ") {
                setup = Some(url.to_owned());
            }
            if let Some(base) = line.strip_prefix(ready) {
                let base = base.to_owned();
                // What it prints later must not block it.
                tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
                return Self { child, base, metrics, setup };
            }
        }
    }

    /// Its process.
    ///
    /// # Panics
    /// If it has ended.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id().expect("it runs")
    }

    /// Ends it without warning (SIGKILL).
    ///
    /// # Panics
    /// If it can't be.
    pub async fn kill(mut self) {
        self.child.kill().await.expect("killed");
    }

    /// Asks it to stop (SIGTERM) and waits; gives whether it went in good order.
    ///
    /// # Panics
    /// If it can't be asked.
    pub async fn stop(mut self) -> bool {
        let id = self.id().to_string();
        let asked = Command::new("kill").args(["-TERM", &id]).status().await.expect("kill runs");
        assert!(asked.success());
        self.child.wait().await.expect("it ends").success()
    }
}
