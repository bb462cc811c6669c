//! The writers' desk: who began a story, deleting with a way back, working copies, launches.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLES: &[&str] = &["working_copy", "launch"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::execute(manager, include_str!("m20261126_000201_writing.sql")).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::drop_tables(manager, TABLES).await?;
        let db = manager.get_connection();
        for index in ["article_deleted", "article_by_touch"] {
            db.execute_unprepared(&format!("DROP INDEX {index}")).await?;
        }
        for column in ["touched_at", "deleted_at", "created_by"] {
            db.execute_unprepared(&format!("ALTER TABLE article DROP COLUMN {column}")).await?;
        }
        Ok(())
    }
}
