//! `setup`: the page on which a publication begins.

use kernel::Locale;
use serde::Serialize;

/// What the form holds.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SetupView {
    pub(crate) token: String,
    /// The languages of the interface.
    pub(crate) tongues: Vec<TongueView>,
    /// IANA names.
    pub(crate) time_zones: Vec<String>,
    pub(crate) name: String,
    pub(crate) tagline: String,
    pub(crate) other_locales: String,
    pub(crate) default: String,
    pub(crate) time_zone: String,
    pub(crate) email: String,
    /// The second half of a key `setup-problem-…`.
    pub(crate) problem: Option<&'static str>,
    /// The second half of a key `staff-problem-…`.
    pub(crate) password_problem: Option<&'static str>,
}

/// A language of the interface.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TongueView {
    pub(crate) tag: Locale,
    /// In itself.
    pub(crate) name: String,
    /// Whether the publication is to be offered in it.
    pub(crate) ticked: bool,
    /// Whether it is to be the publication's default.
    pub(crate) chosen: bool,
    /// Whether it is the page's.
    pub(crate) current: bool,
}
