//! Turning a token or a code into a session, once.

use kernel::{Email, Locale};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder};
use subtle::ConstantTimeEq;

use super::State;
use crate::accounts::Accounts;
use crate::entity::sign_in;
use crate::error::AccountError;
use crate::languages::Languages;
use crate::member::{self, Member};
use crate::return_to::ReturnTo;
use crate::secret::{BrowserKey, SessionToken};
use crate::session::Session;
use crate::{NoRandomness, database};

/// Codes that can be tried for one sign-in.
pub const MOST_ATTEMPTS: i32 = 5;

/// A finished sign-in.
#[derive(Clone, Debug)]
pub struct Opened {
    /// What the browser must show from now on.
    pub token: SessionToken,
    /// The new session.
    pub session: Session,
    /// Who has signed in.
    pub member: Member,
    /// Where they wanted to go.
    pub return_to: ReturnTo,
}

/// Why a sign-in isn't finished.
#[derive(Debug, thiserror::Error)]
pub enum FinishError {
    /// There is no such sign-in, or the code is wrong.
    #[error("the link or the code is wrong; check it, or ask for a new mail")]
    Unknown,
    /// More than 15 minutes have passed.
    #[error("the link or the code has expired; ask for a new mail")]
    Expired,
    /// It was finished before.
    #[error("the link or the code was used already; ask for a new mail")]
    Used,
    /// Another browser asked.
    #[error("the link works in the browser that asked for it; open it there, or type the code there")]
    OtherBrowser,
    /// Too many wrong codes; the link still works.
    #[error("too many wrong codes; use the link, or ask for a new mail")]
    TooManyAttempts,
    /// The accounts failed.
    #[error(transparent)]
    Account(#[from] AccountError),
}

impl Accounts {
    /// Signs in by the token of a link, in the browser that asked for it.
    pub async fn finish_by_token(
        &self,
        token: &str,
        browser: &BrowserKey,
        user_agent: &str,
    ) -> Result<Opened, FinishError> {
        let row = self.open_sign_in(token).await?;
        if !row.belongs_to(browser) {
            return Err(FinishError::OtherBrowser);
        }
        self.finish(row, user_agent).await
    }

    /// Signs in by the six digits of any mail this browser asked for. A code that is wrong counts
    /// as an attempt for each of these.
    pub async fn finish_by_code(
        &self,
        browser: &BrowserKey,
        code: &str,
        user_agent: &str,
    ) -> Result<Opened, FinishError> {
        if code.len() != 6 || !code.bytes().all(|b| b.is_ascii_digit()) {
            return Err(FinishError::Unknown);
        }
        let attempted = self.count_attempt(browser).await?;
        if attempted.is_empty() {
            return Err(self.why_no_attempt(browser).await?);
        }
        let spent = attempted.iter().all(|row| row.attempts >= MOST_ATTEMPTS);
        let matches = |row: &sign_in::Model| -> bool {
            row.code_hash.as_bytes().ct_eq(self.keys.code(row.id, code).as_bytes()).into()
        };
        match attempted.into_iter().find(matches) {
            Some(row) => self.finish(row, user_agent).await,
            None if spent => Err(FinishError::TooManyAttempts),
            None => Err(FinishError::Unknown),
        }
    }

    /// Takes an attempt from each of the browser's open sign-ins that has one left, and gives these
    /// back. It is counted before anything is compared, in one statement, so guesses at the same
    /// time can't get more than there are.
    async fn count_attempt(&self, browser: &BrowserKey) -> Result<Vec<sign_in::Model>, DbErr> {
        sign_in::Entity::update_many()
            .col_expr(sign_in::Column::Attempts, Expr::col(sign_in::Column::Attempts).add(1))
            .filter(sign_in::Column::BrowserHash.eq(browser.hash()))
            .filter(sign_in::Column::UsedAt.is_null())
            .filter(sign_in::Column::ExpiresAt.gt(self.now().as_millisecond()))
            .filter(sign_in::Column::Attempts.lt(MOST_ATTEMPTS))
            .exec_with_returning(&self.database)
            .await
    }

    /// What became of the browser's newest sign-in.
    async fn why_no_attempt(&self, browser: &BrowserKey) -> Result<FinishError, DbErr> {
        let newest = sign_in::Entity::find()
            .filter(sign_in::Column::BrowserHash.eq(browser.hash()))
            .order_by_desc(sign_in::Column::CreatedAt)
            .order_by_desc(sign_in::Column::Id)
            .one(&self.database)
            .await?;
        Ok(match newest.map(|row| row.state(self.now())) {
            None => FinishError::Unknown,
            Some(State::Used) => FinishError::Used,
            Some(State::Expired) => FinishError::Expired,
            Some(State::Open) => FinishError::TooManyAttempts,
        })
    }

    /// Marks the sign-in used, makes the member if they are new, and opens the session: all or
    /// nothing, and for one caller only.
    async fn finish(&self, row: sign_in::Model, user_agent: &str) -> Result<Opened, FinishError> {
        let (email, locale, return_to) = row.read()?;
        let now = self.now();
        let transaction = database::begin(&self.database).await?;
        let marked = sign_in::Entity::update_many()
            .col_expr(sign_in::Column::UsedAt, Expr::value(now.as_millisecond()))
            .filter(sign_in::Column::Id.eq(row.id))
            .filter(sign_in::Column::UsedAt.is_null())
            .exec(&transaction)
            .await?;
        if marked.rows_affected == 0 {
            return Err(FinishError::Used);
        }
        let id = member::ensure(&transaction, now, &email, "", &Languages::of(locale)).await?;
        member::prove(&transaction, now, id).await?;
        let new = self.open(&transaction, id, user_agent).await?;
        let member = member::load(&transaction, id).await?.ok_or(AccountError::NoSuchMember(id))?;
        transaction.commit().await?;
        Ok(Opened { token: new.token, session: new.session, member, return_to })
    }
}

impl sign_in::Model {
    fn read(&self) -> Result<(Email, Locale, ReturnTo), AccountError> {
        let unreadable = |column, value: &str| AccountError::Unreadable {
            table: "sign_in",
            column,
            value: value.to_owned(),
        };
        Ok((
            self.email.parse().map_err(|_| unreadable("email", "…"))?,
            self.locale.parse().map_err(|_| unreadable("locale", &self.locale))?,
            self.return_to.parse().map_err(|_| unreadable("return_to", &self.return_to))?,
        ))
    }
}

impl From<DbErr> for FinishError {
    fn from(error: DbErr) -> Self {
        Self::Account(error.into())
    }
}

impl From<NoRandomness> for FinishError {
    fn from(error: NoRandomness) -> Self {
        Self::Account(error.into())
    }
}
