//! A story in a list.

use kernel::Locale;
use serde::Serialize;

use super::{Html, Link};

/// A story as lists show it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CardView {
    pub(crate) href: String,
    pub(crate) lang: Locale,
    pub(crate) title: String,
    /// The title with its emphasis.
    pub(crate) title_html: Html,
    pub(crate) standfirst: String,
    pub(crate) section: Option<Link>,
    pub(crate) authors: Vec<Link>,
    /// RFC 3339, UTC.
    pub(crate) published_at: Option<String>,
    pub(crate) minutes: u32,
    pub(crate) cover: Option<PictureView>,
    /// `public`, `members`, `paid` or `plans`.
    pub(crate) access: &'static str,
}

/// A picture in all its sizes.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PictureView {
    /// JPEG of middle size, for browsers that know no `srcset`.
    pub(crate) src: String,
    pub(crate) jpeg_srcset: String,
    pub(crate) webp_srcset: String,
    /// Size of the original in pixels, for the aspect ratio.
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) alt: String,
    pub(crate) caption: String,
    pub(crate) credit: String,
}
