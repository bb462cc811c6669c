//! Finding members, and what they were at a moment: for staff.

use jiff::Timestamp;
use kernel::{Email, MemberId};
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr};
use sea_orm::{EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::accounts::Accounts;
use crate::entity::{member, staff};
use crate::error::AccountError;
use crate::member::Member;
use crate::staff::Role;

impl Accounts {
    /// Members whose address is this, or has this in it, by address; all if it is empty. One query,
    /// which reads the whole table unless the address is complete.
    pub async fn find_members(
        &self,
        email: &str,
        offset: u64,
        limit: u64,
    ) -> Result<Vec<Member>, AccountError> {
        let email = email.trim().to_lowercase();
        let column = || Expr::col((member::Entity, member::Column::Email));
        let mut found = member::Entity::find().find_also_related(staff::Entity);
        if email.parse::<Email>().is_ok() {
            found = found.filter(column().eq(email));
        } else if !email.is_empty() {
            let escaped = email.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            found = found.filter(column().like(LikeExpr::new(format!("%{escaped}%")).escape('\\')));
        }
        let rows =
            found.order_by_asc(member::Column::Email).offset(offset).limit(limit).all(&self.database).await?;
        rows.into_iter().map(Member::from_row).collect()
    }

    /// The role a member had at a moment, by the audit trail. Two queries.
    pub async fn role_at(&self, id: MemberId, at: Timestamp) -> Result<Option<Role>, AccountError> {
        let now = self.member(id).await?.and_then(|member| member.role);
        let mut changes = self.audited(&id.to_string()).await?;
        changes.retain(|entry| entry.action == "role-set");
        let role = |entry: &crate::Audited, which: &str, once: &str| {
            let work = entry.detail.get(which).and_then(|work| work.get("role"));
            // Entries of earlier releases name only the roles.
            let role = work.or_else(|| entry.detail.get(once));
            role.and_then(|role| role.as_str()).and_then(|role| role.parse().ok())
        };
        let before = changes.iter().rev().find(|entry| entry.at <= at);
        let after = changes.iter().find(|entry| entry.at > at);
        Ok(match (before, after) {
            (Some(before), _) => role(before, "after", "to"),
            (None, Some(after)) => role(after, "before", "from"),
            (None, None) => now,
        })
    }
}
