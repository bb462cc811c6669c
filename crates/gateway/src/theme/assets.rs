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
        let shipped = Shipped::iter().filter_map(|name| {
            let content = Shipped::get(&name)?.data;
            let bytes = match content {
                Cow::Borrowed(bytes) => Bytes::from_static(bytes),
                Cow::Owned(bytes) => Bytes::from(bytes),
            };
            Some((name.into_owned(), bytes))
        });
        let mut files: HashMap<String, Bytes> = shipped.collect();
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
