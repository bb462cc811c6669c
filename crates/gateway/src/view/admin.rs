//! The newsroom's frame: `newsroom` is its navigation, `home` its first page.

use serde::Serialize;

use super::numbers::FigureView;

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
    /// The last seven days in figures, as far as their role sees them.
    pub(crate) figures: Vec<FigureView>,
}

/// Declarations that end contracts.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DeclarationsView {
    pub(crate) declarations: Vec<DeclarationView>,
    /// Whether one has just been settled.
    pub(crate) settled: bool,
}

/// One declaration.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DeclarationView {
    pub(crate) id: String,
    /// `cancel` or `withdraw`.
    pub(crate) kind: &'static str,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) contract: String,
    pub(crate) cause: Option<String>,
    /// A date.
    pub(crate) ends_on: Option<String>,
    /// RFC 3339, UTC.
    pub(crate) received_at: String,
    /// The second half of a key `admin-declaration-state-…`.
    pub(crate) state: String,
    /// What it ended.
    pub(crate) ended: Vec<String>,
    /// Whether somebody must look at it.
    pub(crate) open: bool,
}
