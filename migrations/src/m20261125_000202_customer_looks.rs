//! What is seen of a customer is written in the order in which it was seen.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::execute(manager, include_str!("m20261125_000202_customer_looks.sql")).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sql = "ALTER TABLE stripe_customer DROP COLUMN looks";
        manager.get_connection().execute_unprepared(sql).await?;
        Ok(())
    }
}
