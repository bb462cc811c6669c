//! Writing down payments that failed.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use crate::entity::failed_payment;
use crate::error::BillingError;
use crate::stripe::fetch::Customer;

/// Writes down a customer's failed payments. Stripe forgets none, so none is ever removed.
pub(crate) async fn write(db: &impl ConnectionTrait, customer: &Customer) -> Result<(), BillingError> {
    let rows = customer.failures.iter().map(|found| failed_payment::ActiveModel {
        charge: Set(found.charge.clone()),
        customer: Set(customer.id.clone()),
        invoice: Set(found.invoice.clone()),
        amount: Set(found.amount.minor),
        currency: Set(found.amount.currency.to_string()),
        at: Set(found.at.as_millisecond()),
        code: Set(found.code.clone()),
        message: Set(found.message.clone()),
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        let known = OnConflict::column(failed_payment::Column::Charge)
            .update_column(failed_payment::Column::Invoice)
            .to_owned();
        failed_payment::Entity::insert_many(rows).on_conflict(known).exec_without_returning(db).await?;
    }
    Ok(())
}
