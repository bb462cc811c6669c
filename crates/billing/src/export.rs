//! Everything kept about a member, for them to take away (GDPR, articles 15 and 20). Deleting needs
//! no code: grants go with the member's row.

use kernel::MemberId;
use serde::Serialize;

use crate::billing::Billing;
use crate::error::BillingError;
use crate::gifts::Gift;
use crate::goods::BoughtStory;
use crate::grants::Grant;
use crate::groups::Group;
use crate::seats::OwnSeat;

/// What this crate keeps about a member.
#[derive(Clone, Debug, Serialize)]
pub struct BillingExport {
    /// The plans they were given.
    pub grants: Vec<Grant>,
    /// The stories they have bought.
    pub stories: Vec<BoughtStory>,
    /// The gifts they have paid.
    pub gifts: Vec<Gift>,
    /// The groups they pay for, with those who have seats there.
    pub groups: Vec<Group>,
    /// The seats they have.
    pub seats: Vec<OwnSeat>,
}

impl Billing {
    /// Everything kept about a member. A few queries.
    pub async fn export(&self, member: MemberId) -> Result<BillingExport, BillingError> {
        Ok(BillingExport {
            grants: self.grants(member).await?,
            stories: self.bought_stories(member).await?,
            gifts: self.gifts(member).await?,
            groups: self.groups(member).await?,
            seats: self.own_seats(member).await?,
        })
    }
}
