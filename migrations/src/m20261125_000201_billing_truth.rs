//! What billing must remember so as never to be wrong.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::execute(manager, include_str!("m20261125_000201_billing_truth.sql")).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sql = "
            DROP VIEW proved_address;
            ALTER TABLE member DROP COLUMN proved_at;
            ALTER TABLE stripe_event DROP COLUMN api_version;
            DROP INDEX billing_task_due;
            CREATE INDEX billing_task_due ON billing_task (due_at) WHERE due_at IS NOT NULL;
            ALTER TABLE billing_task DROP COLUMN urgency;
            DROP INDEX purchase_by_rule;
            ALTER TABLE purchase_history DROP COLUMN rule;
            ALTER TABLE purchase DROP COLUMN changes;
            ALTER TABLE purchase DROP COLUMN rule;
            DROP INDEX checkout_by_time;
            DROP INDEX checkout_by_buyer;
            ALTER TABLE checkout DROP COLUMN trial_days;
            ALTER TABLE checkout DROP COLUMN cancel_url;
            ALTER TABLE checkout DROP COLUMN done_url;
            DROP INDEX stripe_customer_by_look;
            ALTER TABLE stripe_customer DROP COLUMN looked_at;
            ALTER TABLE stripe_customer DROP COLUMN erased_at;
            ALTER TABLE stripe_customer DROP COLUMN deleted_at";
        manager.get_connection().execute_unprepared(sql).await?;
        Ok(())
    }
}
