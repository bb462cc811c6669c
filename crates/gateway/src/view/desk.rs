//! The newsroom's desk: plans, coupons, money, members, explanations, and what the search is taught.

use kernel::{Locale, Money};
use serde::Serialize;

use super::LanguageLink;
use super::subscribe::OfferView;
use crate::explain::words::Told;

/// Where a list goes on that nobody has counted.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DeskPager {
    /// This page, from 1.
    pub(crate) page: u64,
    pub(crate) previous: Option<String>,
    pub(crate) next: Option<String>,
}

/// One of several things to choose.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Choice {
    /// What is sent.
    pub(crate) word: String,
    /// What is read; empty where a text says it.
    pub(crate) name: String,
    pub(crate) chosen: bool,
}

/// `plans`: all plans.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PlansView {
    pub(crate) plans: Vec<PlanLine>,
    pub(crate) new: NewPlanView,
    /// Whether anything can be sold.
    pub(crate) sells: bool,
    /// What went wrong when Stripe was told of the plans.
    pub(crate) stripe_problem: Option<String>,
    /// The second halves of the keys `money-done-…` and `money-problem-…`.
    pub(crate) done: Option<&'static str>,
    pub(crate) problem: Option<&'static str>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct PlanLine {
    pub(crate) key: String,
    pub(crate) name: String,
    /// Those that can be bought.
    pub(crate) offers: Vec<OfferView>,
    pub(crate) payers: u64,
    /// Whether Stripe knows all that can be bought.
    pub(crate) pushed: bool,
    pub(crate) from_file: bool,
}

/// A plan to be made, as it was typed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct NewPlanView {
    pub(crate) key: String,
    pub(crate) name: String,
}

/// `plan`: one plan.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EditedPlanView {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) from_file: bool,
    pub(crate) texts: Vec<PlanTextView>,
    pub(crate) others: Vec<IncludeView>,
    pub(crate) prices: Vec<KeptPriceView>,
    pub(crate) new: NewPriceView,
    pub(crate) sells: bool,
    pub(crate) stripe_problem: Option<String>,
    pub(crate) done: Option<&'static str>,
    pub(crate) problem: Option<&'static str>,
}

/// What it says in one language.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PlanTextView {
    pub(crate) language: LanguageLink,
    pub(crate) name: String,
    pub(crate) description: String,
    /// One a line.
    pub(crate) benefits: String,
}

/// A plan that can be ticked.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct IncludeView {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) included: bool,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct KeptPriceView {
    pub(crate) offer: OfferView,
    pub(crate) offered: bool,
    pub(crate) pushed: bool,
    pub(crate) payers: u64,
}

/// A price to be offered, as it was typed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct NewPriceView {
    pub(crate) amount: String,
    pub(crate) currency: String,
    pub(crate) every: String,
    pub(crate) days: String,
    pub(crate) trial: String,
    pub(crate) tax: String,
}

/// `coupons`
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CouponsView {
    pub(crate) coupons: Vec<CouponView>,
    pub(crate) new: NewCouponView,
    /// Those that plans are sold in.
    pub(crate) currencies: Vec<String>,
    pub(crate) plans: Vec<IncludeView>,
    pub(crate) sells: bool,
    /// Whether Stripe gave no answer.
    pub(crate) unreachable: bool,
    pub(crate) done: Option<&'static str>,
    pub(crate) problem: Option<&'static str>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct CouponView {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) percent: Option<String>,
    pub(crate) amount: Option<Money>,
    /// The second half of a key `coupon-lasts-…`.
    pub(crate) lasts: &'static str,
    pub(crate) months: u32,
    pub(crate) plans: Vec<String>,
    pub(crate) used: u64,
    pub(crate) most: Option<u64>,
    /// RFC 3339, UTC.
    pub(crate) until: Option<String>,
    pub(crate) valid: bool,
    pub(crate) codes: Vec<CodeView>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct CodeView {
    pub(crate) id: String,
    pub(crate) code: String,
    pub(crate) used: u64,
    pub(crate) active: bool,
}

/// A coupon to be made, as it was typed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct NewCouponView {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) value: String,
    /// A currency; empty is percent.
    pub(crate) unit: String,
    pub(crate) lasts: String,
    pub(crate) months: String,
    pub(crate) most: String,
    pub(crate) until: String,
    pub(crate) code: String,
}

