//! What members were at a moment: for staff.

use jiff::Timestamp;
use kernel::MemberId;

use crate::accounts::Accounts;
use crate::error::AccountError;
use crate::staff::Role;

impl Accounts {
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
