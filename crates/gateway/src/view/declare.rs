//! Ending a contract without signing in: `declare` is the form, `declared` the receipt, `proof` the
//! page behind the link in it.

use serde::Serialize;

use super::letter::FactView;

/// The form, as it was typed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DeclareView {
    /// `cancel` or `withdraw`.
    pub(crate) kind: &'static str,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) contract: String,
    pub(crate) extraordinary: bool,
    pub(crate) cause: String,
    pub(crate) on_date: bool,
    pub(crate) ends_on: String,
    /// What is wrong, as the second halves of keys `declare-problem-…`.
    pub(crate) problems: Vec<&'static str>,
}

/// The receipt.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DeclaredView {
    pub(crate) kind: &'static str,
    /// Where it has been mailed to.
    pub(crate) email: String,
    pub(crate) facts: Vec<FactView>,
    /// The same as a file.
    pub(crate) file_href: String,
}

/// Proving an address.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ProofView {
    /// `open` or `given`.
    pub(crate) state: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) token: String,
}
