//! Throwing away what has served its purpose.

use jiff::SignedDuration;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::accounts::Accounts;
use crate::database::millis_after;
use crate::entity::{session, sign_in};
use crate::error::AccountError;

/// How long a sign-in is kept: longer than its limits look back, and long enough to say “expired”
/// to one who opens yesterday evening's link.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// What was thrown away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Swept {
    /// Sign-ins older than a day; they hold addresses of people who may have no account.
    pub sign_ins: u64,
    /// Sessions that have ended.
    pub sessions: u64,
}

impl Accounts {
    /// Deletes old sign-ins, ended sessions, and files of members that came in. To be called now and then, by any node.
    pub async fn sweep(&self) -> Result<Swept, AccountError> {
        let now = self.now();
        let sign_ins = sign_in::Entity::delete_many()
            .filter(sign_in::Column::CreatedAt.lt(millis_after(now, -KEPT)))
            .exec(&self.database)
            .await?;
        let sessions = session::Entity::delete_many()
            .filter(session::Column::ExpiresAt.lte(now.as_millisecond()))
            .exec(&self.database)
            .await?;
        self.sweep_imports().await?;
        Ok(Swept { sign_ins: sign_ins.rows_affected, sessions: sessions.rows_affected })
    }
}
