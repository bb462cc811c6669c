//! Everything kept about a member, for them to take away (GDPR, articles 15 and 20).

use jiff::Timestamp;
use kernel::{Email, MemberId};
use serde::Serialize;

use crate::accounts::Accounts;
use crate::audit::Audited;
use crate::error::AccountError;
use crate::languages::Languages;
use crate::session::Session;
use crate::staff::Role;

/// What this crate keeps about a member.
#[derive(Clone, Debug, Serialize)]
pub struct MemberExport {
    /// Who they are.
    pub profile: Profile,
    /// Where they are signed in.
    pub sessions: Vec<Session>,
    /// What was done to their account.
    pub audit: Vec<Audited>,
}

/// Who a member is.
#[derive(Clone, Debug, Serialize)]
pub struct Profile {
    /// Their id.
    pub id: MemberId,
    /// Their address.
    pub email: Email,
    /// How they want to be called.
    pub name: String,
    /// What they read, best first.
    pub languages: Languages,
    /// When the account was made.
    pub created_at: Timestamp,
    /// What they do here, if they work here.
    pub role: Option<Role>,
}

impl Accounts {
    /// Everything kept about a member; `None` if there is no such member. Three queries.
    pub async fn export(&self, id: MemberId) -> Result<Option<MemberExport>, AccountError> {
        let Some(member) = self.member(id).await? else {
            return Ok(None);
        };
        let profile = Profile {
            id,
            email: member.email,
            name: member.name,
            languages: member.languages,
            created_at: member.created_at,
            role: member.role,
        };
        let (sessions, audit) = (self.sessions(id).await?, self.audited(&id.to_string()).await?);
        Ok(Some(MemberExport { profile, sessions, audit }))
    }
}
