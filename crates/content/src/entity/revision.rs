//! An immutable snapshot of a translation.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "revision")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) translation_id: Uuid,
    pub(crate) version: i64,
    #[sea_orm(column_type = "Text")]
    pub(crate) title: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) standfirst: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) body: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) description: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub(crate) seo_title: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub(crate) cover_alt: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) cover_caption: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) blocks: String,
    pub(crate) source_version: Option<i64>,
    pub(crate) author: Option<Uuid>,
    pub(crate) created_at: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
