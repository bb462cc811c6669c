//! What staff look at: who subscribes, what fails, what Stripe has said.

use kernel::MemberId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use crate::billing::Billing;
use crate::entity::{purchase, stripe_customer};
use crate::error::BillingError;
use crate::facts::Status;
use crate::purchases::Purchase;

/// A purchase and whose it is.
#[derive(Clone, Debug)]
pub struct Sale {
    /// The purchase.
    pub purchase: Purchase,
    /// The address it was paid with.
    pub email: String,
    /// The member; none until somebody proves that the address is theirs.
    pub member: Option<MemberId>,
}

impl Billing {
    /// The purchases that changed last. One query.
    pub async fn recent_sales(&self, limit: u64) -> Result<Vec<Sale>, BillingError> {
        self.sales(purchase::Entity::find().limit(limit)).await
    }

    /// Subscriptions whose payments fail. One query.
    pub async fn failing_sales(&self, limit: u64) -> Result<Vec<Sale>, BillingError> {
        let failing = [Status::PastDue, Status::Unpaid, Status::Incomplete].map(Status::as_str);
        let sales = purchase::Entity::find().filter(purchase::Column::Status.is_in(failing));
        self.sales(sales.limit(limit)).await
    }

    async fn sales(&self, sales: Select<purchase::Entity>) -> Result<Vec<Sale>, BillingError> {
        let rows = sales
            .find_also_related(stripe_customer::Entity)
            .order_by_desc(purchase::Column::ChangedAt)
            .order_by_asc(purchase::Column::Id)
            .all(&self.database)
            .await?;
        let sale = |(row, customer): (purchase::Model, Option<stripe_customer::Model>)| {
            let (email, member) = customer.map_or_else(Default::default, |customer| {
                (customer.email, customer.member_id.map(MemberId::from))
            });
            Ok(Sale { purchase: Purchase::from_row(row)?, email, member })
        };
        rows.into_iter().map(sale).collect()
    }
}
