//! Takes away a table that nothing ever used.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::execute(manager, include_str!("m20261125_000101_media_text.sql")).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sql = "CREATE TABLE media_text (hash text NOT NULL REFERENCES media (hash) ON DELETE CASCADE, \
                   locale text NOT NULL, alt text NOT NULL, caption text NOT NULL, PRIMARY KEY (hash, locale))";
        crate::execute(manager, sql).await
    }
}
