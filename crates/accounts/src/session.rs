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
    /// Whether it is one of staff.
    pub staff: bool,
}

/// By what a staff session was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// By a password alone.
    Password,
    /// With a second factor, or by a passkey.
    Factor,
}

impl Proof {
    /// Its name in the database and in the audit trail.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Factor => "factor",
        }
    }
}

/// What makes a session one of staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StaffSession {
    /// By what it was opened.
    pub proof: Proof,
    /// When its holder last proved who they are.
    pub proved_at: Timestamp,
    /// When it ends, however it is used.
    pub until: Timestamp,
    /// Whether it has the second factor that the role asks for. Until then it opens nothing but the
    /// way to one.
    pub complete: bool,
}

/// Who is behind a session's token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The session.
    pub session: Session,
    /// The member.
    pub member: Member,
    /// What decides what they may read. Who works here is staff only in a staff session.
    pub standing: Standing,
    /// What makes the session one of staff; `None` for a reader's, also of somebody who works here.
    pub staff: Option<StaffSession>,
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
        let until = millis_after(self.now(), self.settings.session_lifetime);
        self.insert(db, member, user_agent, until, None).await
    }

    /// Opens a staff session.
    pub(crate) async fn open_staff(
        &self,
        db: &impl ConnectionTrait,
        member: MemberId,
        proof: Proof,
        user_agent: &str,
    ) -> Result<NewSession, AccountError> {
        let now = self.now();
        let until = millis_after(now, self.settings.staff_lifetime);
        let idle = millis_after(now, self.settings.staff_idle).min(until);
        self.insert(db, member, user_agent, idle, Some((until, proof))).await
    }

    async fn insert(
        &self,
        db: &impl ConnectionTrait,
        member: MemberId,
        user_agent: &str,
        expires_at: i64,
        staff: Option<(i64, Proof)>,
    ) -> Result<NewSession, AccountError> {
        let (token, now) = (SessionToken::generate()?, self.now());
        let row = session::Model {
            id: SessionId::new(now).as_uuid(),
            member_id: member.as_uuid(),
            token_hash: token.hash(),
            device: device::label(user_agent),
            created_at: now.as_millisecond(),
            last_seen_at: now.as_millisecond(),
            expires_at,
            staff_until: staff.map(|(until, _)| until),
            proof: staff.map(|(_, proof)| proof.as_str().to_owned()),
            proved_at: staff.map(|_| now.as_millisecond()),
        };
        let active = session::ActiveModel {
            id: Set(row.id),
            member_id: Set(row.member_id),
            token_hash: Set(row.token_hash.clone()),
            device: Set(row.device.clone()),
            created_at: Set(row.created_at),
            last_seen_at: Set(row.last_seen_at),
            expires_at: Set(row.expires_at),
            staff_until: Set(row.staff_until),
            proof: Set(row.proof.clone()),
            proved_at: Set(row.proved_at),
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
        let member = Member::from_row((member, staff))?;
        let staff = member.role.and_then(|role| session.staff(self.settings.second_factor.is_asked_of(role)));
        let standing = if staff.is_some_and(|staff| staff.complete) {
            Standing::Staff
        } else {
            let holdings = rows.into_iter().filter_map(|(.., holding)| holding);
            Standing::Member(holdings.map(held).collect::<Result<_, _>>()?)
        };
        let mut session = Session::from(session);
        let every = if staff.is_some() { SEEN_EVERY.min(self.settings.staff_idle / 12) } else { SEEN_EVERY };
        if now.duration_since(session.last_seen_at) >= every {
            // A reader isn't turned away because this couldn't be written.
            if let Err(error) = self.touch(&mut session, staff, now).await {
                tracing::warn!(%error, "can't note that a session was used");
            }
        }
        Ok(Some(SignedIn { session, member, standing, staff }))
    }

    async fn touch(
        &self,
        session: &mut Session,
        staff: Option<StaffSession>,
        now: Timestamp,
    ) -> Result<(), DbErr> {
        let expires_at = match staff {
            Some(staff) => millis_after(now, self.settings.staff_idle).min(staff.until.as_millisecond()),
            // Of somebody who was staff, too: that session ends when it would have.
            None if session.staff => return Ok(()),
            None => millis_after(now, self.settings.session_lifetime),
        };
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

impl Accounts {
    /// Notes that the holder of a staff session has just proved who they are.
    pub(crate) async fn note_proof(&self, session: SessionId) -> Result<(), AccountError> {
        session::Entity::update_many()
            .col_expr(session::Column::ProvedAt, Expr::value(self.now().as_millisecond()))
            .filter(session::Column::Id.eq(session.as_uuid()))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// Notes that the holder of a staff session has just set up a second factor with it.
    pub async fn complete_session(&self, session: SessionId) -> Result<(), AccountError> {
        session::Entity::update_many()
            .col_expr(session::Column::ProvedAt, Expr::value(self.now().as_millisecond()))
            .col_expr(session::Column::Proof, Expr::value(Proof::Factor.as_str()))
            .filter(session::Column::Id.eq(session.as_uuid()))
            .filter(session::Column::StaffUntil.is_not_null())
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// Who a member is in a staff session that nobody signed in to: for programs that walk the site.
    pub async fn open_staff_session(
        &self,
        member: MemberId,
        user_agent: &str,
    ) -> Result<NewSession, AccountError> {
        self.open_staff(&self.database, member, Proof::Factor, user_agent).await
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
            staff: row.staff_until.is_some(),
        }
    }
}

impl session::Model {
    fn staff(&self, asks_factor: bool) -> Option<StaffSession> {
        let proof = match self.proof.as_deref()? {
            "factor" => Proof::Factor,
            _ => Proof::Password,
        };
        Some(StaffSession {
            proof,
            proved_at: from_millis(self.proved_at?),
            until: from_millis(self.staff_until?),
            complete: proof == Proof::Factor || !asks_factor,
        })
    }
}
