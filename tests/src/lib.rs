//! What whole-system tests share: starting the real binary, importing real content, reading real
//! mail.

mod binary;
mod mailbox;
mod site;
pub mod small;

pub use binary::{Gazette, gazette};
pub use mailbox::Mailbox;
pub use site::{Browser, Site, client, location, page_between};

/// The sample publication's folder.
#[must_use]
pub fn sample() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/gazette/sample")
}
