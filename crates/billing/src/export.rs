//! Everything kept about a member, for them to take away (GDPR, articles 15 and 20). Deleting needs
//! no code: grants, readings and gift links go with the member's row.

use kernel::MemberId;
use serde::Serialize;

use crate::billing::Billing;
use crate::courtesy::{GiftLink, LedgerEntry};
use crate::error::BillingError;
use crate::grants::Grant;

/// What this crate keeps about a member.
#[derive(Clone, Debug, Serialize)]
pub struct BillingExport {
    /// The plans they were given.
    pub grants: Vec<Grant>,
    /// What they read on the meter.
    pub meter: Vec<LedgerEntry>,
    /// The gift links they made.
    pub gift_links: Vec<GiftLink>,
}

impl Billing {
    /// Everything kept about a member. Three queries.
    pub async fn export(&self, member: MemberId) -> Result<BillingExport, BillingError> {
        Ok(BillingExport {
            grants: self.grants(member).await?,
            meter: self.ledger(member).await?,
            gift_links: self.gift_links(member).await?,
        })
    }
}
