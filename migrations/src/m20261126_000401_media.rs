//! The media library: focal points, words to begin with, uses, replacements.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLES: &[&str] = &["media_words", "media_use"];
const INDEXES: &[&str] = &["media_due", "media_newest", "media_replaced", "article_by_cover"];
const COLUMNS: &[&str] = &["name", "focus_x", "focus_y", "replaced_by", "variants_due", "version"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::execute(manager, include_str!("m20261126_000401_media.sql")).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::drop_tables(manager, TABLES).await?;
        let db = manager.get_connection();
        for index in INDEXES {
            db.execute_unprepared(&format!("DROP INDEX {index}")).await?;
        }
        for column in COLUMNS {
            db.execute_unprepared(&format!("ALTER TABLE media DROP COLUMN {column}")).await?;
        }
        Ok(())
    }
}
