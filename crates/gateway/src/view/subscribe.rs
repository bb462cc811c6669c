//! Choosing and paying a plan, and looking after it; `subscribe`, `done`, `subscription` and
//! `change` in the templates.

use kernel::Money;
use serde::Serialize;

/// The plans on offer.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SubscribeView {
    pub(crate) plans: Vec<PlanView>,
    /// Monthly or yearly; empty if there is no choice.
    pub(crate) everies: Vec<ChoiceView>,
    /// Currencies; empty if there is no choice.
    pub(crate) currencies: Vec<ChoiceView>,
    /// Whether anything can be bought.
    pub(crate) sells: bool,
    /// Whether the reader pays for a subscription.
    pub(crate) subscribed: bool,
    /// Whether plans can be given away, and bought for groups.
    pub(crate) gifts: bool,
    pub(crate) groups: bool,
    /// What the page shows, for the hidden fields: `month` or `year`, and a currency.
    pub(crate) every: String,
    pub(crate) currency: String,
    /// Where to go on reading: a local path, for the hidden field.
    pub(crate) return_to: String,
    /// What went wrong, as the second half of a key `subscribe-problem-…`: `price`, `failed`.
    pub(crate) problem: Option<&'static str>,
    /// The promotion code the reader came with, and what it takes off.
    pub(crate) code: String,
    pub(crate) off: Option<OffView>,
    /// Where to ask for a subscription, if nothing can be bought.
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
    pub(crate) offers: Vec<OfferView>,
}

/// One price.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OfferView {
    pub(crate) price: String,
    pub(crate) amount: Money,
    /// `month`, `year` or `pass`.
    pub(crate) every: &'static str,
    /// Of a pass.
    pub(crate) days: u32,
    /// What a yearly price is a month.
    pub(crate) monthly: Option<Money>,
    pub(crate) trial_days: u32,
    /// What is said of the tax, as the second half of a key `price-tax-…`.
    pub(crate) tax: Option<&'static str>,
}

/// One of several links to the same page in another form.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ChoiceView {
    pub(crate) word: String,
    pub(crate) href: String,
    pub(crate) current: bool,
}

/// Back from the payment page.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DoneView {
    /// `paid`: by somebody who isn't signed in yet; `waiting`; `expired`.
    pub(crate) state: &'static str,
    /// The address it was paid with.
    pub(crate) email: String,
    pub(crate) return_to: String,
    /// Where to choose again.
    pub(crate) again: String,
    /// Seconds after which the page looks again.
    pub(crate) refresh: Option<u32>,
}

/// What the reader has bought.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SubscriptionView {
    pub(crate) purchases: Vec<PurchaseView>,
    pub(crate) invoices: Vec<InvoiceView>,
    /// Whether Stripe knows the reader, so that there is a portal.
    pub(crate) portal: bool,
    /// What has just been done, as the second half of a key `subscription-done-…`: `ended`,
    /// `resumed`, `changed`, `paused`, `pause-ended`, `stayed`.
    pub(crate) done: Option<&'static str>,
    /// What went wrong, as the second half of a key `subscription-problem-…`: `failed`, `not-now`.
    pub(crate) problem: Option<&'static str>,
}

/// A subscription or a pass.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PurchaseView {
    pub(crate) id: String,
    pub(crate) plan: String,
    pub(crate) offer: Option<OfferView>,
    /// How it stands, as the second half of a key `subscription-why-…`.
    pub(crate) why: String,
    /// Whether it opens anything now.
    pub(crate) open: bool,
    /// RFC 3339, UTC: when it is charged next, or ends.
    pub(crate) renews_at: Option<String>,
    pub(crate) ends_at: Option<String>,
    /// What is charged then, as Stripe says.
    pub(crate) next: Option<Money>,
    /// With which card, and until when it is good (a date).
    pub(crate) card: Option<CardView>,
    /// What is taken off.
    pub(crate) off: Option<OffView>,
    /// Whether it rests, and until when.
    pub(crate) paused: bool,
    pub(crate) resumes_at: Option<String>,
    /// Whether it can be ended, continued, changed, paused.
    pub(crate) can_end: bool,
    pub(crate) can_resume: bool,
    pub(crate) can_change: bool,
    pub(crate) can_pause: bool,
}

/// A card.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CardView {
    /// `Visa •••• 4242`.
    pub(crate) name: String,
    /// The first day of its last month.
    pub(crate) month: String,
}

/// What is taken off a price.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OffView {
    /// Per cent, as a number without its sign; or an amount.
    pub(crate) percent: Option<String>,
    pub(crate) amount: Option<Money>,
    /// How long, as the second half of a key `off-…`: `once`, `months`, `forever`, `until`.
    pub(crate) lasts: &'static str,
    pub(crate) months: u32,
    pub(crate) until: Option<String>,
}

/// About to leave.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LeaveView {
    pub(crate) purchase: String,
    pub(crate) plan: String,
    /// The end, if they leave now; RFC 3339, UTC.
    pub(crate) ends_at: String,
    /// Months it can be paused for; empty if it can't.
    pub(crate) pauses: Vec<u8>,
    /// Prices that are lower.
    pub(crate) cheaper: Vec<CheaperView>,
    /// What the publisher offers for staying.
    pub(crate) off: Option<OffView>,
    /// Stripe's words, as the second half of keys `leave-reason-…`.
    pub(crate) reasons: Vec<String>,
}

/// A lower price to move to.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CheaperView {
    pub(crate) plan: String,
    pub(crate) offer: OfferView,
    pub(crate) href: String,
}

/// About to pause.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PauseView {
    pub(crate) purchase: String,
    pub(crate) plan: String,
    /// The end of what is paid; RFC 3339, UTC.
    pub(crate) ends_at: String,
    pub(crate) pauses: Vec<u8>,
}

/// One invoice.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct InvoiceView {
    pub(crate) number: String,
    pub(crate) status: String,
    pub(crate) total: Money,
    pub(crate) refunded: Option<Money>,
    pub(crate) url: Option<String>,
    pub(crate) date: String,
}

/// Moving to another price.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ChangeView {
    pub(crate) purchase: String,
    pub(crate) plans: Vec<PlanView>,
    /// The price chosen and what moving to it would cost now.
    pub(crate) chosen: Option<ChosenView>,
    /// Whether it was shown before, so long ago that it may have become another amount.
    pub(crate) anew: bool,
}

/// A price that was chosen, not yet confirmed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ChosenView {
    pub(crate) plan: String,
    pub(crate) offer: OfferView,
    /// To pay now; zero if something is credited.
    pub(crate) due: Money,
    /// What is taken off later invoices.
    pub(crate) credit: Option<Money>,
    /// When it was reckoned, in seconds after 1970: the change is reckoned by it too.
    pub(crate) shown: i64,
}
