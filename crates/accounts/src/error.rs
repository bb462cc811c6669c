//! What can go wrong with accounts.

use kernel::MemberId;

/// The system gave no random bytes.
#[derive(Debug, thiserror::Error)]
#[error("the system gives no randomness, so no secret can be made: {0}")]
pub struct NoRandomness(#[from] pub(crate) getrandom::Error);

/// Why an account couldn't be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The database failed; the same call may work later.
    #[error("the accounts can't be read or written: {0}")]
    Database(#[from] sea_orm::DbErr),
    /// No secret could be made.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
    /// The account is gone, or never was.
    #[error("there is no member {0}; they may have deleted their account")]
    NoSuchMember(MemberId),
    /// The name is too long or has control characters.
    #[error("not a name; expected at most {} characters on one line", crate::member::LONGEST_NAME)]
    Name,
    /// A password couldn't be hashed or compared.
    #[error("passwords can't be hashed: {0}")]
    Hash(String),
    /// The passkey library refused what isn't the person's fault.
    #[error("passkeys can't be used: {0}")]
    Passkeys(String),
    /// Somebody without a role was to get what only staff have.
    #[error("member {0} has no role; give them one first")]
    NotStaff(MemberId),
    /// Nobody would own the publication any more.
    #[error("they are the last owner; make somebody else an owner first")]
    LastOwner,
    /// Who works here can't delete their account before their role is taken away.
    #[error("they work here; their role has to be taken away first")]
    WorksHere,
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
