//! A real SMTP receiver (Python's aiosmtpd) that keeps what it gets.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// Receives mail until dropped.
#[derive(Debug)]
pub struct Mailbox {
    _child: Child,
    folder: TempDir,
    /// `smtp://…` where it listens, without TLS.
    pub url: String,
}

impl Mailbox {
    /// Starts one on a free port.
    ///
    /// # Panics
    /// If Python or aiosmtpd is missing: `tests/install.sh` installs them.
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("smtp.py");
        let mut child = Command::new("python3")
            .arg(script)
            .arg(folder.path())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("python3 starts");
        let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        let port =
            lines.next_line().await.expect("readable").expect("aiosmtpd listens (pip install aiosmtpd)");
        Self { _child: child, folder, url: format!("smtp://127.0.0.1:{port}?tls=none") }
    }

    /// The text of the next mail to `recipient`, once it is there.
    ///
    /// # Panics
    /// If none comes within 20 seconds.
    pub async fn next(&self, recipient: &str) -> String {
        for _ in 0..400 {
            if let Some(file) = self.find(recipient) {
                let text = std::fs::read_to_string(&file).expect("readable");
                std::fs::remove_file(file).expect("removable");
                return text;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("no mail to {recipient}");
    }

    /// Whether there is mail to `recipient`.
    #[must_use]
    pub fn has(&self, recipient: &str) -> bool {
        self.find(recipient).is_some()
    }

    fn find(&self, recipient: &str) -> Option<PathBuf> {
        let mut files: Vec<PathBuf> = std::fs::read_dir(self.folder.path())
            .expect("readable")
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
            .filter(|path| {
                std::fs::read_to_string(path)
                    .is_ok_and(|text| text.starts_with(&format!("To: {recipient}\n")))
            })
            .collect();
        files.sort();
        files.into_iter().next()
    }
}
