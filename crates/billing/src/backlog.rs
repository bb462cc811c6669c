//! How much of billing's work waits.

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::billing::Billing;
use crate::entity::billing_task;
use crate::error::BillingError;

/// Tasks that aren't done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backlog {
    /// Due now or later, those under way too.
    pub waiting: u64,
    /// Given up after too many failures, until staff replay them.
    pub given_up: u64,
}

impl Billing {
    /// Counts them. Two queries.
    pub async fn backlog(&self) -> Result<Backlog, BillingError> {
        let tasks = billing_task::Entity::find;
        let waiting = tasks().filter(billing_task::Column::DueAt.is_not_null()).count(&self.database).await?;
        let given_up = tasks()
            .filter(billing_task::Column::DueAt.is_null())
            .filter(billing_task::Column::LastError.is_not_null())
            .count(&self.database)
            .await?;
        Ok(Backlog { waiting, given_up })
    }
}
