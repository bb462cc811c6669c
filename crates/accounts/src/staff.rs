//! Members who work here.

use std::fmt;
use std::str::FromStr;

use kernel::{Locale, MemberId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait, QueryOrder};
use serde::Serialize;
use serde_json::json;

use crate::accounts::Accounts;
use crate::audit::Actor;
use crate::entity::{member, staff};
use crate::error::AccountError;
use crate::member::{self as members, Member};
use crate::{audit, database};

/// What a member of staff is trusted with; each may do what the next may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Everything, money and other owners too.
    Owner,
    /// Everything but money and owners.
    Admin,
    /// All texts, and their publication.
    Editor,
    /// Their own texts.
    Author,
    /// Translations of texts.
    Translator,
}

/// The text names no role.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not a role; expected owner, admin, editor, author or translator")]
pub struct NotARole;

impl Role {
    /// All roles, the most trusted first.
    pub const ALL: [Self; 5] = [Self::Owner, Self::Admin, Self::Editor, Self::Author, Self::Translator];

    /// The role's name in the database and on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Admin => "admin",
            Self::Editor => "editor",
            Self::Author => "author",
            Self::Translator => "translator",
        }
    }

    /// Whether those with this role can be confined to some languages. Who publishes looks after all.
    #[must_use]
    pub const fn has_locales(self) -> bool {
        matches!(self, Self::Author | Self::Translator)
    }
}

impl FromStr for Role {
    type Err = NotARole;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|role| role.as_str() == text).ok_or(NotARole)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Accounts {
    /// Gives a member a role, in all languages, or takes theirs away, and records who did it.
    pub async fn set_role(
        &self,
        id: MemberId,
        role: Option<Role>,
        actor: impl Into<Actor>,
    ) -> Result<(), AccountError> {
        self.set_work(id, role, &[], actor).await
    }

    /// The same with the languages in which they work; none stands for all. Those who look after all
    /// texts ([`Role::has_locales`]) work in all, whatever is named.
    pub async fn set_work(
        &self,
        id: MemberId,
        role: Option<Role>,
        locales: &[Locale],
        actor: impl Into<Actor>,
    ) -> Result<(), AccountError> {
        let locales = if role.is_some_and(Role::has_locales) { locales } else { &[] };
        let transaction = database::begin(&self.database).await?;
        let member = members::load(&transaction, id).await?.ok_or(AccountError::NoSuchMember(id))?;
        if member.role == role && member.locales == locales {
            return Ok(());
        }
        match role {
            Some(role) => {
                let row = staff::ActiveModel {
                    member_id: Set(id.as_uuid()),
                    role: Set(role.as_str().to_owned()),
                    locales: Set(write_locales(locales)),
                };
                let replaced = OnConflict::column(staff::Column::MemberId)
                    .update_columns([staff::Column::Role, staff::Column::Locales])
                    .to_owned();
                staff::Entity::insert(row).on_conflict(replaced).exec_without_returning(&transaction).await?;
            }
            None => {
                staff::Entity::delete_by_id(id.as_uuid()).exec(&transaction).await?;
            }
        }
        // `role_at` reads this.
        let work = |role, locales: &[Locale]| json!({ "role": role, "locales": locales });
        let detail = json!({ "before": work(member.role, &member.locales), "after": work(role, locales) });
        audit::record(&transaction, self.now(), &actor.into(), "role-set", &id.to_string(), &detail).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Everybody with a role, by address. One query.
    pub async fn staff(&self) -> Result<Vec<Member>, AccountError> {
        let rows = staff::Entity::find()
            .find_both_related(member::Entity)
            .order_by_asc(member::Column::Email)
            .all(&self.database)
            .await?;
        rows.into_iter().map(|(staff, member)| Member::from_row((member, Some(staff)))).collect()
    }
}

/// Languages as the database keeps them: tags joined by spaces.
fn write_locales(locales: &[Locale]) -> String {
    locales.iter().map(Locale::as_str).collect::<Vec<_>>().join(" ")
}

/// What [`write_locales`] wrote.
pub(crate) fn read_locales(text: &str) -> Option<Vec<Locale>> {
    text.split_ascii_whitespace().map(|tag| tag.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_survive_the_round_trip() {
        for role in Role::ALL {
            assert_eq!(role.to_string().parse(), Ok(role));
        }
        assert_eq!("Owner".parse::<Role>(), Err(NotARole));
    }
}
