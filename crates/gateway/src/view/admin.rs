//! The newsroom's pages: `newsroom` is its navigation, `home` and `billing` are the pages.

use serde::Serialize;

use super::subscribe::OfferView;

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

/// The money.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct BillingView {
    pub(crate) prices: Vec<PriceView>,
    pub(crate) failing: Vec<SaleView>,
    pub(crate) sales: Vec<SaleView>,
    pub(crate) given_up: Vec<GivenUpView>,
    pub(crate) events: Vec<EventView>,
    /// Whether a task has just been asked for anew.
    pub(crate) replayed: bool,
}

/// A price of a plan.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PriceView {
    pub(crate) plan: String,
    pub(crate) offer: OfferView,
    /// Whether it can be bought, or is only still paid.
    pub(crate) offered: bool,
}

/// A subscription or a pass, and whose it is.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SaleView {
    pub(crate) email: String,
    /// Whether the address was proved to be a member's.
    pub(crate) proved: bool,
    pub(crate) plan: String,
    pub(crate) offer: Option<OfferView>,
    /// Stripe's word.
    pub(crate) status: &'static str,
    /// How it stands, as the second half of a key `subscription-why-…`.
    pub(crate) why: &'static str,
    /// RFC 3339, UTC.
    pub(crate) since: String,
}

/// A task that failed too often.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GivenUpView {
    pub(crate) task: String,
    pub(crate) error: String,
    pub(crate) attempts: u32,
}

/// An event Stripe has sent.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EventView {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) received_at: String,
    /// The second half of a key `admin-event-…`: `kept`, `applied`, `waiting`.
    pub(crate) state: &'static str,
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
