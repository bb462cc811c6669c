//! Forgetting what somebody has read.

use jiff::SignedDuration;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::billing::Billing;
use crate::entity::{courtesy_month, gift_link, meter_read};
use crate::error::BillingError;

/// How long it is kept after it has ended: so that a question about last month can be answered.
const KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);

impl Billing {
    /// Deletes what was read on the meter and which gift links were made, 90 days after they ended.
    /// To be called now and then, by any node. Says how many rows went.
    pub async fn sweep_courtesies(&self) -> Result<u64, BillingError> {
        let now = self.now();
        let before = now.checked_sub(KEPT).unwrap_or(now);
        let reads = meter_read::Entity::delete_many()
            .filter(meter_read::Column::EndsAt.lt(before.as_millisecond()))
            .exec(&self.database)
            .await?;
        let links = gift_link::Entity::delete_many()
            .filter(gift_link::Column::ExpiresAt.lt(before.as_millisecond()))
            .exec(&self.database)
            .await?;
        // A month is over when another begins, in whatever time zone; a year's grace costs nothing.
        let year = jiff::tz::TimeZone::UTC.to_datetime(before).year();
        let months = courtesy_month::Entity::delete_many()
            .filter(courtesy_month::Column::Month.lt(i32::from(year) * 100 - 100))
            .exec(&self.database)
            .await?;
        Ok(reads.rows_affected + links.rows_affected + months.rows_affected)
    }
}
