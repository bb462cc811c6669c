//! Searching the audit trail.

use jiff::Timestamp;
use kernel::MemberId;
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::accounts::Accounts;
use crate::audit::Audited;
use crate::entity::{audit, member, staff};
use crate::error::AccountError;
use crate::member::Member;

/// Members whose address or name is looked for at most.
const MOST_NAMED: u64 = 50;

/// What is looked for; what is empty doesn't narrow.
#[derive(Clone, Debug, Default)]
pub struct TrailQuery {
    /// Who did it: an id, a name such as `command line`, or part of a member's address or name.
    pub who: String,
    /// What was done, or the beginning of it.
    pub what: String,
    /// To whom or what: an id, or part of a member's address or name.
    pub subject: String,
    /// The first moment.
    pub from: Option<Timestamp>,
    /// The first moment that is too late.
    pub until: Option<Timestamp>,
    /// Only what came before this entry: where the page before ended.
    pub before: Option<Uuid>,
}

/// A stretch of the trail, the last first.
#[derive(Clone, Debug)]
pub struct Trail {
    /// The entries, each with its id.
    pub entries: Vec<(Uuid, Audited)>,
    /// The members that the entries name, as far as they are still there.
    pub members: Vec<Member>,
    /// Where it goes on, if it does.
    pub next: Option<Uuid>,
}

impl Accounts {
    /// Looks through the audit trail. Two queries, and one for each of `who` and `subject` that is
    /// given.
    pub async fn trail(&self, query: &TrailQuery, limit: u64) -> Result<Trail, AccountError> {
        let mut found = audit::Entity::find();
        if !query.who.trim().is_empty() {
            found = found.filter(self.names(audit::Column::Actor, query.who.trim()).await?);
        }
        if !query.subject.trim().is_empty() {
            found = found.filter(self.names(audit::Column::Subject, query.subject.trim()).await?);
        }
        if !query.what.trim().is_empty() {
            found = found.filter(Expr::col(audit::Column::Action).like(like(query.what.trim())));
        }
        if let Some(from) = query.from {
            found = found.filter(audit::Column::At.gte(from.as_millisecond()));
        }
        if let Some(until) = query.until {
            found = found.filter(audit::Column::At.lt(until.as_millisecond()));
        }
        if let Some(before) = query.before {
            found = found.filter(audit::Column::Id.lt(before));
        }
        // Ids are in the order of time.
        let found = found.order_by_desc(audit::Column::Id).limit(limit + 1);
        let mut rows = found.all(&self.database).await?;
        let most = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = rows.len() > most;
        rows.truncate(most);
        let next = if more { rows.last().map(|row| row.id) } else { None };
        let entries: Vec<(Uuid, Audited)> = rows
            .into_iter()
            .map(|row| Ok((row.id, Audited::from_row(row)?)))
            .collect::<Result<_, AccountError>>()?;
        let members = self.named_in(&entries).await?;
        Ok(Trail { entries, members, next })
    }

    /// The condition that a column is `text`, or the id of a member whom `text` names.
    async fn names(&self, column: audit::Column, text: &str) -> Result<Condition, AccountError> {
        let like = like(text);
        let named = Condition::any()
            .add(Expr::col((member::Entity, member::Column::Email)).like(contains(&text.to_lowercase())))
            .add(Expr::col((member::Entity, member::Column::Name)).like(contains(text)));
        let members = member::Entity::find().filter(named).limit(MOST_NAMED).all(&self.database).await?;
        let ids = members.into_iter().map(|member| MemberId::from(member.id).to_string());
        Ok(Condition::any().add(Expr::col(column).like(like)).add(column.is_in(ids)))
    }

    async fn named_in(&self, entries: &[(Uuid, Audited)]) -> Result<Vec<Member>, AccountError> {
        let mut ids: Vec<Uuid> = entries
            .iter()
            .flat_map(|(_, entry)| [&entry.actor, &entry.subject])
            .filter_map(|id| id.parse().ok())
            .collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let rows = member::Entity::find()
            .filter(member::Column::Id.is_in(ids))
            .find_also_related(staff::Entity)
            .all(&self.database)
            .await?;
        rows.into_iter().map(Member::from_row).collect()
    }
}

/// What begins with a text.
fn like(text: &str) -> LikeExpr {
    LikeExpr::new(format!("{}%", escaped(text))).escape('\\')
}

/// What has a text in it.
fn contains(text: &str) -> LikeExpr {
    LikeExpr::new(format!("%{}%", escaped(text))).escape('\\')
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}
