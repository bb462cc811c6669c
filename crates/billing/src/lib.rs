//! Plans and what they cost, what members have bought or were given, and what they so hold.
//!
//! [`Billing`] is the one door. Money moves at Stripe; here it is written down how things stand
//! there, and what follows from it:
//!
//! 1. Stripe's messages come to [`Billing::receive`], which stores each once, with a task.
//! 2. [`Billing::work`] does the tasks: it fetches how the customer stands *now* and writes that
//!    down, so that late, doubled and lost messages change nothing.
//! 3. The pure rule in [`rule`] turns those facts into entitlements, in the same transaction.
//!
//! Beside plans, stories are sold alone, plans are given away by a code, and groups share seats
//! ([`Offer`]); these too are purchases with facts, and only what they entitle to differs.
//!
//! What somebody may read is decided elsewhere, by [`kernel::access::decide`]; this crate supplies
//! the view `holding` that it needs, past and future entitlements too, so that the decision at any
//! moment is a pure function of them.

mod adopt;
mod as_if_told;
mod backlog;
mod billing;
mod catalog;
mod change;
mod checkout;
mod codes;
mod conversions;
mod copies;
mod coupons;
pub mod courtesy;
mod declaration;
mod desk;
mod detail;
mod domains;
mod duplicates;
mod entity;
mod erase;
mod error;
mod explain;
mod export;
pub mod facts;
mod failures;
mod gifts;
mod goods;
mod grants;
mod groups;
mod ids;
mod inbox;
mod leaving;
mod letters;
mod next_charge;
mod notice;
mod offers;
mod ordering;
mod pause;
mod plan_desk;
mod plan_file;
mod plans;
mod prices;
mod progress;
mod purchases;
mod reconcile;
mod redeem;
mod refresh;
mod refunds;
mod revenue;
pub mod rule;
mod seats;
mod selling;
mod stripe;
mod sweep;
mod tasks;
mod trials;
mod worker;

pub use backlog::Backlog;
pub use billing::Billing;
pub use change::Preview;
pub use checkout::{Buyer, CheckoutId, Next, Order};
pub use codes::{GiftCode, NotAGiftCode};
pub use conversions::Conversion;
pub use coupons::{Code, Coupon, Lasts, NewCoupon, NotACode, NotAPercent, Off, Percent, PromotionCode};
pub use declaration::{
    Declarant, Declaration, DeclarationId, DeclarationKind, DeclarationState, Declared, NotDeclared, Proof,
};
pub use desk::{EventState, FailedPayment, Sale, SaleSearch, Stretch};
pub use detail::{Card, Detail, Discount};
pub use error::BillingError;
pub use explain::{Because, Claim, Source, held_by};
pub use export::{BillingExport, CheckoutExport, CustomerExport, PastState};
pub use gifts::{Gift, GiftDraft, GiftState};
pub use goods::BoughtStory;
pub use grants::{Ended, Given, Grant, GrantId};
pub use groups::{Group, Seat, SeatState};
pub use ids::{GiftId, OfferCheckoutId, OfferId, SeatId};
pub use inbox::{Event, NotReceived, Received};
pub use leaving::{NotAReason, Reason};
pub use letters::{Letter, LetterKind};
pub use notice::{Bought, Due, Notice, NoticeId, Recipient, Telling};
pub use offers::{Offer, Sells};
pub use ordering::{MOST_SEATS, NextStep, OfferOrder, OfferProgress, Thing};
pub use pause::PAUSES;
pub use plan_desk::{KeptPlan, KeptPrice, Move};
pub use plan_file::{PlanFileError, check_plans};
pub use plans::{Plan, PlanText, Saved};
pub use prices::{Every, NotTerms, Price, PriceId, Tax, Terms};
pub use progress::{Progress, Step};
pub use purchases::{Invoice, Purchase};
pub use reconcile::{Reconciled, Reconciling};
pub use redeem::{RedeemError, Redeemed};
pub use refunds::{NotARefundReason, Refund, RefundReason};
pub use revenue::{Recurring, Revenue, RevenueDay};
pub use rule::Policy;
pub use seats::{Invitation, OwnSeat, SeatError};
pub use selling::{Market, Selling, TaxName};
pub use stripe::signature::NotSigned;
pub use stripe::{NotUsable, Patience, Promotion, Stripe, StripeFailure, StripeSettings, api_version};
pub use tasks::GivenUp;
