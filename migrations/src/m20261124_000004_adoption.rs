//! Since when a customer at Stripe is a member's.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::execute(manager, include_str!("m20261124_000004_adoption.sql")).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sql = "ALTER TABLE stripe_customer DROP COLUMN adopted_at";
        manager.get_connection().execute_unprepared(sql).await?;
        Ok(())
    }
}
