//! Signed-in browsers.

use jiff::{SignedDuration, Timestamp};
use kernel::access::{Held, Holding, Standing};
use kernel::time::from_millis;
use kernel::{MemberId, SessionId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;

use crate::accounts::Accounts;
use crate::database::millis_after;
use crate::device;
use crate::entity::{holding, member, session, staff};
use crate::error::AccountError;
use crate::member::Member;
use crate::secret::{SessionToken, sha256};

/// How old `last_seen_at` gets before it is written again, so that a busy reader doesn't cost a
/// write a page.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// One browser in which a member is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Session {
    /// Its id; it opens nothing.
    pub id: SessionId,
    /// The browser and its system, such as `Firefox · Android`; empty if unknown.
    pub device: String,
    /// When the member signed in.
    pub created_at: Timestamp,
    /// When it was last used, to five minutes.
    pub last_seen_at: Timestamp,
    /// When it ends, unless it is used before.
    pub expires_at: Timestamp,
}

/// Who is behind a session's token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The session.
    pub session: Session,
    /// The member.
    pub member: Member,
    /// What decides what they may read.
    pub standing: Standing,
}

/// A session just opened.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// What the browser must show from now on. It is nowhere else: only its hash is stored.
    pub token: SessionToken,
    /// The session.
    pub session: Session,
}

impl Accounts {
    /// Opens a session for a member whose identity is proved by other means than a sign-in mail.
    pub async fn open_session(&self, member: MemberId, user_agent: &str) -> Result<NewSession, AccountError> {
        self.open(&self.database, member, user_agent).await
    }

    pub(crate) async fn open(
        &self,
        db: &impl ConnectionTrait,
        member: MemberId,
        user_agent: &str,
    ) -> Result<NewSession, AccountError> {
        let (token, now) = (SessionToken::generate()?, self.now());
        let row = session::Model {
            id: SessionId::new(now).as_uuid(),
            member_id: member.as_uuid(),
            token_hash: token.hash(),
            device: device::label(user_agent),
            created_at: now.as_millisecond(),
            last_seen_at: now.as_millisecond(),
            expires_at: millis_after(now, self.settings.session_lifetime),
        };
        let active = session::ActiveModel {
            id: Set(row.id),
            member_id: Set(row.member_id),
            token_hash: Set(row.token_hash.clone()),
            device: Set(row.device.clone()),
            created_at: Set(row.created_at),
            last_seen_at: Set(row.last_seen_at),
            expires_at: Set(row.expires_at),
        };
        session::Entity::insert(active).exec_without_returning(db).await?;
        Ok(NewSession { token, session: row.into() })
    }

    /// Who is behind a token, and what they hold; `None` if it opens no session, or no longer. One
    /// query; every five minutes a second one that keeps the session alive.
    pub async fn session(&self, token: &str) -> Result<Option<SignedIn>, AccountError> {
        let now = self.now();
        let rows = session::Entity::find()
            .filter(session::Column::TokenHash.eq(sha256(token)))
            .filter(session::Column::ExpiresAt.gt(now.as_millisecond()))
            .find_also_related(member::Entity)
            .find_also(member::Entity, staff::Entity)
            .find_also(member::Entity, holding::Entity)
            .all(&self.database)
            .await?;
        // One row for each holding, or one without.
        let Some((session, Some(member), staff, _)) = rows.first().cloned() else {
            return Ok(None);
        };
        let standing = if staff.is_some() {
            Standing::Staff
        } else {
            let holdings = rows.into_iter().filter_map(|(.., holding)| holding);
            Standing::Member(holdings.map(held).collect::<Result<_, _>>()?)
        };
        let member = Member::from_row((member, staff))?;
        let mut session = Session::from(session);
        if now.duration_since(session.last_seen_at) >= SEEN_EVERY {
            // A reader isn't turned away because this couldn't be written.
            if let Err(error) = self.touch(&mut session, now).await {
                tracing::warn!(%error, "can't note that a session was used");
            }
        }
        Ok(Some(SignedIn { session, member, standing }))
    }

