//! Who did what to whom. Entries are never changed, and outlive the accounts they speak of; so they
//! name members by id, and never hold an address or a name.

use jiff::Timestamp;
use kernel::time::from_millis;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use serde_json::Value;

use crate::accounts::Accounts;
use crate::entity::audit;
use crate::error::AccountError;

/// One entry of the audit trail.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Audited {
    /// When it happened.
    pub at: Timestamp,
    /// Who did it: a member's id, or a name such as `command line`.
    pub actor: String,
    /// What was done, such as `role-set`.
    pub action: String,
    /// To whom or what: an id.
    pub subject: String,
    /// What else is worth knowing; of a change, `before` and `after`.
    pub detail: Value,
    /// From where: a keyed hash of the network ([`Accounts::network_mark`]); empty if from no network.
    pub network: String,
    /// With what: the browser and its system; empty if unknown.
    pub device: String,
}

/// Who does something, and from where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actor {
    /// A member's id, or a name such as `command line`.
    pub name: String,
    /// A keyed hash of their network ([`Accounts::network_mark`]); empty if they come from none.
    pub network: String,
    /// Their browser and its system ([`crate::device_label`]); empty if unknown.
    pub device: String,
}

impl From<&str> for Actor {
    fn from(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }
}

impl From<String> for Actor {
    fn from(name: String) -> Self {
        Self { name, ..Self::default() }
    }
}

impl Accounts {
    /// Records that `actor` did `action` to `subject`. None of it may hold personal data other than
    /// ids: entries outlive accounts.
    pub async fn record(
        &self,
        actor: impl Into<Actor>,
        action: &str,
        subject: &str,
        detail: &Value,
    ) -> Result<(), AccountError> {
        Ok(record(&self.database, self.now(), &actor.into(), action, subject, detail).await?)
    }

    /// What was done to `subject`, oldest first. One query.
    pub async fn audited(&self, subject: &str) -> Result<Vec<Audited>, AccountError> {
        let entries = audit::Entity::find()
            .filter(audit::Column::Subject.eq(subject))
            .order_by_asc(audit::Column::At)
            .order_by_asc(audit::Column::Id)
            .all(&self.database)
            .await?;
        entries.into_iter().map(Audited::from_row).collect()
    }
}

impl Audited {
    fn from_row(row: audit::Model) -> Result<Self, AccountError> {
        let detail = serde_json::from_str(&row.detail).map_err(|_| AccountError::Unreadable {
            table: "audit",
            column: "detail",
            value: row.detail,
        })?;
        Ok(Self {
            at: from_millis(row.at),
            actor: row.actor,
            action: row.action,
            subject: row.subject,
            detail,
            network: row.network,
            device: row.device,
        })
    }
}

/// Records an entry in the caller's transaction.
pub(crate) async fn record(
    db: &impl ConnectionTrait,
    now: Timestamp,
    actor: &Actor,
    action: &str,
    subject: &str,
    detail: &Value,
) -> Result<(), DbErr> {
    let row = audit::ActiveModel {
        id: Set(kernel::id::v7(now)),
        at: Set(now.as_millisecond()),
        actor: Set(actor.name.clone()),
        action: Set(action.to_owned()),
        subject: Set(subject.to_owned()),
        detail: Set(detail.to_string()),
        network: Set(actor.network.clone()),
        device: Set(actor.device.clone()),
    };
    audit::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}
