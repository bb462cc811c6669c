//! Second factors as a whole: which somebody has, and taking all away from one who lost theirs.

use jiff::Timestamp;
use kernel::MemberId;
use kernel::time::from_millis;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use uuid::Uuid;

use crate::accounts::Accounts;
use crate::audit::{self, Actor};
use crate::database;
use crate::entity::{passkey, recovery_code, session, staff_proof};
use crate::error::AccountError;

/// How a member of staff can prove who they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Factors {
    /// Whether they have a password.
    pub password: bool,
    /// Whether they have one-time codes.
    pub totp: bool,
    /// Their passkeys, the oldest first.
    pub passkeys: Vec<OwnPasskey>,
}

/// A passkey as its owner knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPasskey {
    /// Its id here.
    pub id: Uuid,
    /// What its owner calls it.
    pub name: String,
    /// Since when they have it.
    pub created_at: Timestamp,
    /// When it was last used.
    pub used_at: Option<Timestamp>,
}

impl Factors {
    /// Whether they have a second factor.
    #[must_use]
    pub fn second(&self) -> bool {
        self.totp || !self.passkeys.is_empty()
    }
}

impl Accounts {
    /// What a member can prove who they are with. Two queries.
    pub async fn factors(&self, member: MemberId) -> Result<Factors, AccountError> {
        let proof = self.staff_proof(member).await?;
        let rows = passkey::Entity::find()
            .filter(passkey::Column::MemberId.eq(member.as_uuid()))
            .order_by_asc(passkey::Column::CreatedAt)
            .all(&self.database)
            .await?;
        let passkeys = rows.into_iter().map(|row| OwnPasskey {
            id: row.id,
            name: row.name,
            created_at: from_millis(row.created_at),
            used_at: row.used_at.map(from_millis),
        });
        Ok(Factors {
            password: proof.as_ref().is_some_and(|proof| proof.password.is_some()),
            totp: proof.is_some_and(|proof| proof.totp.is_some()),
            passkeys: passkeys.collect(),
        })
    }

    pub(crate) async fn staff_proof(
        &self,
        member: MemberId,
    ) -> Result<Option<staff_proof::Model>, AccountError> {
        Ok(staff_proof::Entity::find_by_id(member.as_uuid()).one(&self.database).await?)
    }

    /// Takes all second factors away from somebody who lost theirs, and ends their staff sessions. They
    /// sign in by password and, where their role asks for it, set up new ones.
    pub async fn reset_factors(&self, member: MemberId, actor: impl Into<Actor>) -> Result<(), AccountError> {
        let (id, transaction) = (member.as_uuid(), database::begin(&self.database).await?);
        passkey::Entity::delete_many().filter(passkey::Column::MemberId.eq(id)).exec(&transaction).await?;
        recovery_code::Entity::delete_many()
            .filter(recovery_code::Column::MemberId.eq(id))
            .exec(&transaction)
            .await?;
        staff_proof::Entity::update_many()
            .col_expr(staff_proof::Column::Totp, Expr::value(None::<String>))
            .filter(staff_proof::Column::MemberId.eq(id))
            .exec(&transaction)
            .await?;
        end_staff_sessions(&transaction, id).await?;
        let (now, actor) = (self.now(), actor.into());
        audit::record(&transaction, now, &actor, "factors-reset", &member.to_string(), &json!({})).await?;
        Ok(transaction.commit().await?)
    }
}

/// Ends somebody's staff sessions: what these may do has changed.
pub(crate) async fn end_staff_sessions(
    db: &impl ConnectionTrait,
    member: Uuid,
) -> Result<(), sea_orm::DbErr> {
    session::Entity::delete_many()
        .filter(session::Column::MemberId.eq(member))
        .filter(session::Column::StaffUntil.is_not_null())
        .exec(db)
        .await?;
    Ok(())
}
