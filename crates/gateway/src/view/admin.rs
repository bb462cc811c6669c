//! The newsroom's frame: `newsroom` is its navigation, `home` its first page.

use serde::Serialize;

/// A page that the newsroom's navigation leads to.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct NewsroomLink {
    pub(crate) href: &'static str,
    pub(crate) name: String,
    /// Whether it is the page at hand.
    pub(crate) current: bool,
}

/// The first page.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct HomeView {
    /// The second half of a key `admin-role-…`.
    pub(crate) role: &'static str,
}
