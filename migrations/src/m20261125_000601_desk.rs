//! What staff are shown and told: rules as they were, plans kept by file or by page, failed payments.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLES: &[&str] = &["article_access", "plan_includes_history", "grant_revocation", "failed_payment"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::execute(manager, include_str!("m20261125_000601_desk.sql")).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        for index in ["purchase_by_change", "purchase_by_status", "purchase_by_price", "stripe_event_open"] {
            db.execute_unprepared(&format!("DROP INDEX {index}")).await?;
        }
        crate::drop_tables(manager, TABLES).await?;
        for column in ["imported", "imported_place"] {
            db.execute_unprepared(&format!("ALTER TABLE plan DROP COLUMN {column}")).await?;
        }
        Ok(())
    }
}
