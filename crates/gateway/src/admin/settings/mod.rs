//! `/admin/settings`: what staff decide about the publication, a page for each part.
//!
//! A form carries a [`mark`] of what it was made from; a save that comes too late is refused, and
//! all that was typed is shown again.

pub(crate) mod identity;
pub(crate) mod integrations;
pub(crate) mod menus;
pub(crate) mod paywall;
pub(crate) mod redirects;
pub(crate) mod robots;
pub(crate) mod term;
pub(crate) mod terms;
pub(crate) mod theme;

use std::fmt::Debug;

use http::StatusCode;
use percent_encoding::percent_decode_str;
use url::Url;

/// Bytes of an address at most.
const MOST_BYTES: usize = 1000;

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

/// A path of ours as people read it, from a path or a whole address, without query.
fn own_path(typed: &str) -> Option<String> {
    let path = match Url::parse(typed) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => url.path().to_owned(),
        Ok(_) => return None,
        Err(_) => typed.split(['?', '#']).next().unwrap_or_default().to_owned(),
    };
    let path = percent_decode_str(&path).decode_utf8().ok()?.into_owned();
    let fits = path.starts_with('/') && !path.starts_with("//") && path.len() <= MOST_BYTES;
    (fits && !path.contains(|c: char| c.is_control() || c.is_whitespace() || c == '\\')).then_some(path)
}

/// Where one can lead: a path of ours, or another site's address.
fn target(typed: &str) -> Option<String> {
    match Url::parse(typed) {
        Ok(url) if matches!(url.scheme(), "http" | "https") && typed.len() <= MOST_BYTES => Some(url.into()),
        Ok(_) => None,
        Err(_) => own_path(typed),
    }
}
