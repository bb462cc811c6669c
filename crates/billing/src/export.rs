//! Everything kept about a member, for them to take away (GDPR, articles 15 and 20). Deleting needs
//! no code: grants go with the member's row.

use kernel::MemberId;
use serde::Serialize;

use crate::billing::Billing;
use crate::error::BillingError;
use crate::grants::Grant;

/// What this crate keeps about a member.
#[derive(Clone, Debug, Serialize)]
pub struct BillingExport {
    /// The plans they were given.
    pub grants: Vec<Grant>,
}

impl Billing {
    /// Everything kept about a member. One query.
    pub async fn export(&self, member: MemberId) -> Result<BillingExport, BillingError> {
        Ok(BillingExport { grants: self.grants(member).await? })
    }
}
