//! Asking for a sign-in mail. Whether the address has an account plays no part in it: the same rows
//! are written, the same limits hold, the same answer comes back.

use jiff::{SignedDuration, Timestamp};
use kernel::time::from_millis;
use kernel::{Email, Locale};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
};

use super::SIGN_IN_LIFETIME;
use crate::accounts::Accounts;
use crate::database;
use crate::entity::sign_in;
use crate::error::AccountError;
use crate::return_to::ReturnTo;
use crate::secret::{self, BrowserKey, SignInToken};

/// The time over which starts are counted.
const WINDOW: SignedDuration = SignedDuration::from_hours(1);

/// What the mail must carry.
#[derive(Clone)]
pub struct Started {
    /// For the link.
    pub token: SignInToken,
    /// Six digits, for another device.
    pub code: String,
    /// When both become void.
    pub expires_at: Timestamp,
}

/// Why no mail is to be sent.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The limit of the address or of the network is reached.
    #[error("too many sign-ins were asked for; try again in an hour")]
    TooMany,
    /// The accounts failed.
    #[error(transparent)]
    Account(#[from] AccountError),
}

impl Accounts {
    /// Prepares a sign-in that only `browser` can finish, to be continued at `return_to`. `network`
    /// is the address that asks, or the part of it that one customer has (IPv6: /64); only a keyed
    /// hash of it is kept.
    pub async fn start_sign_in(
        &self,
        email: &Email,
        locale: &Locale,
        return_to: &ReturnTo,
        browser: &BrowserKey,
        network: &str,
    ) -> Result<Started, StartError> {
        let now = self.now();
        let (token, code) = (SignInToken::generate()?, secret::code()?);
        let id = kernel::id::v7(now);
        let expires_at = database::millis_after(now, SIGN_IN_LIFETIME);
        let row = sign_in::ActiveModel {
            id: Set(id),
            email: Set(email.to_string()),
            token_hash: Set(token.hash()),
            code_hash: Set(self.keys.code(id, &code)),
            browser_hash: Set(browser.hash()),
            network: Set(self.keys.network(network)),
            locale: Set(locale.to_string()),
            return_to: Set(return_to.to_string()),
            attempts: Set(0),
            created_at: Set(now.as_millisecond()),
            expires_at: Set(expires_at),
            used_at: Set(None),
        };
        let transaction = database::begin(&self.database).await?;
        let locks = [("address", email.as_str()), ("network", network)];
        let locks = locks.map(|(kind, name)| self.keys.lock(&format!("{kind} {name}")));
        database::lock(&transaction, locks.to_vec()).await?;
        if !self.within_limits(&transaction, email, network, now).await? {
            return Err(StartError::TooMany);
        }
        sign_in::Entity::insert(row).exec_without_returning(&transaction).await?;
        transaction.commit().await?;
        Ok(Started { token, code, expires_at: from_millis(expires_at) })
    }

    async fn within_limits(
        &self,
        db: &DatabaseTransaction,
        email: &Email,
        network: &str,
        now: Timestamp,
    ) -> Result<bool, DbErr> {
        let recent = sign_in::Column::CreatedAt.gt(database::millis_after(now, -WINDOW));
        let recent = || sign_in::Entity::find().filter(recent.clone());
        let of_address = recent().filter(sign_in::Column::Email.eq(email.as_str())).count(db).await?;
        let of_network =
            recent().filter(sign_in::Column::Network.eq(self.keys.network(network))).count(db).await?;
        Ok(of_address < self.settings.starts_per_address && of_network < self.settings.starts_per_network)
    }
}

impl From<DbErr> for StartError {
    fn from(error: DbErr) -> Self {
        Self::Account(error.into())
    }
}

impl From<crate::NoRandomness> for StartError {
    fn from(error: crate::NoRandomness) -> Self {
        Self::Account(error.into())
    }
}

/// Keeps what opens the door out of logs.
impl std::fmt::Debug for Started {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Started").field("expires_at", &self.expires_at).finish_non_exhaustive()
    }
}
