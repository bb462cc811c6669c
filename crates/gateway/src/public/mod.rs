//! The public site: what anyone can open.

pub(crate) mod archive;
pub(crate) mod article;
pub(crate) mod assets;
pub(crate) mod elsewhere;
pub(crate) mod feed;
pub(crate) mod front;
pub(crate) mod home;
pub(crate) mod listing;
pub(crate) mod manifest;
pub(crate) mod media;
pub(crate) mod news_sitemap;
pub(crate) mod passages;
pub(crate) mod robots;
pub(crate) mod search;
pub(crate) mod sitemap;
pub(crate) mod structured;
