//! What can go wrong with plans and grants.

use kernel::{MemberId, Money, PlanKey};

use crate::plan_file::PlanFileError;

/// Why plans or grants couldn't be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum BillingError {
    /// The database failed; the same call may work later.
    #[error("the plans can't be read or written: {0}")]
    Database(#[from] sea_orm::DbErr),
    /// The text isn't a `plans.toml`.
    #[error(transparent)]
    PlanFile(#[from] PlanFileError),
    /// No plan has this key.
    #[error("there is no plan {0}; import it from plans.toml first")]
    NoSuchPlan(PlanKey),
    /// The account is gone, or never was.
    #[error("there is no member {0}; they may have deleted their account")]
    NoSuchMember(MemberId),
    /// The end is not after the start.
    #[error("a grant must end after it starts")]
    EndsTooEarly,
    /// Another plan has this key.
    #[error("there is a plan {0} already")]
    PlanExists(PlanKey),
    /// A plan that nobody can tell the name of.
    #[error("a plan needs a name in one language at least")]
    Nameless,
    /// Nothing can be sold so.
    #[error(transparent)]
    Terms(#[from] crate::prices::NotTerms),
    /// Another code that still works is spelt so.
    #[error("there is a promotion code {0} already")]
    CodeExists(String),
    /// Nothing can be bought here.
    #[error("no Stripe account is configured; set stripe.secret_key")]
    NoStripe,
    /// Stripe gave no answer that can be used.
    #[error(transparent)]
    Stripe(#[from] crate::stripe::StripeFailure),
    /// The price isn't offered, or not any more.
    #[error("there is no such price on offer")]
    NoSuchPrice,
    /// Nothing, or an amount that Stripe can't count.
    #[error("{0} can't be charged; expected more than nothing, in an amount that Stripe can count")]
    NotChargeable(Money),
    /// Fewer seats than are sold, or more.
    #[error("expected {at_least} to {at_most} seats")]
    Seats {
        /// The fewest.
        at_least: u32,
        /// The most.
        at_most: u32,
    },
    /// Codes can't be made or told without the server's secret.
    #[error("no secret is configured to make codes with")]
    NoSecret,
    /// There is no such promotion code, or it can't be used any more.
    #[error("there is no such promotion code")]
    NoSuchCode,
    /// The member has no such purchase.
    #[error("there is no such subscription")]
    NoSuchPurchase,
    /// It can't be done as the subscription stands.
    #[error("this can't be done as the subscription stands")]
    NotNow,
    /// What was shown was reckoned too long ago to be charged by.
    #[error("the amount was reckoned too long ago; it must be shown anew")]
    Stale,
    /// Another worker was given the task meanwhile; it will do it.
    #[error("the task took too long and was given to another worker")]
    TooSlow,
    /// Another task has written down how the customer stands; it must be looked at again.
    #[error("the customer was written down by another task meanwhile")]
    Overtaken,
    /// Facts can't be written down.
    #[error("facts can't be written: {0}")]
    Facts(String),
    /// More than the rules of what is given away can be.
    #[error("too generous; expected at most 30 stories and 1,000 gift links a month")]
    TooGenerous,
    /// An institution without a name that can be shown.
    #[error("not a name; expected 1 to 120 characters on one line")]
    InstitutionName,
    /// An institution without a network.
    #[error("an institution needs a network such as 192.0.2.0/24 or 2001:db8::/32")]
    NoNetwork,
    /// A network that half the world is in.
    #[error("{0} is too wide for an institution; expected /8 or narrower, with IPv6 /19 or narrower")]
    TooWide(ipnet::IpNet),
    /// No institution has this id, or it has ended.
    #[error("there is no institution {0}, or it has ended")]
    NoSuchInstitution(crate::courtesy::InstitutionId),
    /// A row holds what this release can't read.
    #[error(
        "{column} of {table} holds “{value}”, which this release can't read; was it written by a newer one?"
    )]
    Unreadable {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// What was found.
        value: String,
    },
}
