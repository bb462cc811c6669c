//! Buying stories, gifts and seats, and looking after them; `story`, `paid`, `stories`, `gift`,
//! `gifts`, `redeem`, `group`, `group_offer`, `seat` and `letter` in the templates.

use kernel::Money;
use serde::Serialize;

use super::subscribe::ChoiceView;
use super::{LanguageLink, Link};

/// One story for sale.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct StoryOfferView {
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) standfirst: String,
    pub(crate) href: String,
    pub(crate) offer: String,
    pub(crate) amount: Money,
    pub(crate) tax_added: bool,
    /// Currencies; empty if there is no choice.
    pub(crate) currencies: Vec<ChoiceView>,
    pub(crate) subscribe_href: String,
    /// What went wrong, as the second half of a key `subscribe-problem-…`.
    pub(crate) problem: Option<&'static str>,
}

/// Back from the payment page.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PaidView {
    /// `story` or `gift`: paid; `waiting`; `expired`.
    pub(crate) state: &'static str,
    /// The address it was paid with.
    pub(crate) email: String,
    pub(crate) return_to: String,
    pub(crate) gift: Option<GiftView>,
    /// Seconds after which the page looks again.
    pub(crate) refresh: Option<u32>,
}

/// The stories the reader has bought.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct StoriesView {
    pub(crate) stories: Vec<StoryView>,
}

/// A story the reader has bought.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct StoryView {
    /// None if it is published no more.
    pub(crate) link: Option<Link>,
    /// Its other languages.
    pub(crate) others: Vec<LanguageLink>,
    /// RFC 3339, UTC.
    pub(crate) bought_at: String,
}

/// The form for giving a plan.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GiftFormView {
    pub(crate) offers: Vec<GiftOfferView>,
    pub(crate) currencies: Vec<ChoiceView>,
    pub(crate) languages: Vec<LanguageLink>,
    /// First and last day on which it can be sent: `2026-11-24`.
    pub(crate) today: String,
    pub(crate) latest: String,
    pub(crate) typed: GiftTyped,
    /// What went wrong, as the second half of a key `gift-problem-…`.
    pub(crate) problem: Option<&'static str>,
}

/// What was typed into that form.
#[derive(Clone, Debug, Default, Serialize, serde::Deserialize)]
#[serde(default)]
pub(crate) struct GiftTyped {
    /// The gift's id, so that the form sent twice is one gift.
    pub(crate) gift: String,
    pub(crate) offer: String,
    pub(crate) giver: String,
    pub(crate) recipient: String,
    /// `mail` or `self`.
    pub(crate) how: String,
    pub(crate) email: String,
    pub(crate) date: String,
    pub(crate) language: String,
    pub(crate) message: String,
    pub(crate) currency: String,
}

/// A plan that can be given.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GiftOfferView {
    pub(crate) offer: String,
    pub(crate) plan: String,
    pub(crate) months: u32,
    pub(crate) amount: Money,
    pub(crate) tax_added: bool,
    pub(crate) chosen: bool,
}

/// A gift, for its giver.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GiftView {
    pub(crate) plan: String,
    pub(crate) months: u32,
    pub(crate) recipient: String,
    pub(crate) email: String,
    /// As the second half of a key `gift-state-…`.
    pub(crate) state: &'static str,
    /// RFC 3339, UTC.
    pub(crate) deliver_at: Option<String>,
    pub(crate) delivered_at: Option<String>,
    pub(crate) expires_at: Option<String>,
    /// While it can be redeemed.
    pub(crate) code: Option<String>,
    /// Where the code is filled in.
    pub(crate) href: Option<String>,
}

/// All gifts of a giver.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GiftsView {
    pub(crate) gifts: Vec<GiftView>,
    pub(crate) sells: bool,
}

/// Redeeming a code.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct RedeemView {
    /// What was typed, or came with the link.
    pub(crate) code: String,
    /// Where to sign in, and come back from with the code; for visitors.
    pub(crate) sign_in_href: Option<String>,
    /// What went wrong, as the second half of a key `redeem-problem-…`.
    pub(crate) problem: Option<&'static str>,
    pub(crate) done: Option<RedeemedView>,
}

/// What the code was worth.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RedeemedView {
    pub(crate) plan: String,
    pub(crate) from: String,
    pub(crate) until: String,
    pub(crate) giver: String,
    pub(crate) message: String,
}

/// Seats on offer.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GroupOfferView {
    pub(crate) offers: Vec<SeatOfferView>,
    pub(crate) currencies: Vec<ChoiceView>,
    pub(crate) seats: u32,
    pub(crate) most: u32,
    /// As the second half of a key `group-problem-…`.
    pub(crate) problem: Option<&'static str>,
    pub(crate) least: u32,
}

/// One price of seats.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SeatOfferView {
    pub(crate) offer: String,
    pub(crate) plan: String,
    pub(crate) description: String,
    /// `month` or `year`.
    pub(crate) every: &'static str,
    pub(crate) amount: Money,
    pub(crate) tax_added: bool,
    pub(crate) least: u32,
}

/// The groups of an owner, and the seats of a reader.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GroupsView {
    pub(crate) groups: Vec<GroupView>,
    pub(crate) seats: Vec<OwnSeatView>,
    pub(crate) sells: bool,
    /// As the second half of a key `group-done-…`.
    pub(crate) done: Option<&'static str>,
    /// As the second half of a key `group-problem-…`.
    pub(crate) problem: Option<&'static str>,
    /// What was typed as an address.
    pub(crate) typed: String,
    /// A number of seats that was chosen, not yet confirmed.
    pub(crate) change: Option<SeatChangeView>,
    /// Limits, for what is said of them.
    pub(crate) least: u32,
    pub(crate) most: u32,
}

/// A group.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GroupView {
    pub(crate) purchase: String,
    pub(crate) plan: String,
    pub(crate) seats: u32,
    pub(crate) taken: usize,
    pub(crate) free: u32,
    pub(crate) open: bool,
    pub(crate) members: Vec<SeatView>,
    /// The domain it is open to.
    pub(crate) domain: Option<String>,
    /// The domain it could be opened to: the owner's.
    pub(crate) own_domain: String,
}

/// A seat.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SeatView {
    pub(crate) id: String,
    pub(crate) email: String,
    /// As the second half of a key `group-state-…`.
    pub(crate) state: &'static str,
    /// RFC 3339, UTC.
    pub(crate) since: String,
}

/// A seat the reader has.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OwnSeatView {
    pub(crate) id: String,
    pub(crate) plan: String,
    pub(crate) from: String,
    pub(crate) counts: bool,
}

/// Another number of seats, and what it costs.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SeatChangeView {
    pub(crate) purchase: String,
    pub(crate) seats: u32,
    /// To pay now, or what is credited.
    pub(crate) due: Option<Money>,
    pub(crate) credit: Option<Money>,
    /// The moment for which it was computed.
    pub(crate) shown_at: String,
}

/// An offered seat.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct InvitationView {
    pub(crate) seat: String,
    /// `open`, `sign-in`, `other` (it is another address's), `gone`, `full`.
    pub(crate) state: &'static str,
    pub(crate) plan: String,
    pub(crate) from: String,
    pub(crate) sign_in_href: String,
}

/// A mail.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LetterView {
    /// Paragraphs before the code and the button.
    pub(crate) opening: Vec<String>,
    /// Words of the giver's own.
    pub(crate) quote: String,
    pub(crate) code: String,
    pub(crate) link: String,
    /// What the button says.
    pub(crate) button: String,
    /// Paragraphs after.
    pub(crate) closing: Vec<String>,
}
