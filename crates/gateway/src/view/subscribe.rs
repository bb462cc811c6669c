//! The subscribe page; `subscribe` in the templates.

use serde::Serialize;

/// The plans on offer.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SubscribeView {
    pub(crate) plans: Vec<PlanView>,
    /// Where to ask for a subscription.
    pub(crate) contact: Option<String>,
}

/// One plan in the page's language.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PlanView {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) benefits: Vec<String>,
    /// Whether the reader has it now.
    pub(crate) held: bool,
}
