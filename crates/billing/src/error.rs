//! What can go wrong with plans and grants.

use kernel::{MemberId, PlanKey};

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
    /// Nothing can be bought here.
    #[error("no Stripe account is configured; set stripe.secret_key")]
    NoStripe,
    /// Stripe gave no answer that can be used.
    #[error(transparent)]
    Stripe(#[from] crate::stripe::StripeFailure),
    /// The price isn't offered, or not any more.
    #[error("there is no such price on offer")]
    NoSuchPrice,
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
    /// Facts can't be written down.
    #[error("facts can't be written: {0}")]
    Facts(String),
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