    async fn touch(&self, session: &mut Session, now: Timestamp) -> Result<(), DbErr> {
        let expires_at = millis_after(now, self.settings.session_lifetime);
        session::Entity::update_many()
            .col_expr(session::Column::LastSeenAt, Expr::value(now.as_millisecond()))
            .col_expr(session::Column::ExpiresAt, Expr::value(expires_at))
            .filter(session::Column::Id.eq(session.id.as_uuid()))
            // Of requests at the same time one writes.
            .filter(session::Column::LastSeenAt.eq(session.last_seen_at.as_millisecond()))
            .exec(&self.database)
            .await?;
        session.last_seen_at = now;
        session.expires_at = from_millis(expires_at);
        Ok(())
    }

    /// A member's sessions, the last used first. One query.
    pub async fn sessions(&self, member: MemberId) -> Result<Vec<Session>, AccountError> {
        let sessions = session::Entity::find()
            .filter(session::Column::MemberId.eq(member.as_uuid()))
            .filter(session::Column::ExpiresAt.gt(self.now().as_millisecond()))
            .order_by_desc(session::Column::LastSeenAt)
            .order_by_desc(session::Column::Id)
            .all(&self.database)
            .await?;
        Ok(sessions.into_iter().map(Session::from).collect())
    }

    /// Ends one of a member's sessions. If it is somebody else's, or has ended, nothing happens.
    pub async fn revoke_session(&self, member: MemberId, session: SessionId) -> Result<(), AccountError> {
        session::Entity::delete_many()
            .filter(session::Column::Id.eq(session.as_uuid()))
            .filter(session::Column::MemberId.eq(member.as_uuid()))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// Ends the session that a token opens; says which it was. To be called when its browser signs in
    /// anew.
    pub async fn end_session(&self, token: &str) -> Result<Option<SessionId>, AccountError> {
        let ended = session::Entity::delete_many()
            .filter(session::Column::TokenHash.eq(sha256(token)))
            .exec_with_returning(&self.database)
            .await?;
        Ok(ended.into_iter().next().map(|session| session.id.into()))
    }

    /// Ends all of a member's sessions but one; says which have ended.
    pub async fn revoke_other_sessions(
        &self,
        member: MemberId,
        kept: SessionId,
    ) -> Result<Vec<SessionId>, AccountError> {
        let ended = session::Entity::delete_many()
            .filter(session::Column::MemberId.eq(member.as_uuid()))
            .filter(session::Column::Id.ne(kept.as_uuid()))
            .exec_with_returning(&self.database)
            .await?;
        Ok(ended.into_iter().map(|session| session.id.into()).collect())
    }

    /// Gives a session a new token, after a change of what it may do; the old one opens nothing any
    /// more. `None` if the session has ended.
    pub async fn rotate_session(&self, session: SessionId) -> Result<Option<SessionToken>, AccountError> {
        let token = SessionToken::generate()?;
        let rotated = session::Entity::update_many()
            .col_expr(session::Column::TokenHash, Expr::value(token.hash()))
            .filter(session::Column::Id.eq(session.as_uuid()))
            .exec(&self.database)
            .await?;
        Ok((rotated.rows_affected > 0).then_some(token))
    }
}

fn held(row: holding::Model) -> Result<Holding, AccountError> {
    let unreadable = |value| AccountError::Unreadable { table: "holding", column: "plan", value };
    let what = match (row.plan, row.article_id) {
        (Some(plan), _) => Held::Plan(plan.parse().map_err(|_| unreadable(plan))?),
        (None, Some(article)) => Held::Article(article.into()),
        (None, None) => return Err(unreadable(String::new())),
    };
    Ok(Holding { what, from: from_millis(row.starts_at), until: row.ends_at.map(from_millis) })
}

impl From<session::Model> for Session {
    fn from(row: session::Model) -> Self {
        Self {
            id: row.id.into(),
            device: row.device,
            created_at: from_millis(row.created_at),
            last_seen_at: from_millis(row.last_seen_at),
            expires_at: from_millis(row.expires_at),
        }
    }
}
