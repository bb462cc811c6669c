//! Throwing away what has served its purpose.

use jiff::SignedDuration;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::billing::Billing;
use crate::entity::checkout;
use crate::error::BillingError;
use crate::tasks::{self, Task};

/// Stripe's pages live for a day; a row that is open for longer missed its end.
const OPEN: SignedDuration = SignedDuration::from_hours(36);
/// How long it is remembered what a browser bought. It is recognised for two days.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

impl Billing {
    /// Deletes checkouts that are over, and has those looked at that should be; gives the number of
    /// the first.
    pub async fn sweep(&self) -> Result<u64, BillingError> {
        let now = self.now();
        let before = |age| now.checked_sub(age).unwrap_or(now).as_millisecond();
        let stuck = checkout::Entity::find()
            .filter(checkout::Column::State.eq("open"))
            .filter(checkout::Column::CreatedAt.lt(before(OPEN)))
            .all(&self.database)
            .await?;
        for row in stuck {
            match row.session {
                Some(session) => tasks::ask(&self.database, now, &Task::Checkout(session)).await?,
                // Nobody was ever sent to a page.
                None => {
                    checkout::Entity::delete_by_id(row.id).exec(&self.database).await?;
                }
            }
        }
        let over = checkout::Entity::delete_many()
            .filter(checkout::Column::State.ne("open"))
            .filter(checkout::Column::CreatedAt.lt(before(KEPT)))
            .exec(&self.database)
            .await?;
        self.sweep_orders(before(OPEN), before(KEPT)).await?;
        self.sweep_drafts(before(KEPT)).await?;
        Ok(over.rows_affected)
    }
}
