//! Style sheets, scripts, fonts and icons, under addresses that carry their content hash.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::Path;

use bytes::Bytes;
use rust_embed::RustEmbed;

use super::ThemeError;
use crate::http::Encoded;

#[derive(RustEmbed)]
#[folder = "assets"]
struct Shipped;

/// What is built from the newsroom's scripts, if it was built (docs/adr/0035).
#[derive(RustEmbed)]
#[folder = "newsroom/dist"]
#[prefix = "newsroom/"]
#[exclude = ".gitignore"]
struct Newsroom;

/// All assets, by name.
pub(crate) struct Assets {
    by_name: HashMap<String, Asset>,
}

/// One file.
pub(crate) struct Asset {
    /// `/assets/{hash}/{name}`: never changes its content, so it is cached for good.
    pub(crate) href: String,
    pub(crate) content: Encoded,
}

impl Assets {
    /// The shipped assets, with the files of `folder` over them.
    pub(super) fn load(folder: Option<&Path>) -> Result<Self, ThemeError> {
        let mut files: HashMap<String, Bytes> = embedded::<Shipped>().chain(embedded::<Newsroom>()).collect();
        files.extend(super::files(folder)?.into_iter().map(|(name, content)| (name, Bytes::from(content))));

        // A style sheet names fonts by relative address: they live under its own hash, so the hash
        // is one of the whole folder.
        let mut names: Vec<_> = files.keys().cloned().collect();
        names.sort();
        let parts = names.iter().flat_map(|name| [name.as_bytes(), &files[name][..]]);
        let hash: String = kernel::hash::hash_parts(parts).chars().take(12).collect();
        let by_name = files.into_iter().map(|(name, content)| {
            let href = format!("/assets/{hash}/{name}");
            let asset = Asset { href, content: Encoded::new(content, content_type(&name)) };
            (name, asset)
        });
        Ok(Self { by_name: by_name.collect() })
    }

    /// The asset of that name.
    pub(crate) fn get(&self, name: &str) -> Option<&Asset> {
        self.by_name.get(name)
    }
}

/// The files of a folder in the binary, by name.
fn embedded<Folder: RustEmbed>() -> impl Iterator<Item = (String, Bytes)> {
    Folder::iter().filter_map(|name| {
        let bytes = match Folder::get(&name)?.data {
            Cow::Borrowed(bytes) => Bytes::from_static(bytes),
            Cow::Owned(bytes) => Bytes::from(bytes),
        };
        Some((name.into_owned(), bytes))
    })
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg") => "image/jpeg",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
