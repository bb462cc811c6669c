//! `/admin/settings`: what staff decide about the publication, a page for each part.
//!
//! A form carries a [`mark`] of what it was made from; a save that comes too late is refused, and
//! all that was typed is shown again.

pub(crate) mod identity;
pub(crate) mod paywall;
pub(crate) mod redirects;
pub(crate) mod robots;
pub(crate) mod term;
pub(crate) mod terms;

use std::fmt::Debug;

use http::StatusCode;

/// The mark of what a form was made from.
fn mark(of: &impl Debug) -> String {
    kernel::hash::content_hash(format!("{of:?}").as_bytes())
}

/// Why a form can't be taken: the second half of a key `settings-problem-…`, and the field it is
/// about.
#[derive(Clone, Debug)]
struct Wrong {
    problem: &'static str,
    field: String,
}

impl Wrong {
    fn new(problem: &'static str, field: impl Into<String>) -> Self {
        Self { problem, field: field.into() }
    }

    /// Somebody else was faster.
    fn late() -> Self {
        Self::new("changed", "")
    }

    fn status(&self) -> StatusCode {
        if self.problem == "changed" { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY }
    }
}
