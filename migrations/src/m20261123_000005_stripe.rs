//! Prices, Stripe's customers, purchases and events, and what they entitle to.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLES: &[&str] = &[
    "plan_includes",
    "price",
    "stripe_customer",
    "checkout",
    "purchase",
    "purchase_history",
    "entitlement",
    "invoice",
    "stripe_event",
    "billing_task",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::execute(manager, include_str!("m20261123_000005_stripe.sql")).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        db.execute_unprepared("DROP VIEW holding").await?;
        crate::drop_tables(manager, TABLES).await?;
        db.execute_unprepared("ALTER TABLE plan DROP COLUMN stripe_product").await?;
        let view = "CREATE VIEW holding AS SELECT id, member_id, plan, starts_at, ends_at FROM access_grant";
        db.execute_unprepared(view).await?;
        Ok(())
    }
}
