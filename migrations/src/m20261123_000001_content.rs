//! The publication: site, taxonomy, media, articles and what readers see of them, the outbox.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLES: &[&str] = &[
    "site_locale",
    "site",
    "term",
    "term_name",
    "media",
    "media_text",
    "article",
    "article_term",
    "translation",
    "revision",
    "refused_save",
    "slug_history",
    "publication",
    "remainder",
    "outbox_head",
    "outbox",
    "outbox_cursor",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::execute(manager, include_str!("m20261123_000001_content.sql")).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::drop_tables(manager, TABLES).await
    }
}
