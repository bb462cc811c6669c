//! Everything kept about a member, for them to take away (GDPR, articles 15 and 20). Deleting needs
//! no code: grants go with the member's row.

use kernel::MemberId;
use serde::Serialize;

use crate::billing::Billing;
use crate::declaration::DeclarationState;
use crate::error::BillingError;
use crate::grants::Grant;

/// What this crate keeps about a member.
#[derive(Clone, Debug, Serialize)]
pub struct BillingExport {
    /// The plans they were given.
    pub grants: Vec<Grant>,
    /// What they declared without signing in, from their address.
    pub declarations: Vec<DeclarationState>,
}

impl Billing {
    /// Everything kept about a member. Two queries.
    pub async fn export(&self, member: MemberId) -> Result<BillingExport, BillingError> {
        let (grants, declarations) = (self.grants(member).await?, self.declarations_of(member).await?);
        Ok(BillingExport { grants, declarations })
    }
}
