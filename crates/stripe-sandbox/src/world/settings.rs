//! What stays the same while the sandbox lives.

/// What becomes of a subscription when the last retry failed (Stripe's "manage failed payments").
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FinalState {
    /// It ends.
    Canceled,
    /// It goes on without collecting: later invoices stay drafts.
    Unpaid,
    /// It goes on, and each renewal is tried.
    PastDue,
}

#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) account: String,
    pub(crate) api_version: String,
    pub(crate) base_url: String,
    pub(crate) business_name: String,
    pub(crate) country: String,
    pub(crate) created: i64,
    pub(crate) default_currency: String,
    pub(crate) portal_configuration: String,
    /// Days from each failed try to the next.
    pub(crate) retry_days: Vec<u32>,
    pub(crate) final_state: FinalState,
    /// Days before a renewal at which `invoice.upcoming` is sent; 0 sends none.
    pub(crate) upcoming_days: u32,
    /// Tax of everything with automatic tax, in hundredths of a percent.
    pub(crate) tax_hundredths: Option<i64>,
}
