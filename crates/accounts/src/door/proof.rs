//! Setting a password.

use kernel::{MemberId, SessionId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::json;

use super::password::Password;
use crate::accounts::Accounts;
use crate::audit::{self, Actor};
use crate::database;
use crate::entity::{session, staff, staff_proof};
use crate::error::AccountError;

impl Accounts {
    /// Gives a member of staff a password, and ends their staff sessions but `kept`.
    pub async fn set_password(
        &self,
        member: MemberId,
        password: &Password,
        kept: Option<SessionId>,
        actor: impl Into<Actor>,
    ) -> Result<(), AccountError> {
        let hash = self.hasher.hash(password).await?;
        let transaction = database::begin(&self.database).await?;
        if staff::Entity::find_by_id(member.as_uuid()).one(&transaction).await?.is_none() {
            return Err(AccountError::NotStaff(member));
        }
        self.keep_password(&transaction, member, hash).await?;
        let mut others = session::Entity::delete_many()
            .filter(session::Column::MemberId.eq(member.as_uuid()))
            .filter(session::Column::StaffUntil.is_not_null());
        if let Some(kept) = kept {
            others = others.filter(session::Column::Id.ne(kept.as_uuid()));
        }
        others.exec(&transaction).await?;
        let (now, actor) = (self.now(), actor.into());
        audit::record(&transaction, now, &actor, "password-set", &member.to_string(), &json!({})).await?;
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn keep_password(
        &self,
        db: &impl ConnectionTrait,
        member: MemberId,
        hash: String,
    ) -> Result<(), AccountError> {
        let row = staff_proof::ActiveModel {
            member_id: Set(member.as_uuid()),
            password: Set(Some(hash)),
            totp: Set(None),
            totp_step: Set(0),
            changed_at: Set(self.now().as_millisecond()),
        };
        let replaced = OnConflict::column(staff_proof::Column::MemberId)
            .update_columns([staff_proof::Column::Password, staff_proof::Column::ChangedAt])
            .to_owned();
        staff_proof::Entity::insert(row).on_conflict(replaced).exec_without_returning(db).await?;
        Ok(())
    }
}
