//! Readers with an account.

use jiff::Timestamp;
use kernel::time::from_millis;
use kernel::{Email, Locale, MemberId};
use sea_orm::sea_query::{Expr, OnConflict, SimpleExpr};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Select, SelectTwo,
};
use serde_json::json;

use crate::accounts::Accounts;
use crate::audit;
use crate::entity::{member, staff};
use crate::error::AccountError;
use crate::languages::Languages;
use crate::staff::Role;

/// Characters of the longest name.
pub(crate) const LONGEST_NAME: usize = 120;

/// A reader with an account; one with a role is staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Their id.
    pub id: MemberId,
    /// Where they get mail; it identifies them when they sign in.
    pub email: Email,
    /// How they want to be called; may be empty.
    pub name: String,
    /// What they read, best first.
    pub languages: Languages,
    /// When the account was made.
    pub created_at: Timestamp,
    /// What they do here, if they work here.
    pub role: Option<Role>,
    /// The languages in which they work; none stands for all.
    pub locales: Vec<Locale>,
}

impl Accounts {
    /// The member with this id. One query.
    pub async fn member(&self, id: MemberId) -> Result<Option<Member>, AccountError> {
        load(&self.database, id).await
    }

    /// The member with this address. One query.
    pub async fn member_by_email(&self, email: &Email) -> Result<Option<Member>, AccountError> {
        let wanted = member::Column::Email.eq(email.as_str());
        with_role(member::Entity::find().filter(wanted))
            .one(&self.database)
            .await?
            .map(Member::from_row)
            .transpose()
    }

    /// The member with this address; if there is none, one is made with this name and these
    /// languages.
    pub async fn ensure_member(
        &self,
        email: &Email,
        name: &str,
        languages: &Languages,
    ) -> Result<Member, AccountError> {
        if let Some(member) = self.member_by_email(email).await? {
            return Ok(member);
        }
        let transaction = crate::database::begin(&self.database).await?;
        let id = ensure(&transaction, self.now(), email, clean(name)?, languages).await?;
        transaction.commit().await?;
        self.member(id).await?.ok_or(AccountError::NoSuchMember(id))
    }

    /// Changes a member's name: at most 120 characters without control characters, or empty.
    pub async fn rename(&self, id: MemberId, name: &str) -> Result<(), AccountError> {
        self.change(id, [(member::Column::Name, clean(name)?.into())]).await
    }

    /// Changes which languages a member reads, and in which order.
    pub async fn set_languages(&self, id: MemberId, languages: &Languages) -> Result<(), AccountError> {
        self.change(id, [(member::Column::Languages, languages.to_string().into())]).await
    }

    /// Changes name and languages together.
    pub async fn update_profile(
        &self,
        id: MemberId,
        name: &str,
        languages: &Languages,
    ) -> Result<(), AccountError> {
        let name = (member::Column::Name, clean(name)?.into());
        self.change(id, [name, (member::Column::Languages, languages.to_string().into())]).await
    }

    async fn change(
        &self,
        id: MemberId,
        values: impl IntoIterator<Item = (member::Column, SimpleExpr)>,
    ) -> Result<(), AccountError> {
        let mut update = member::Entity::update_many().filter(member::Column::Id.eq(id.as_uuid()));
        for (column, value) in values {
            update = update.col_expr(column, value);
        }
        match update.exec(&self.database).await?.rows_affected {
            0 => Err(AccountError::NoSuchMember(id)),
            _ => Ok(()),
        }
    }
}

impl Member {
    /// Whether they work here in a language.
    #[must_use]
    pub fn works_in(&self, locale: &Locale) -> bool {
        self.role.is_some() && (self.locales.is_empty() || self.locales.contains(locale))
    }

    pub(crate) fn from_row(
        (member, staff): (member::Model, Option<staff::Model>),
    ) -> Result<Self, AccountError> {
        let unreadable =
            |table, column, value: &str| AccountError::Unreadable { table, column, value: value.to_owned() };
        let role = staff
            .as_ref()
            .map(|staff| staff.role.parse().map_err(|_| unreadable("staff", "role", &staff.role)));
        let locales = staff.as_ref().map(|staff| {
            crate::staff::read_locales(&staff.locales)
                .ok_or_else(|| unreadable("staff", "locales", &staff.locales))
        });
        Ok(Self {
            id: member.id.into(),
            // Not quoted: an address has no place in a log.
            email: member.email.parse().map_err(|_| unreadable("member", "email", "…"))?,
            languages: member
                .languages
                .parse()
                .map_err(|_| unreadable("member", "languages", &member.languages))?,
            name: member.name,
            created_at: from_millis(member.created_at),
            role: role.transpose()?,
            locales: locales.transpose()?.unwrap_or_default(),
        })
    }
}

fn with_role(members: Select<member::Entity>) -> SelectTwo<member::Entity, staff::Entity> {
    members.find_also_related(staff::Entity)
}

pub(crate) async fn load(db: &impl ConnectionTrait, id: MemberId) -> Result<Option<Member>, AccountError> {
    let wanted = member::Column::Id.eq(id.as_uuid());
    with_role(member::Entity::find().filter(wanted)).one(db).await?.map(Member::from_row).transpose()
}

/// The id of the member with this address, made if need be, in one statement: of several callers
/// at the same time one makes it, and the row is then theirs until the transaction ends.
pub(crate) async fn ensure(
    db: &impl ConnectionTrait,
    now: Timestamp,
    email: &Email,
    name: &str,
    languages: &Languages,
) -> Result<MemberId, AccountError> {
    let fresh = MemberId::new(now);
    let row = member::ActiveModel {
        id: Set(fresh.as_uuid()),
        email: Set(email.to_string()),
        name: Set(name.to_owned()),
        languages: Set(languages.to_string()),
        created_at: Set(now.as_millisecond()),
        proved_at: Set(None),
    };
    let same = (member::Column::Email, Expr::col((member::Entity, member::Column::Email)));
    let found = member::Entity::insert(row)
        .on_conflict(OnConflict::column(member::Column::Email).values([same]).to_owned())
        .exec_with_returning(db)
        .await?;
    let id = MemberId::from(found.id);
    if id == fresh {
        audit::record(db, now, &id.to_string().into(), "member-created", &id.to_string(), &json!({})).await?;
    }
    Ok(id)
}

/// Notes that a member reads the mail of their address, unless that is known.
pub(crate) async fn prove(db: &impl ConnectionTrait, now: Timestamp, id: MemberId) -> Result<(), DbErr> {
    member::Entity::update_many()
        .col_expr(member::Column::ProvedAt, Expr::value(now.as_millisecond()))
        .filter(member::Column::Id.eq(id.as_uuid()))
        .filter(member::Column::ProvedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

fn clean(name: &str) -> Result<&str, AccountError> {
    let name = name.trim();
    if name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(AccountError::Name);
    }
    Ok(name)
}