/// `billing`: who subscribes.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SubscriptionsView {
    pub(crate) email: String,
    /// Words of keys `sale-state-…`.
    pub(crate) states: Vec<Choice>,
    pub(crate) plans: Vec<Choice>,
    pub(crate) sales: Vec<SaleView>,
    /// Whether something was asked for.
    pub(crate) narrowed: bool,
    pub(crate) pager: DeskPager,
}

/// A subscription or a pass, and whose it is.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SaleView {
    pub(crate) email: String,
    /// The member's id, once the address was proved to be theirs.
    pub(crate) member: Option<String>,
    pub(crate) plan: String,
    pub(crate) offer: Option<OfferView>,
    /// Stripe's word.
    pub(crate) status: &'static str,
    /// How it stands, as the second half of a key `subscription-why-…`.
    pub(crate) why: &'static str,
    /// RFC 3339, UTC.
    pub(crate) since: String,
}

/// `payments`: those that failed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PaymentsView {
    pub(crate) failed: Vec<FailedView>,
    pub(crate) pager: DeskPager,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct FailedView {
    pub(crate) email: String,
    pub(crate) member: Option<String>,
    pub(crate) amount: Money,
    pub(crate) at: String,
    /// The second half of a key `payment-reason-…`, if there are words for it.
    pub(crate) reason: Option<&'static str>,
    /// Stripe's words.
    pub(crate) message: String,
    /// Whether the invoice has been paid since, or isn't collected any more.
    pub(crate) settled: bool,
    pub(crate) dropped: bool,
    /// Where it can be paid.
    pub(crate) url: Option<String>,
}

/// `events`: what Stripe has said.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EventsView {
    pub(crate) given_up: Vec<GivenUpView>,
    pub(crate) events: Vec<EventView>,
    /// Whether only those are shown whose work isn't done.
    pub(crate) open: bool,
    pub(crate) pager: DeskPager,
    pub(crate) done: Option<&'static str>,
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
    /// The second half of a key `admin-event-…`.
    pub(crate) state: &'static str,
    pub(crate) task: String,
    pub(crate) error: String,
    /// The version of Stripe's API it was made in, if it isn't ours.
    pub(crate) version: Option<String>,
}

/// `explain`: who could read what, and why.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct ExplainView {
    pub(crate) email: String,
    pub(crate) story: String,
    pub(crate) at: String,
    pub(crate) told: Option<Told>,
    /// The member's id.
    pub(crate) member: Option<String>,
    /// The second half of a key `explain-problem-…`.
    pub(crate) problem: Option<&'static str>,
}

/// `why`: the same, for the member.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct WhyView {
    pub(crate) story: String,
    pub(crate) at: String,
    pub(crate) told: Option<Told>,
    /// The story.
    pub(crate) href: Option<String>,
    pub(crate) problem: Option<&'static str>,
}

/// `searches`: what readers search for.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SearchesView {
    pub(crate) locale: Locale,
    pub(crate) locales: Vec<Choice>,
    pub(crate) days: Vec<Choice>,
    pub(crate) top: Vec<SearchedView>,
    pub(crate) without: Vec<SearchedView>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct SearchedView {
    pub(crate) query: String,
    pub(crate) searches: i64,
    /// The search itself.
    pub(crate) href: String,
    /// Where a story is pinned to it.
    pub(crate) pin_href: String,
}

/// `synonyms`
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SynonymsView {
    pub(crate) locale: Locale,
    pub(crate) locales: Vec<Choice>,
    pub(crate) synonyms: Vec<SynonymView>,
    pub(crate) word: String,
    pub(crate) means: String,
    pub(crate) done: Option<&'static str>,
    pub(crate) problem: Option<&'static str>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct SynonymView {
    pub(crate) word: String,
    pub(crate) means: Vec<String>,
}

/// `pins`
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PinsView {
    pub(crate) locale: Locale,
    pub(crate) locales: Vec<Choice>,
    pub(crate) queries: Vec<QueryView>,
    pub(crate) query: String,
    pub(crate) story: String,
    pub(crate) done: Option<&'static str>,
    pub(crate) problem: Option<&'static str>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct QueryView {
    pub(crate) query: String,
    pub(crate) stories: Vec<PinView>,
}

/// A pinned story; without a title if it isn't published.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PinView {
    pub(crate) id: String,
    pub(crate) title: Option<String>,
    pub(crate) href: Option<String>,
    pub(crate) lang: Option<Locale>,
}
