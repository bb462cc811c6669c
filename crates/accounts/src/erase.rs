//! Deleting an account, for good.

use kernel::MemberId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use crate::accounts::Accounts;
use crate::entity::{member, sign_in};
use crate::error::AccountError;
use crate::{audit, database};

impl Accounts {
    /// Deletes a member with everything the database keeps about them: the schema takes sessions,
    /// role and grants along, and the sign-ins of their address go too. What stays is that an
    /// account with this id was erased. Mail still in its queue is for `mail` to forget.
    pub async fn erase(&self, id: MemberId) -> Result<(), AccountError> {
        let transaction = database::begin(&self.database).await?;
        let member = member::Entity::find_by_id(id.as_uuid()).one(&transaction).await?;
        let member = member.ok_or(AccountError::NoSuchMember(id))?;
        sign_in::Entity::delete_many()
            .filter(sign_in::Column::Email.eq(member.email))
            .exec(&transaction)
            .await?;
        member::Entity::delete_by_id(id.as_uuid()).exec(&transaction).await?;
        let subject = id.to_string();
        audit::record(
            &transaction,
            self.now(),
            &subject.as_str().into(),
            "member-erased",
            &subject,
            &json!({}),
        )
        .await?;
        transaction.commit().await?;
        Ok(())
    }
}
