//! Files of members on their way in: kept from the check to the last line, and no longer.

use std::str::FromStr;

use jiff::SignedDuration;
use kernel::MemberId;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::accounts::Accounts;
use crate::database::millis_after;
use crate::entity::member_import;
use crate::error::AccountError;

/// Nobody works at an import that hasn't moved for so long; it can be gone on with.
const LEASE: SignedDuration = SignedDuration::from_secs(30);
/// How long an import is remembered.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// An import's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImportId(Uuid);

/// A file on its way in.
#[derive(Clone, PartialEq, Eq)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// The file; empty once it is done.
    pub text: String,
    /// Members in it.
    pub lines: i64,
    /// Members that are in.
    pub done: i64,
    /// Accounts that were made.
    pub made: i64,
    /// Plans that were given.
    pub granted: i64,
    /// What was wrong with it, as its reader wrote it down.
    pub wrong: String,
    /// How far it is.
    pub state: ImportState,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportState {
    /// It was read, and nothing has been changed yet.
    Checked,
    /// It is being brought in.
    Running,
    /// It was begun, and whoever worked at it has stopped.
    Stopped,
    /// All of it is in.
    Done,
}

impl Accounts {
    /// Keeps a file that was checked: with so many members in it, and what is wrong with it.
    pub async fn keep_import(
        &self,
        by: MemberId,
        text: &str,
        lines: i64,
        wrong: &str,
    ) -> Result<ImportId, AccountError> {
        let now = self.now();
        let id = kernel::id::v7(now);
        let row = member_import::ActiveModel {
            id: Set(id),
            started_by: Set(Some(by.as_uuid())),
            text: Set(text.to_owned()),
            lines: Set(lines),
            done: Set(0),
            made: Set(0),
            granted: Set(0),
            wrong: Set(wrong.to_owned()),
            state: Set("checked".to_owned()),
            created_at: Set(now.as_millisecond()),
            touched_at: Set(now.as_millisecond()),
        };
        member_import::Entity::insert(row).exec_without_returning(&self.database).await?;
        Ok(ImportId(id))
    }

    /// An import, if it is remembered. One query.
    pub async fn import(&self, id: ImportId) -> Result<Option<Import>, AccountError> {
        let row = member_import::Entity::find_by_id(id.0).one(&self.database).await?;
        let rests = self.lease_end();
        Ok(row.map(|row| Import {
            id: ImportId(row.id),
            state: match row.state.as_str() {
                "done" => ImportState::Done,
                "running" if row.touched_at < rests => ImportState::Stopped,
                "running" => ImportState::Running,
                _ => ImportState::Checked,
            },
            text: row.text,
            lines: row.lines,
            done: row.done,
            made: row.made,
            granted: row.granted,
            wrong: row.wrong,
        }))
    }

    /// Begins an import, or goes on with one that has stopped; false if it isn't this caller's to do.
    pub async fn take_import(&self, id: ImportId) -> Result<bool, AccountError> {
        let stopped = Condition::all()
            .add(member_import::Column::State.eq("running"))
            .add(member_import::Column::TouchedAt.lt(self.lease_end()));
        let free = Condition::any().add(member_import::Column::State.eq("checked")).add(stopped);
        let taken = member_import::Entity::update_many()
            .col_expr(member_import::Column::State, Expr::value("running"))
            .col_expr(member_import::Column::TouchedAt, Expr::value(self.now().as_millisecond()))
            .filter(member_import::Column::Id.eq(id.0))
            .filter(free)
            .exec(&self.database)
            .await?;
        Ok(taken.rows_affected > 0)
    }

    /// Notes how far an import is: so many members in all, and so many accounts and plans more.
    pub async fn note_import(
        &self,
        id: ImportId,
        done: i64,
        made: i64,
        granted: i64,
    ) -> Result<(), AccountError> {
        let more = |column: member_import::Column, by: i64| Expr::col(column).add(by);
        member_import::Entity::update_many()
            .col_expr(member_import::Column::Done, Expr::value(done))
            .col_expr(member_import::Column::Made, more(member_import::Column::Made, made))
            .col_expr(member_import::Column::Granted, more(member_import::Column::Granted, granted))
            .col_expr(member_import::Column::TouchedAt, Expr::value(self.now().as_millisecond()))
            .filter(member_import::Column::Id.eq(id.0))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// Closes an import, and forgets its text.
    pub async fn finish_import(&self, id: ImportId) -> Result<(), AccountError> {
        member_import::Entity::update_many()
            .col_expr(member_import::Column::State, Expr::value("done"))
            .col_expr(member_import::Column::Text, Expr::value(""))
            .filter(member_import::Column::Id.eq(id.0))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// Forgets imports of more than a day ago.
    pub(crate) async fn sweep_imports(&self) -> Result<u64, AccountError> {
        let before = self.now().saturating_sub(KEPT).unwrap_or(self.now()).as_millisecond();
        let swept = member_import::Entity::delete_many()
            .filter(member_import::Column::CreatedAt.lt(before))
            .exec(&self.database)
            .await?;
        Ok(swept.rows_affected)
    }

    /// What was touched before this moment nobody works at.
    fn lease_end(&self) -> i64 {
        millis_after(self.now(), -LEASE)
    }
}

impl std::fmt::Display for ImportId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for ImportId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        text.parse().map(Self)
    }
}

/// Addresses have no place in logs.
impl std::fmt::Debug for Import {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Import").field("id", &self.id).field("state", &self.state).finish_non_exhaustive()
    }
}
