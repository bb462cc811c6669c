//! Asking somebody to work here, by a mail with a link that works once.

use jiff::{SignedDuration, Timestamp};
use kernel::time::from_millis;
use kernel::{Email, Locale, MemberId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use uuid::Uuid;

use crate::accounts::Accounts;
use crate::audit::{self, Actor};
use crate::database;
use crate::door::password::Password;
use crate::entity::invitation;
use crate::error::AccountError;
use crate::languages::Languages;
use crate::member;
use crate::secret::{InvitationToken, sha256};
use crate::staff::{Role, read_locales, write_locales};

/// How long an invitation is good.
pub const INVITATION_LIFETIME: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Somebody who was asked and hasn't answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Its id; it opens nothing.
    pub id: Uuid,
    /// Whom.
    pub email: Email,
    /// As what.
    pub role: Role,
    /// In which languages; none stands for all.
    pub locales: Vec<Locale>,
    /// Since when.
    pub created_at: Timestamp,
    /// When it becomes void.
    pub expires_at: Timestamp,
}

/// Why an invitation can't be made or accepted.
#[derive(Debug, thiserror::Error)]
pub enum InvitationError {
    /// They work here already.
    #[error("they work here already; change their role instead")]
    WorksHere,
    /// There is no such invitation, or it was withdrawn, or accepted.
    #[error("this invitation is no longer good; ask for a new one")]
    Void,
    /// More than seven days have passed.
    #[error("this invitation has expired; ask for a new one")]
    Expired,
    /// The accounts failed.
    #[error(transparent)]
    Account(#[from] AccountError),
}

impl From<sea_orm::DbErr> for InvitationError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Account(error.into())
    }
}

impl Accounts {
    /// Asks somebody to work here; one who was asked before gets a new link, and the old one is void.
    /// Whether the one who asks may give this role is the caller's to judge ([`Role::may_set`]).
    pub async fn invite(
        &self,
        email: &Email,
        role: Role,
        locales: &[Locale],
        actor: Actor,
    ) -> Result<(Invitation, InvitationToken), InvitationError> {
        if self.member_by_email(email).await?.is_some_and(|member| member.role.is_some()) {
            return Err(InvitationError::WorksHere);
        }
        let locales = if role.has_locales() { locales } else { &[] };
        let token = InvitationToken::generate().map_err(AccountError::from)?;
        let (now, expires_at) = (self.now(), database::millis_after(self.now(), INVITATION_LIFETIME));
        let id = kernel::id::v7(now);
        let row = invitation::ActiveModel {
            id: Set(id),
            email: Set(email.to_string()),
            role: Set(role.as_str().to_owned()),
            locales: Set(write_locales(locales)),
            token_hash: Set(token.hash()),
            created_at: Set(now.as_millisecond()),
            expires_at: Set(expires_at),
            accepted_at: Set(None),
        };
        let transaction = database::begin(&self.database).await?;
        invitation::Entity::delete_many()
            .filter(invitation::Column::Email.eq(email.as_str()))
            .filter(invitation::Column::AcceptedAt.is_null())
            .exec(&transaction)
            .await?;
        invitation::Entity::insert(row).exec_without_returning(&transaction).await?;
        let detail = json!({ "role": role, "locales": locales });
        audit::record(&transaction, now, &actor, "staff-invited", &id.to_string(), &detail).await?;
        transaction.commit().await?;
        let invitation = Invitation {
            id,
            email: email.clone(),
            role,
            locales: locales.to_vec(),
            created_at: now,
            expires_at: from_millis(expires_at),
        };
        Ok((invitation, token))
    }

    /// Those who were asked and haven't answered, the last first; expired ones too. One query.
    pub async fn invitations(&self) -> Result<Vec<Invitation>, AccountError> {
        let rows = invitation::Entity::find()
            .filter(invitation::Column::AcceptedAt.is_null())
            .order_by_desc(invitation::Column::Id)
            .all(&self.database)
            .await?;
        rows.iter().map(Invitation::from_row).collect()
    }

    /// Takes an invitation back; nothing happens if it is no more.
    pub async fn withdraw_invitation(&self, id: Uuid, actor: Actor) -> Result<(), AccountError> {
        let transaction = database::begin(&self.database).await?;
        let withdrawn = invitation::Entity::delete_many()
            .filter(invitation::Column::Id.eq(id))
            .filter(invitation::Column::AcceptedAt.is_null())
            .exec(&transaction)
            .await?;
        if withdrawn.rows_affected > 0 {
            let (now, subject) = (self.now(), id.to_string());
            audit::record(&transaction, now, &actor, "invitation-withdrawn", &subject, &json!({})).await?;
        }
        Ok(transaction.commit().await?)
    }

    /// The invitation behind a link. It changes nothing. One query.
    pub async fn peek_invitation(&self, token: &str) -> Result<Invitation, InvitationError> {
        let wanted = invitation::Column::TokenHash.eq(sha256(token));
        let row = invitation::Entity::find().filter(wanted).one(&self.database).await?;
        let row = row.filter(|row| row.accepted_at.is_none()).ok_or(InvitationError::Void)?;
        if row.expires_at <= self.now().as_millisecond() {
            return Err(InvitationError::Expired);
        }
        Ok(Invitation::from_row(&row)?)
    }

    /// Accepts an invitation: role, name and password at once, for one caller only. Whoever has its
    /// link reads the mail of its address.
    pub async fn accept_invitation(
        &self,
        token: &str,
        name: &str,
        languages: &Languages,
        password: &Password,
        actor: Actor,
    ) -> Result<MemberId, InvitationError> {
        let invitation = self.peek_invitation(token).await?;
        let name = member::clean(name)?;
        let hash = self.hasher.hash(password).await?;
        let now = self.now();
        let transaction = database::begin(&self.database).await?;
        let accepted = invitation::Entity::update_many()
            .col_expr(invitation::Column::AcceptedAt, Expr::value(now.as_millisecond()))
            .filter(invitation::Column::Id.eq(invitation.id))
            .filter(invitation::Column::AcceptedAt.is_null())
            .exec(&transaction)
            .await?;
        if accepted.rows_affected == 0 {
            return Err(InvitationError::Void);
        }
        let id = member::ensure(&transaction, now, &invitation.email, name, languages).await?;
        if !name.is_empty() {
            member::rename(&transaction, id, name).await?;
        }
        member::prove(&transaction, now, id).await?;
        let actor = Actor { name: id.to_string(), ..actor };
        let work = (Some(invitation.role), invitation.locales.as_slice());
        self.write_work(&transaction, id, work.0, work.1, &actor).await?;
        self.keep_password(&transaction, id, hash).await?;
        let detail = json!({ "invitation": invitation.id });
        audit::record(&transaction, now, &actor, "invitation-accepted", &id.to_string(), &detail).await?;
        transaction.commit().await?;
        Ok(id)
    }
}

impl Invitation {
    fn from_row(row: &invitation::Model) -> Result<Self, AccountError> {
        let unreadable = |column, value: &str| AccountError::Unreadable {
            table: "invitation",
            column,
            value: value.to_owned(),
        };
        Ok(Self {
            id: row.id,
            email: row.email.parse().map_err(|_| unreadable("email", "…"))?,
            role: row.role.parse().map_err(|_| unreadable("role", &row.role))?,
            locales: read_locales(&row.locales).ok_or_else(|| unreadable("locales", &row.locales))?,
            created_at: from_millis(row.created_at),
            expires_at: from_millis(row.expires_at),
        })
    }
}
