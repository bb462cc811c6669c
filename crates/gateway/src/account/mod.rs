//! Signing in and the reader's own pages. Nothing here is ever kept by a cache.

pub(crate) mod change;
pub(crate) mod delete;
pub(crate) mod export;
pub(crate) mod gift_links;
pub(crate) mod leave;
pub(crate) mod meter;
pub(crate) mod overview;
pub(crate) mod pause;
pub(crate) mod profile;
pub(crate) mod sessions;
pub(crate) mod sign_in;
pub(crate) mod sign_out;
pub(crate) mod subscription;
pub(crate) mod why;
