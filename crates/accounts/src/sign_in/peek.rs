//! Looking at a sign-in without finishing it: mail scanners open links, so opening one must change
//! nothing.

use std::fmt;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use subtle::ConstantTimeEq;

use super::State;
use super::finish::FinishError;
use crate::accounts::Accounts;
use crate::entity::sign_in;
use crate::secret::{BrowserKey, sha256};

/// A sign-in that can still be finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// Whose it is, recognisable only to one who knows.
    pub email: MaskedEmail,
    /// Whether the browser that looks is the one that asked, and so may finish it.
    pub same_browser: bool,
}

/// An address of which only the first letter and the domain are left: `r…@example.org`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaskedEmail(String);

impl MaskedEmail {
    fn of(email: &str) -> Self {
        let (name, domain) = email.split_once('@').unwrap_or((email, ""));
        Self(format!("{}…@{domain}", name.chars().next().unwrap_or('…')))
    }
}

impl fmt::Display for MaskedEmail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Accounts {
    /// The sign-in behind a link's token. It changes nothing. One query.
    pub async fn peek_sign_in(
        &self,
        token: &str,
        browser: Option<&BrowserKey>,
    ) -> Result<Pending, FinishError> {
        let row = self.open_sign_in(token).await?;
        let same_browser = browser.is_some_and(|browser| row.belongs_to(browser));
        Ok(Pending { email: MaskedEmail::of(&row.email), same_browser })
    }

    /// The row behind a token that can still be used.
    pub(super) async fn open_sign_in(&self, token: &str) -> Result<sign_in::Model, FinishError> {
        let wanted = sign_in::Column::TokenHash.eq(sha256(token));
        let row = sign_in::Entity::find().filter(wanted).one(&self.database).await?;
        let row = row.ok_or(FinishError::Unknown)?;
        match row.state(self.now()) {
            State::Open => Ok(row),
            State::Used => Err(FinishError::Used),
            State::Expired => Err(FinishError::Expired),
        }
    }
}

impl sign_in::Model {
    pub(super) fn belongs_to(&self, browser: &BrowserKey) -> bool {
        self.browser_hash.as_bytes().ct_eq(browser.hash().as_bytes()).into()
    }
}
