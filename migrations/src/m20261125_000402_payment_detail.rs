//! What purchases are paid with, and at which discount.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLES: &[&str] = &["payment_detail"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::execute(manager, include_str!("m20261125_000402_payment_detail.sql")).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::drop_tables(manager, TABLES).await?;
        manager.get_connection().execute_unprepared("DROP INDEX purchase_by_renewal").await?;
        manager.get_connection().execute_unprepared("ALTER TABLE checkout DROP COLUMN code").await?;
        Ok(())
    }
}
