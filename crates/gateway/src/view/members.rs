//! The newsroom's members: the list, and the page of one.

use kernel::Money;
use serde::Serialize;

use super::desk::{Choice, FailedView};
use super::subscribe::OfferView;

/// `members`: the list, and what it is narrowed by.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct MembersView {
    pub(crate) email: String,
    pub(crate) since: String,
    pub(crate) languages: Vec<Choice>,
    pub(crate) plans: Vec<Choice>,
    pub(crate) holds: Vec<Choice>,
    pub(crate) members: Vec<MemberLine>,
    /// Whether this isn't the list's beginning.
    pub(crate) further: bool,
    /// Where the list goes on.
    pub(crate) next: Option<String>,
    /// What it is narrowed by, as a query; empty if by nothing.
    pub(crate) query: String,
    /// Whether what it is narrowed by makes no sense.
    pub(crate) problem: bool,
    pub(crate) done: Option<&'static str>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct MemberLine {
    pub(crate) id: String,
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) since: String,
    pub(crate) role: Option<&'static str>,
    /// Tags.
    pub(crate) languages: Vec<String>,
    /// Names of the plans they hold now.
    pub(crate) plans: Vec<String>,
}

/// `member`
#[derive(Clone, Debug, Serialize)]
pub(crate) struct MemberView {
    pub(crate) id: String,
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) since: String,
    pub(crate) role: Option<&'static str>,
    /// Names of the languages they read.
    pub(crate) languages: Vec<String>,
    pub(crate) sales: Vec<OwnSaleView>,
    /// Whether payments are shown to this member of staff.
    pub(crate) shows_money: bool,
    pub(crate) payments: Vec<OwnPaymentView>,
    pub(crate) failed: Vec<FailedView>,
    /// Payments that can be given back.
    pub(crate) charges: Vec<ChargeView>,
    /// The second halves of keys `refund-reason-…`.
    pub(crate) refund_reasons: Vec<Choice>,
    pub(crate) sessions: Vec<SessionLine>,
    pub(crate) letters: Vec<LetterView>,
    /// What was typed to have the account deleted.
    pub(crate) confirm: String,
    pub(crate) grants: Vec<GivenView>,
    pub(crate) new: NewGrantView,
    pub(crate) done: Option<&'static str>,
    pub(crate) problem: Option<&'static str>,
}

/// Something a member has bought.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OwnSaleView {
    pub(crate) id: String,
    pub(crate) plan: String,
    pub(crate) offer: Option<OfferView>,
    pub(crate) status: &'static str,
    pub(crate) why: &'static str,
    /// Whether it opens anything now.
    pub(crate) open: bool,
    pub(crate) since: String,
    /// When it ends or ended, if that is decided.
    pub(crate) ends_at: Option<String>,
    pub(crate) over: bool,
    /// Until when nothing is collected, if it is paused.
    pub(crate) resumes_at: Option<String>,
    pub(crate) can_end: bool,
    pub(crate) can_end_now: bool,
    pub(crate) can_keep: bool,
    pub(crate) can_pause: bool,
    pub(crate) can_end_pause: bool,
    pub(crate) can_change: bool,
}

/// A payment that can be given back, and the form for it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ChargeView {
    pub(crate) charge: String,
    pub(crate) plan: String,
    pub(crate) paid_at: String,
    pub(crate) amount: Money,
    pub(crate) refunded: Option<Money>,
    pub(crate) left: Money,
    /// What had been given back, in the currency's minor unit.
    pub(crate) shown: i64,
    /// The amount to give back, as typed.
    pub(crate) typed: String,
    /// Whether the form was refused.
    pub(crate) problem: bool,
}

/// A browser in which a member is signed in.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SessionLine {
    pub(crate) id: String,
    pub(crate) device: String,
    pub(crate) since: String,
    pub(crate) seen: String,
}

/// A mail to a member.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LetterView {
    pub(crate) subject: String,
    pub(crate) at: String,
    /// The second half of a key `letter-…`.
    pub(crate) state: &'static str,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct OwnPaymentView {
    pub(crate) number: String,
    pub(crate) total: Money,
    pub(crate) refunded: Option<Money>,
    /// Stripe's word.
    pub(crate) status: String,
    pub(crate) url: Option<String>,
    pub(crate) at: String,
}

/// Something a member was given.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GivenView {
    pub(crate) id: String,
    pub(crate) plan: String,
    pub(crate) from: String,
    pub(crate) until: Option<String>,
    pub(crate) reason: String,
    /// The second half of a key `grant-…`: `running`, `to-come`, `over`, `revoked`.
    pub(crate) state: &'static str,
    pub(crate) can_end: bool,
}

/// Something to be given, as it was typed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct NewGrantView {
    pub(crate) plans: Vec<Choice>,
    pub(crate) from: String,
    pub(crate) until: String,
    pub(crate) reason: String,
}

/// `import`: members from a file.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct ImportView {
    /// None before a file was sent.
    pub(crate) id: Option<String>,
    /// The second half of a key `import-state-…`.
    pub(crate) state: Option<&'static str>,
    /// Members in it.
    pub(crate) lines: i64,
    /// Those of them who have an account.
    pub(crate) known: i64,
    /// Plans that are given.
    pub(crate) plans: i64,
    pub(crate) done: i64,
    pub(crate) made: i64,
    pub(crate) granted: i64,
    pub(crate) wrong: Vec<WrongView>,
    /// How many there are in all.
    pub(crate) wrong_lines: i64,
    /// Whether the page looks again by itself.
    pub(crate) refresh: bool,
    /// The second half of a key `import-refused-…`.
    pub(crate) problem: Option<&'static str>,
}

/// A line that can't be imported.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct WrongView {
    pub(crate) line: u64,
    /// The second half of a key `import-problem-…`.
    pub(crate) problem: String,
    pub(crate) what: String,
}
