//! The key for hashes that must not be guessed.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::config::Config;

/// The configured secret, or the one in the data folder, which is made the first time.
pub(crate) fn load(config: &Config) -> Result<String> {
    match &config.secret {
        Some(secret) if secret.len() < 32 => bail!("secret is too short: 32 characters at least"),
        Some(secret) => Ok(secret.clone()),
        None => kept(&config.data_dir.join("secret")),
    }
}

fn kept(file: &Path) -> Result<String> {
    if let Ok(secret) = std::fs::read_to_string(file) {
        return Ok(secret.trim().to_owned());
    }
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).context("the system gives no randomness")?;
    let secret = kernel::hash::hex(&bytes);
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(file) {
        Ok(mut file) => {
            file.write_all(secret.as_bytes())?;
            file.sync_all()?;
            Ok(secret)
        }
        // Another process was first.
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Ok(std::fs::read_to_string(file)?.trim().to_owned())
        }
        Err(error) => Err(error).with_context(|| format!("can't write {}", file.display())),
    }
}
